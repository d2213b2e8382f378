// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/tokens.h"

#include <algorithm>
#include <optional>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
         c == 0xFEFF;
}
bool is_single_quote(char32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B; }
bool is_double_quote(char32_t c) { return c == '"' || (c >= 0x201C && c <= 0x201E); }
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !is_space(c) && !is_single_quote(c) && !is_double_quote(c) &&
          (c < 0x2010 || c > 0x2BFF) && c != kReplacement);
}
bool is_of_name(char32_t c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == 0xB7; }

// What people write in place of an operator of XPath, and what it has to be.
struct Habit {
  std::string_view written;
  std::string_view right;
};
constexpr Habit kHabits[] = {{"==", "="},      {"=>", ">="},    {"=<", "<="},     {"<>", "!="},
                             {"&&", "and"},    {"||", "or"},    {"&", "and"},     {"%", "mod"},
                             {"×", "*"},       {"÷", "div"},    {"\u2260", "!="}, {"\u2264", "<="},
                             {"\u2265", ">="}, {"\u2212", "-"}, {"\u2013", "-"},  {"!", "not(...)"},
                             {";", ","},       {"{", "${"},     {"}", "${name}"}};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : rest_(text) {}

  Compiled<std::vector<Token>> read() {
    if (rest_.size() > kLongestExpression)
      return ExpressionError{1, "This expression is longer than a cell can be: split it into calculations."};
    while (true) {
      skip_spaces();
      if (rest_.empty()) break;
      if (!take_token()) return *std::move(error_);
    }
    tokens_.push_back({TokenKind::kEnd, "", position_});
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char32_t next() const { return rest_.empty() ? 0 : first_code_point(rest_).value; }

  void advance() {
    rest_.remove_prefix(first_code_point(rest_).bytes);
    ++position_;
  }

  void skip_spaces() {
    while (!rest_.empty() && is_space(next())) advance();
  }

  bool fail(std::size_t position, std::string message) {
    error_ = ExpressionError{position, std::move(message)};
    return false;
  }

  bool add(TokenKind kind, std::string text, std::size_t position) {
    tokens_.push_back({kind, std::move(text), position});
    return true;
  }

  // XPath 1.0, section 3.7: behind a value, '*' and names like "and" are operators.
  [[nodiscard]] bool is_behind_value() const {
    if (tokens_.empty()) return false;
    const Token& last = tokens_.back();
    if (last.kind == TokenKind::kOperator) return false;
    if (last.kind != TokenKind::kMark) return true;
    return is_one_of(last.text, {")", "]", ".", ".."});
  }

  bool take_token() {
    const char32_t c = next();
    if (is_single_quote(c) || is_double_quote(c)) return take_literal();
    if (rest_.starts_with("${")) return take_reference();
    if (is_digit(c) || (c == '.' && rest_.size() > 1 && is_digit(static_cast<unsigned char>(rest_[1]))))
      return take_number();
    if (is_letter(c)) return take_name();
    return take_sign();
  }

  // A straight quote ends with a straight one, so that an apostrophe may be inside; a smart one with any of
  // its kind.
  bool take_literal() {
    const std::size_t start = position_;
    const char32_t open = next();
    advance();
    std::string text;
    for (; !rest_.empty(); advance()) {
      const char32_t c = next();
      const bool is_of_kind = is_single_quote(open) ? is_single_quote(c) : is_double_quote(c);
      if (c == open || (open > 0x7F && is_of_kind)) {
        advance();
        return add(TokenKind::kLiteral, std::move(text), start);
      }
      append_code_point(text, c);
    }
    return fail(start, "This quote is never closed: write one more at the end of the text.");
  }

  bool take_reference() {
    const std::size_t start = position_;
    const std::size_t end = rest_.find('}');
    const std::string_view inside = rest_.substr(0, end).substr(2);
    if (end == std::string_view::npos || inside.find_first_of("${'\"()") != std::string_view::npos)
      return fail(start, "This ${ is never closed: write } behind the name.");
    const std::string name = squashed(inside);
    if (name.empty()) return fail(start, "There is no name in ${}: write the name of a question.");
    while (!rest_.empty() && next() != '}') advance();
    advance();
    return add(TokenKind::kReference, name, start);
  }

  bool take_number() {
    const std::size_t start = position_;
    std::string text;
    for (bool has_point = false; !rest_.empty(); advance()) {
      const char32_t c = next();
      if (!is_digit(c) && (c != '.' || has_point)) break;
      has_point = has_point || c == '.';
      append_code_point(text, c);
    }
    if (!rest_.empty() && is_letter(next()))
      return fail(start, "A name cannot begin with a digit: write an operator behind the number, or quotes.");
    return add(TokenKind::kNumber, std::move(text), start);
  }

  bool take_name() {
    const std::size_t start = position_;
    std::string text;
    while (!rest_.empty() && is_of_name(next())) take_char(text);
    const bool has_prefix = rest_.size() > 1 && rest_[0] == ':' && rest_[1] != ':';
    if (has_prefix) {
      take_char(text);
      while (!rest_.empty() && is_of_name(next())) take_char(text);
    }
    if (!is_behind_value()) return add(TokenKind::kName, std::move(text), start);
    if (is_one_of(text, {"and", "or", "div", "mod"}))
      return add(TokenKind::kOperator, std::move(text), start);
    const std::string small = lower_ascii(text);
    if (is_one_of(small, {"and", "or", "div", "mod"}))
      return fail(start, "Operators are written in small letters: write " + small + " for " + text + ".");
    return fail(start, "An operator is missing before " + in_quotes(text) +
                           ": write and, or, a comma, = or another.");
  }

  void take_char(std::string& text) {
    append_code_point(text, next());
    advance();
  }

  bool take_sign() {
    const std::size_t start = position_;
    for (const Habit& habit : kHabits)
      if (rest_.starts_with(habit.written) && !rest_.starts_with("!="))
        return fail(start, "XPath has no " + std::string(habit.written) + ": write " +
                               std::string(habit.right) + ".");
    for (const std::string_view sign : {"!=", "<=", ">=", "//", "..", "::"})
      if (rest_.starts_with(sign)) {
        advance();
        advance();
        return add(
            sign[0] == '!' || sign[0] == '<' || sign[0] == '>' ? TokenKind::kOperator : TokenKind::kMark,
            std::string(sign), start);
      }
    const char32_t c = next();
    std::string text;
    append_code_point(text, c);
    const bool is_name = c == '*' && !is_behind_value();
    if (!is_name && std::u32string_view(U"=<>+-|*").find(c) == std::u32string_view::npos &&
        std::u32string_view(U"()[],./@").find(c) == std::u32string_view::npos)
      return fail(start, "The character " + in_quotes(text) +
                             " has no meaning here: delete it, or put it in quotes.");
    advance();
    if (is_name) return add(TokenKind::kName, std::move(text), start);
    const bool is_operator = std::u32string_view(U"=<>+-|*").find(c) != std::u32string_view::npos;
    return add(is_operator ? TokenKind::kOperator : TokenKind::kMark, std::move(text), start);
  }

  std::string_view rest_;
  std::size_t position_ = 1;
  std::vector<Token> tokens_;
  std::optional<ExpressionError> error_;
};

}  // namespace

Compiled<std::vector<Token>> tokens_of(std::string_view expression) { return Lexer(expression).read(); }

bool asks_last_saved(std::string_view expression) {
  if (expression.find("last-saved") == std::string_view::npos) return false;
  const auto tokens = tokens_of(expression);
  return tokens && std::any_of(tokens.value().begin(), tokens.value().end(), [](const Token& token) {
           return (token.kind == TokenKind::kReference && token.text.starts_with(kLastSaved)) ||
                  token.is(TokenKind::kLiteral, kLastSavedInstance);
         });
}

}  // namespace tertulia::formats
