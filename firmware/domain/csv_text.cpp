// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/csv_text.h"

namespace tertulia {
namespace {

bool is_like_a_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
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
