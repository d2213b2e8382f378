// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/csv_text.h"

#include "firmware/domain/unseen_characters.h"
#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

bool is_passed_over(char32_t c) {
  return c == '\'' || c == ' ' || is_odd_space(c) || is_invisible(c) || is_bidi_mark(c) || is_bidi_frame(c) ||
         (is_control(c) && c != '\t' && c != '\n' && c != '\r');
}

bool begins_a_formula(char32_t c) {
  switch (c) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\n':
    case '\r':
    case 0xFF1D:  // = + - @ in full width: an input method of East Asia makes them, and Excel reads them
                  // alike
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return true;
    default:
      return is_line_separator(c);
  }
}

// The same with any number of apostrophes before it, so that one mark can always be taken off again.
bool is_like_a_formula(std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (!is_passed_over(next.value)) return begins_a_formula(next.value);
    text.remove_prefix(next.bytes);
  }
  return false;
}

}  // namespace

std::string with_formula_mark(std::string_view text) {
  return (is_like_a_formula(text) ? "'" : "") + std::string(text);
}

std::string csv_text(std::string_view text) {
  std::string field = "\"";
  for (const char c : with_formula_mark(text)) field += c == '"' ? "\"\"" : std::string(1, c);
  return field + "\"";
}

std::string_view without_formula_mark(std::string_view text) {
  return text.starts_with('\'') && is_like_a_formula(text) ? text.substr(1) : text;
}

}  // namespace tertulia
