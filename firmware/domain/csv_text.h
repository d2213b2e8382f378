// SPDX-License-Identifier: Apache-2.0
// Texts in CSV (RFC 4180) that no spreadsheet takes for a formula. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // shows Excel that a file is UTF-8

// Where it begins with = + - @, a tab or CR, an apostrophe stands before it; and where it begins with
// apostrophes and then one of these, one more, so that the mark can always be taken off again.
[[nodiscard]] std::string with_formula_mark(std::string_view text);
// The same as a field, in quotes.
[[nodiscard]] std::string csv_text(std::string_view text);

// The text of a field without that mark.
[[nodiscard]] std::string_view without_formula_mark(std::string_view text);

}  // namespace tertulia
