// SPDX-License-Identifier: Apache-2.0
// What libxlsxwriter leaves to its caller. For workbook.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tertulia::formats {

// The text as a cell holds it: characters that XML cannot hold as "_x0001_" (ECMA-376, ST_Xstring), and what
// looks like such an escape as "_x005F_x0001_"; cut to what a cell holds, with "[cut]" at its end.
[[nodiscard]] std::string workbook_text(std::string_view text);

// Every sheet ends as XML ends: on a full disk the library may leave the end out and say nothing.
[[nodiscard]] bool is_whole_workbook(const std::filesystem::path& path);

}  // namespace tertulia::formats
