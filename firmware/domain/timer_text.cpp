// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

#include "firmware/domain/timer.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// "08:24", "1:02:03"; `total` >= 0.
std::string clock_text(std::int64_t total) {
  const long long h = total / 3600;
  const long long m = total / 60 % 60;
  const long long s = total % 60;
  std::array<char, 40> text{};
  if (h > 0)
    std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", h, m, s);
  else
    std::snprintf(text.data(), text.size(), "%02lld:%02lld", m, s);
  return text.data();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits off the front; none gives 0. Refuses more than six: nobody means that.
std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && is_digit(text[digits]); ++digits) {
    if (digits == 6) return std::nullopt;
    value = value * 10 + (text[digits] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

std::optional<Milliseconds> from_parts(int h, int m, int s) {
  if (m > 59 || s > 59) return std::nullopt;
  return hours(h) + minutes(m) + seconds(s);
}

// Digits alone: "1" and "90" are minutes, "123" is 1:23, "12345" is 1:23:45.
std::optional<Milliseconds> from_digits(std::string_view text) {
  const std::size_t length = text.size();
  const auto number = take_number(text);
  if (!number || !text.empty()) return std::nullopt;
  if (length <= 2) return minutes(*number);
  if (length <= 4) return from_parts(*number / 100, *number % 100, 0);
  return from_parts(*number / 10000, *number / 100 % 100, *number % 100);
}

// "12:30", "12.30", ":10", "1:02:03": hours, minutes, seconds.
std::optional<Milliseconds> from_clock(std::string_view text) {
  std::array<int, 3> parts{};
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    parts[at] = *number;
    if (text.empty()) return from_parts(parts[0], parts[1], parts[2]);
    if (text.front() != ':' && text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

// "90m", "1h2", "1m2", "1h2m3s": a number without a unit counts in the unit below the one before it.
std::optional<Milliseconds> from_units(std::string_view text) {
  constexpr std::string_view kUnits = "hms";
  constexpr std::array<seconds, 3> kLengths = {hours(1), minutes(1), seconds(1)};
  Milliseconds total{};
  std::size_t allowed = 0;  // the largest unit that may still come
  while (!text.empty()) {
    if (!is_digit(text.front())) return std::nullopt;
    const auto number = take_number(text);
    const std::size_t unit = text.empty() ? allowed : kUnits.find(text.front());
    if (!number || unit >= kLengths.size() || unit < allowed || (allowed > 0 && *number > 59))
      return std::nullopt;
    total += kLengths[unit] * *number;
    allowed = unit + 1;
    if (!text.empty()) text.remove_prefix(1);
  }
  return total;
}

// "12am", "1:30pm", "130p": a time of day, as the time since midnight.
std::optional<Milliseconds> from_half_day(std::string_view text, hours noon) {
  const bool hours_only = text.size() <= 2 && text.find_first_of(":.") == std::string_view::npos;
  const std::string clock = std::string(text) + (hours_only ? ":00" : "");
  const bool plain = !text.empty() && is_digit(text.front());
  const auto time = !plain                                           ? std::nullopt
                    : clock.find_first_of(":.") == std::string::npos ? from_digits(clock)
                                                                     : from_clock(clock);
  if (!time || *time < hours(1) || *time >= hours(13)) return std::nullopt;
  return *time % hours(12) + noon;
}

std::string lower_without_blanks(std::string_view typed) {
  std::string text;
  for (const char c : typed)
    if (c != ' ') text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  return text;
}

std::optional<Milliseconds> read_typed(std::string_view text) {
  if (text.empty() || text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  if (text.ends_with("am")) return from_half_day(text.substr(0, text.size() - 2), hours(0));
  if (text.ends_with("pm")) return from_half_day(text.substr(0, text.size() - 2), hours(12));
  if (text.find_first_of(":.") != std::string_view::npos) return from_clock(text);
  if (text.find_first_of("hms") != std::string_view::npos) return from_units(text);
  return from_digits(text);
}

}  // namespace

std::string countdown_text(Milliseconds remaining) {
  // Division cuts towards zero: upwards below zero, so only above zero a started second must be added.
  const std::int64_t whole = remaining.count() / 1000;
  if (remaining.count() < 0) return "-" + clock_text(-whole);
  return clock_text(whole + (remaining.count() % 1000 > 0 ? 1 : 0));
}

std::string elapsed_text(Milliseconds elapsed) {
  return clock_text(elapsed.count() > 0 ? elapsed.count() / 1000 : 0);
}

Result<Milliseconds> typed_time(std::string_view typed) {
  const std::optional<Milliseconds> time =
      typed.size() <= 32 ? read_typed(lower_without_blanks(typed)) : std::nullopt;
  if (time) return *time;
  return Error{"Not a time: type minutes (15), 1h30, 1m30, 12:30 or 2:15pm"};
}

}  // namespace tertulia
