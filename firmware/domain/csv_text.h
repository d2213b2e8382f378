// SPDX-License-Identifier: Apache-2.0
// Texts of others in CSV (RFC 4180) that no spreadsheet takes for a formula. Pure. Nothing of a text is lost:
// a reader that takes the mark off has it as it was.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // shows Excel that a file is UTF-8

// Where it begins with = + - @, also in full width, a tab or a line end, an apostrophe stands before it.
// Spaces, invisible characters and apostrophes before one of these do not hide it: spreadsheets trim.
[[nodiscard]] std::string with_formula_mark(std::string_view text);
// The same as a field, in quotes.
[[nodiscard]] std::string csv_text(std::string_view text);

// The text of a field without that mark.
[[nodiscard]] std::string_view without_formula_mark(std::string_view text);

}  // namespace tertulia
