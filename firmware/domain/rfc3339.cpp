// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include <date/date.h>

#include "firmware/domain/time.h"

namespace tertulia {
namespace {

// Reads a text from the front. After the first thing that does not fit, nothing fits any more.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  // Exactly `digits` decimal digits, at most `most`.
  int number(std::size_t digits, int most) {
    int value = 0;
    for (std::size_t at = 0; at < digits; ++at) value = value * 10 + digit().value_or(0);
    ok_ = ok_ && value <= most;
    return value;
  }
  std::optional<int> digit() {
    if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') {
      ok_ = false;
      return std::nullopt;
    }
    return take() - '0';
  }
  // One of these characters, or 0.
  char one_of(std::string_view wanted) {
    const bool fits = !rest_.empty() && wanted.find(rest_.front()) != std::string_view::npos;
    ok_ = ok_ && fits;
    return fits ? take() : '\0';
  }
  [[nodiscard]] bool next_is(char wanted) const { return !rest_.empty() && rest_.front() == wanted; }
  [[nodiscard]] bool next_is_digit() const {
    return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
  }

 private:
  char take() {
    const char taken = rest_.front();
    rest_.remove_prefix(1);
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

WallTime read_date(Reader& reader, bool& real) {
  const int year = reader.number(4, 9999);
  reader.one_of("-");
  const int month = reader.number(2, 12);
  reader.one_of("-");
  const int day = reader.number(2, 31);
  const auto ymd =
      date::year(year) / date::month(static_cast<unsigned>(month)) / date::day(static_cast<unsigned>(day));
  real = year >= 1 && ymd.ok();
  return real ? WallTime(date::sys_days(ymd)) : WallTime{};
}

Milliseconds read_time_of_day(Reader& reader) {
  const std::chrono::hours hours(reader.number(2, 23));
  reader.one_of(":");
  const Minutes minutes(reader.number(2, 59));
  reader.one_of(":");
  const std::chrono::seconds seconds(reader.number(2, 59));
  Milliseconds time = hours + minutes + seconds;
  if (!reader.next_is('.')) return time;
  reader.one_of(".");
  int weight = 100;
  do {
    time += Milliseconds(weight * reader.digit().value_or(0));
    weight /= 10;
  } while (reader.next_is_digit());
  return time;
}

// How far ahead of UTC.
Minutes read_offset(Reader& reader) {
  const char sign = reader.one_of("Zz+-");
  if (sign != '+' && sign != '-') return Minutes(0);
  const std::chrono::hours hours(reader.number(2, 23));
  reader.one_of(":");
  const Minutes offset = hours + Minutes(reader.number(2, 59));
  return sign == '-' ? -offset : offset;
}

}  // namespace

std::string to_rfc3339(WallTime time) {
  time = std::clamp(time, kFirstWallTime, kLastWallTime);
  const auto day = date::floor<date::days>(time);
  const date::year_month_day ymd(day);
  const date::hh_mm_ss<Milliseconds> clock(time - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  std::string written = text.data();
  const auto milliseconds = static_cast<int>(clock.subseconds().count());
  if (milliseconds != 0) {
    std::snprintf(text.data(), text.size(), ".%03d", milliseconds);
    written += text.data();
  }
  return written + "Z";
}

Result<WallTime> wall_from_rfc3339(std::string_view text) {
  Reader reader(text);
  bool real = false;
  const WallTime day = read_date(reader, real);
  reader.one_of("Tt");
  const Milliseconds time_of_day = read_time_of_day(reader);
  const WallTime time = day + time_of_day - read_offset(reader);
  if (!reader.ok() || !reader.at_end() || !real || time < kFirstWallTime || time > kLastWallTime)
    return Error{"Not a time: write it like 2027-05-11T14:30:00Z"};
  return time;
}

}  // namespace tertulia
