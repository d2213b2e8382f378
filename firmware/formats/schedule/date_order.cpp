// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/date_order.h"

#include <array>
#include <cstddef>
#include <string>

#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostDigits = 4;

// The first numbers of a text that one mark joins: 4, 13 and 2027 of "Tue 4/13/2027 9:00".
struct Joined {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
  char mark = 0;
  bool is_whole_text = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Joined joined_numbers(const std::string& plain) {
  Joined joined;
  const std::size_t start = plain.find_first_of("0123456789");
  for (std::size_t at = start; at < plain.size() && joined.count < joined.numbers.size();) {
    std::size_t end = at;
    while (end < plain.size() && is_digit(plain[end])) ++end;
    if (end - at > kMostDigits) return {};
    joined.digits[joined.count] = end - at;
    joined.numbers[joined.count++] =
        static_cast<int>(whole_number(std::string_view(plain).substr(at, end - at)).value_or(0));
    joined.is_whole_text = start == 0 && end == plain.size();
    const bool goes_on = end + 1 < plain.size() && is_digit(plain[end + 1]);
    const char mark = goes_on ? plain[end] : ' ';
    if (std::string_view("/.-").find(mark) == std::string_view::npos) break;
    if (joined.mark != 0 && joined.mark != mark) break;
    joined.mark = mark;
    at = end + 1;
  }
  return joined;
}

bool has_year_behind(const Joined& joined) {
  if (joined.count != 3 || joined.digits[0] > 2 || joined.digits[1] > 2) return false;
  return joined.digits[2] == 4 || (joined.digits[2] == 2 && joined.numbers[2] != 0);
}

bool is_month(int number) { return number >= 1 && number <= 12; }
bool is_day(int number) { return number >= 1 && number <= 31; }

}  // namespace

DateOrder order_shown_by(std::string_view text) {
  if (text.size() > 100 || text.find_first_of("/.-") == std::string_view::npos) return DateOrder::kUnknown;
  const Joined joined = joined_numbers(plain_typed(text));
  const bool lacks_year = joined.count == 2 && joined.mark == '/';  // "9.30" may be a time of day
  if (!has_year_behind(joined) && !lacks_year) return DateOrder::kUnknown;
  const auto [first, second, year] = joined.numbers;
  if (is_day(first) && !is_month(first) && is_month(second)) return DateOrder::kDayFirst;
  if (is_month(first) && is_day(second) && !is_month(second)) return DateOrder::kMonthFirst;
  return DateOrder::kUnknown;
}

void ProvedOrder::see(std::string_view text) {
  const DateOrder shown = order_shown_by(text);
  has_day_first_ = has_day_first_ || shown == DateOrder::kDayFirst;
  has_month_first_ = has_month_first_ || shown == DateOrder::kMonthFirst;
}

DateOrder ProvedOrder::order() const {
  if (has_day_first_ == has_month_first_) return DateOrder::kUnknown;
  return has_day_first_ ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
}

bool is_numeric_date(std::string_view text) {
  if (text.size() > 100) return false;
  const Joined joined = joined_numbers(plain_typed(text));
  if (!joined.is_whole_text || !has_year_behind(joined)) return false;
  const auto [first, second, year] = joined.numbers;
  return (is_day(first) && is_month(second)) || (is_month(first) && is_day(second));
}

}  // namespace tertulia::formats
