// SPDX-License-Identifier: Apache-2.0
// Files with one secret in their first line, for the eyes of their owner only. No message repeats anything of
// the content.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::hub {

// The first line. `what` names the file in messages, as "password file". Refused when others than the owner
// can read it.
[[nodiscard]] Result<std::string> read_secret(const std::string& path, std::string_view what);

// Makes the file with mode 0600, durably. One that is there is never replaced.
[[nodiscard]] Outcome write_secret(const std::string& path, std::string_view what, std::string_view secret);

}  // namespace tertulia::hub
