// SPDX-License-Identifier: Apache-2.0
// Bold words within a text: one character stands before them, another behind them. Both are noncharacters of
// Unicode, which are for the inside of a program: nobody types them. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

inline constexpr char32_t kBoldBegins = 0xFDD0;
inline constexpr char32_t kBoldEnds = 0xFDD1;

[[nodiscard]] std::string in_bold(std::string_view words);
[[nodiscard]] bool has_bold_words(std::string_view text);
// The same text for all that is no glass.
[[nodiscard]] std::string without_bold_marks(std::string_view text);

}  // namespace tertulia
