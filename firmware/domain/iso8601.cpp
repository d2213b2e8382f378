// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/iso8601.h"

#include <chrono>
#include <cstddef>

namespace tertulia {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// `form` has a 0 for each digit.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == '0' ? !is_digit(text[i]) : text[i] != form[i]) return false;
  return true;
}

// Of a text of digits.
unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

}  // namespace

bool has_form_of_day(std::string_view text) { return has_form(text, "0000-00-00"); }

bool is_day(std::string_view text) {
  if (!has_form_of_day(text)) return false;
  const unsigned year = number(text.substr(0, 4));
  return year > 0 && std::chrono::year_month_day(std::chrono::year(static_cast<int>(year)),
                                                 std::chrono::month(number(text.substr(5, 2))),
                                                 std::chrono::day(number(text.substr(8, 2))))
                         .ok();
}

bool has_form_of_time(std::string_view text) { return has_form(text, "00:00"); }

bool is_time_of_day(std::string_view text) {
  return has_form_of_time(text) && number(text.substr(0, 2)) < 24 && number(text.substr(3, 2)) < 60;
}

}  // namespace tertulia
