// SPDX-License-Identifier: Apache-2.0
// Files with one secret in their first line: passwords and keys. Only the owner may have access to them. No
// error message repeats anything of the content.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::hub {

// The first line. `what` names the file in error messages, for example "password file". Errors: the file is
// missing or empty; group or others have access to it.
[[nodiscard]] Result<std::string> read_secret(const std::string& path, std::string_view what);

// Makes the file with mode 0600, durably. Errors: the disk; a file of this name is there already, it stays.
[[nodiscard]] Outcome write_secret(const std::string& path, std::string_view what, std::string_view secret);

}  // namespace tertulia::hub
