// SPDX-License-Identifier: Apache-2.0
// Files that hold one secret in their first line and that only their owner may read. No message repeats
// anything of the content.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::hub {

// Reads the first line. `what` names the file in messages, for example "password file". Errors: others than
// the owner can read the file.
[[nodiscard]] Result<std::string> read_secret(const std::string& path, std::string_view what);

// Makes the file with mode 0600 and syncs it. An existing file is never replaced.
[[nodiscard]] Outcome write_secret(const std::string& path, std::string_view what, std::string_view secret);

}  // namespace tertulia::hub
