// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <optional>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr double kSecondsOfDay = 86400;
constexpr double kFirstOf10000 = 2958466;  // 10000-01-01, counted from 1900
constexpr int kMostDecimals = 15;

// The code without texts, colours, conditions and fill, in lower case. Durations leave their bracket: "[h]".
std::string bare_code(std::string_view code) {
  std::string bare;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const std::string inside = lower_ascii(code.substr(at + 1, end - at - 1));
      if (!inside.empty() && inside.find_first_not_of("hms") == std::string::npos) bare += "[" + inside;
      at = end;
    } else {
      bare += c;
    }
  }
  bare = lower_ascii(bare);
  for (const std::string_view mark : {"am/pm", "a/p"})
    if (const std::size_t at = bare.find(mark); at != std::string::npos) bare.erase(at, mark.size());
  return bare;
}

bool has_any(const std::string& code, std::string_view letters) {
  return code.find_first_of(letters) != std::string::npos;
}

NumberFormat moment_format(const std::string& code) {
  const bool has_seconds = has_any(code, "s");
  if (has_any(code, "[")) return {NumberLook::kDuration, 0, has_seconds};
  const bool has_time = has_any(code, "hs");
  // "m" alone is a month, beside hours or seconds it is minutes.
  const bool has_day = has_any(code, "yd") || (!has_time && has_any(code, "m"));
  if (has_day) return {has_time ? NumberLook::kDayAndTime : NumberLook::kDay, 0, has_seconds};
  return {NumberLook::kTime, 0, has_seconds};
}

NumberFormat digits_format(const std::string& code) {
  const bool is_percent = has_any(code, "%");
  if (!has_any(code, "0#?") || has_any(code, "e/@")) return {};
  const std::size_t point = code.find('.');
  int decimals = 0;
  bool is_exact = true;
  if (point != std::string::npos)
    for (std::size_t at = point + 1; at < code.size() && has_any(code.substr(at, 1), "0#?"); ++at) {
      ++decimals;
      is_exact = is_exact && code[at] == '0';
    }
  if (!is_exact && !is_percent) return {};  // digits that are shown where there are any
  decimals = std::min(decimals, kMostDecimals);
  return {is_percent ? NumberLook::kPercent : NumberLook::kFixed, decimals, false};
}

std::string fixed_number(double value, int decimals) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, decimals).ptr;
  return {digits.begin(), end};
}

std::string two(long long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_text(long long seconds, bool has_seconds) {
  const std::string text = two(seconds / 3600) + ":" + two(seconds / 60 % 60);
  return has_seconds || seconds % 60 != 0 ? text + ":" + two(seconds % 60) : text;
}

std::string day_text(long long days) {
  using namespace std::chrono;
  const year_month_day day{sys_days{std::chrono::days{days - 25569}}};  // 1970-01-01 is day 25569
  return std::to_string(static_cast<int>(day.year())) + "-" + two(static_cast<unsigned>(day.month())) + "-" +
         two(static_cast<unsigned>(day.day()));
}

// Not what a damaged file may hold instead of a number (NaN), either.
bool is_countable(double days) { return days >= 0 && days < kFirstOf10000; }

// None when the number is no day.
std::optional<std::string> moment_text(double value, const NumberFormat& format, DayCount counted) {
  if (format.look == NumberLook::kDuration) {
    if (!is_countable(value)) return std::nullopt;
    return clock_text(std::llround(value * kSecondsOfDay), format.has_seconds);
  }
  if (counted == DayCount::kFrom1904) value += 1462;
  if (!is_countable(value)) return std::nullopt;
  auto days = static_cast<long long>(std::floor(value));
  long long seconds = std::llround((value - std::floor(value)) * kSecondsOfDay);
  if (seconds == 86400) {
    seconds = 0;
    ++days;
  }
  if (format.look == NumberLook::kTime) return clock_text(seconds, format.has_seconds);
  if (days < 1) return std::nullopt;
  if (days < 60) ++days;  // spreadsheets count a 29 February 1900 that never was
  const std::string day = day_text(days);
  return format.look == NumberLook::kDay ? day : day + " " + clock_text(seconds, format.has_seconds);
}

}  // namespace

NumberFormat number_format(std::string_view code) {
  const std::string bare = bare_code(code.substr(0, 255));
  if (bare.find("general") != std::string::npos) return {};
  return has_any(bare, "ydhms") ? moment_format(bare) : digits_format(bare);
}

NumberFormat builtin_format(int id) {
  const auto within = [id](int first, int last) { return id >= first && id <= last; };
  if (id == 1 || id == 3 || within(5, 6) || within(37, 38) || within(41, 42)) return {NumberLook::kFixed, 0};
  if (id == 2 || id == 4 || within(7, 8) || within(39, 40) || within(43, 44)) return {NumberLook::kFixed, 2};
  if (id == 9 || id == 10) return {NumberLook::kPercent, id == 9 ? 0 : 2};
  if (within(14, 17) || within(27, 31) || id == 36 || within(50, 54) || within(57, 58))
    return {NumberLook::kDay};
  if (id == 18 || id == 20 || id == 32 || id == 34 || id == 55) return {NumberLook::kTime};
  if (id == 19 || id == 21 || id == 33 || id == 35 || id == 56 || id == 45 || id == 47)
    return {NumberLook::kTime, 0, true};
  if (id == 22) return {NumberLook::kDayAndTime};
  if (id == 46) return {NumberLook::kDuration, 0, true};
  return {};
}

std::string shown_number(double value, const NumberFormat& format, DayCount days) {
  switch (format.look) {
    case NumberLook::kGeneral:
      return general_number(value);
    case NumberLook::kFixed:
      return fixed_number(value, format.decimals);
    case NumberLook::kPercent:
      return fixed_number(value * 100, format.decimals) + "%";
    default:
      return moment_text(value, format, days).value_or(general_number(value));
  }
}

std::string general_number(double value) {
  constexpr double kLongest = 1e18;  // a long whole number is a code of somebody's, and no quantity
  constexpr int kDigits = 15;
  std::array<char, 64> digits{};
  const bool is_whole = std::trunc(value) == value && std::abs(value) <= kLongest;
  const auto end =
      is_whole ? std::to_chars(digits.begin(), digits.end(), static_cast<long long>(value)).ptr
               : std::to_chars(digits.begin(), digits.end(), value, std::chars_format::general, kDigits).ptr;
  return {digits.begin(), end};
}

std::string number_text(const std::string& text) {
  const auto number = decimal_number(text);
  return number ? general_number(*number) : text;
}

}  // namespace tertulia::formats
