// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/time.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

#include <date/date.h>
#include <date/tz.h>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<ClockQuality, 5> kQualities = {{{ClockQuality::kUnsynced, "unsynced"},
                                                {ClockQuality::kRtc, "rtc"},
                                                {ClockQuality::kOperator, "operator"},
                                                {ClockQuality::kSynced, "synced"},
                                                {ClockQuality::kRebased, "rebased"}}};

bool is_writable(WallTime time) { return time >= kFirstWallTime && time <= kLastWallTime; }

// Owned by the date library, which reads the system's zone files; null when there is none of that name.
const date::time_zone* find_zone(std::string_view zone) {
  try {
    return date::locate_zone(zone);
  } catch (const std::exception&) {
    return nullptr;
  }
}

Error unknown_zone() {
  return Error{
      "Unknown time zone: write an IANA name such as America/Costa_Rica, and check that tzdata is installed"};
}

date::year_month_day date_of(const LocalTime& local) {
  return date::year(local.year) / date::month(local.month) / date::day(local.day);
}

bool is_date(const LocalTime& local) {
  const bool in_range = local.year >= 1 && local.year <= 9999 && local.month <= 12 && local.day <= 31;
  return in_range && date_of(local).ok();
}

bool is_local_time(const LocalTime& local) {
  const auto within = [](int value, int most) { return value >= 0 && value <= most; };
  return is_date(local) && within(local.hour, 23) && within(local.minute, 59) && within(local.second, 59);
}

WallTime instant_of(date::local_seconds local, const date::local_info& info) {
  if (info.result == date::local_info::nonexistent) return info.first.end;
  return date::sys_seconds(local.time_since_epoch()) - info.first.offset;
}

}  // namespace

std::string_view to_text(ClockQuality quality) { return name_of(kQualities, quality); }
Result<ClockQuality> clock_quality_from(std::string_view text) {
  return value_of(kQualities, text, "clock quality");
}

std::optional<BootTime> earliest(std::optional<BootTime> one, std::optional<BootTime> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

Now earlier(const Now& now, Milliseconds by) {
  Now then = now;
  then.wall -= by;
  then.boot -= by;
  return then;
}

bool is_known_zone(std::string_view zone) { return find_zone(zone) != nullptr; }

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  try {
    for (const date::time_zone& zone : date::get_tzdb().zones) names.push_back(zone.name());
  } catch (const std::exception&) {
    return {};
  }
  return names;
}

Result<LocalTime> to_local(WallTime time, std::string_view zone) {
  const date::time_zone* found = find_zone(zone);
  if (found == nullptr) return unknown_zone();
  if (!is_writable(time)) return Error{"A time outside the years 1 to 9999: check the clock or the calendar"};
  try {
    const date::local_seconds local = found->to_local(date::floor<std::chrono::seconds>(time));
    const auto day = date::floor<date::days>(local);
    const date::year_month_day ymd(day);
    const date::hh_mm_ss<std::chrono::seconds> clock(local - day);
    return LocalTime{static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()),
                     static_cast<int>(clock.hours().count()),
                     static_cast<int>(clock.minutes().count()),
                     static_cast<int>(clock.seconds().count())};
  } catch (const std::exception&) {
    return unknown_zone();  // its file cannot be read
  }
}

Result<WallTime> to_wall(const LocalTime& local, std::string_view zone) {
  const date::time_zone* found = find_zone(zone);
  if (found == nullptr) return unknown_zone();
  if (!is_local_time(local))
    return Error{"No such day or time of day: check year, month, day, hour and minute"};
  const date::local_seconds seconds = date::local_days(date_of(local)) + std::chrono::hours(local.hour) +
                                      Minutes(local.minute) + std::chrono::seconds(local.second);
  try {
    return instant_of(seconds, found->get_info(seconds));
  } catch (const std::exception&) {
    return unknown_zone();  // its file cannot be read
  }
}

std::string to_iso_day(const LocalTime& day) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", day.year, day.month, day.day);
  return text.data();
}

Result<WallTime> to_wall(LocalTime day, Milliseconds into_day, std::string_view zone) {
  const auto minutes = std::chrono::duration_cast<Minutes>(into_day).count();
  day.hour = static_cast<int>(minutes / 60);
  day.minute = static_cast<int>(minutes % 60);
  day.second = 0;
  return to_wall(day, zone);
}

int days_between(const LocalTime& first, const LocalTime& second) {
  if (!is_date(first) || !is_date(second)) return 0;
  return static_cast<int>((date::local_days(date_of(second)) - date::local_days(date_of(first))).count());
}

std::optional<LocalTime> days_after(const LocalTime& day, int days) {
  if (!is_date(day)) return std::nullopt;
  const date::year_month_day later(date::local_days(date_of(day)) + date::days(days));
  LocalTime moved = day;
  moved.year = static_cast<int>(later.year());
  moved.month = static_cast<unsigned>(later.month());
  moved.day = static_cast<unsigned>(later.day());
  return is_date(moved) ? std::optional(moved) : std::nullopt;
}

}  // namespace tertulia
