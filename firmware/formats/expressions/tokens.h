// SPDX-License-Identifier: Apache-2.0
// The words of an expression: XPath 1.0 (section 3.7), and the ${name} of XLSForm. Typists' smart quotes
// count as quotes, no-break and other odd spaces as spaces. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/expression_error.h"

namespace tertulia::formats {

enum class TokenKind {
  kNumber,
  kLiteral,    // `text` is without its quotes
  kName,       // of an element, a function, an axis: "a", "jr:choice-name", "*"
  kOperator,   // and or div mod * = != < <= > >= + - |
  kMark,       // ( ) [ ] , . .. / // @ ::
  kReference,  // ${name}; `text` is the name
  kEnd
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;
  std::size_t position = 1;  // of its first character in the cell, from 1 on
  [[nodiscard]] bool is(TokenKind wanted, std::string_view word) const {
    return kind == wanted && text == word;
  }
};

// Before the name in ${last-saved#name}: what the last person has answered; and the instance of all of that.
// On a kiosk the last person is somebody else, so that both are always empty.
inline constexpr std::string_view kLastSaved = "last-saved#";
inline constexpr std::string_view kLastSavedInstance = "__last-saved";

// A cell of Excel has at most 32,767 characters.
inline constexpr std::size_t kLongestExpression = 4 * 32'768;  // bytes

// The last one is kEnd. Errors: a character that has no meaning there, an open quote, an open ${, a longer
// text.
[[nodiscard]] Compiled<std::vector<Token>> tokens_of(std::string_view expression);

// Whether the expression asks for what the last person has answered.
[[nodiscard]] bool asks_last_saved(std::string_view expression);

}  // namespace tertulia::formats
