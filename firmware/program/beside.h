// SPDX-License-Identifier: Apache-2.0
// The programs that are installed beside this one, for work that it carries no libraries for.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia {

[[nodiscard]] std::filesystem::path program_beside_this(std::string_view name);

// Becomes that program, with these arguments. Returns only when it cannot be started: an exit code, after it
// has said so.
[[nodiscard]] int become_program(std::string_view name, std::vector<std::string> arguments);

}  // namespace tertulia
