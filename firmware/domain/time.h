// SPDX-License-Identifier: Apache-2.0
// Times as values. Durations are measured on the boot clock; wall time is a label only, since a Raspberry Pi
// has no clock that runs without power.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia {

using Milliseconds = std::chrono::milliseconds;
using Minutes = std::chrono::minutes;

// UTC, milliseconds since 1970-01-01. It may jump and never measures a duration.
using WallTime = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;
// The range of RFC 3339: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z.
inline constexpr WallTime kFirstWallTime{Milliseconds(-62'135'596'800'000)};
inline constexpr WallTime kLastWallTime{Milliseconds(253'402'300'799'999)};

// CLOCK_BOOTTIME: nanoseconds since this boot. It counts in suspend and never jumps. Comparable only within
// one boot.
using BootTime = std::chrono::nanoseconds;

// How good the wall clock is (CloudEvents extension `clockquality`).
// - kRebased: the time of an event was corrected afterwards, when the clock of the same boot had become good.
enum class ClockQuality { kUnsynced, kRtc, kOperator, kSynced, kRebased };
[[nodiscard]] std::string_view to_text(ClockQuality quality);
[[nodiscard]] Result<ClockQuality> clock_quality_from(std::string_view text);
// Whether the clock may be shown and used: the network or a person has set it.
[[nodiscard]] constexpr bool is_good(ClockQuality quality) {
  return quality == ClockQuality::kSynced || quality == ClockQuality::kOperator;
}

// Whether a person may set it: the network has not.
[[nodiscard]] constexpr bool may_be_set_by_hand(ClockQuality quality) {
  return quality != ClockQuality::kSynced && quality != ClockQuality::kRebased;
}

// The readings of all clocks at one moment. Pure functions take it as `now`.
struct Now {
  WallTime wall;
  BootTime boot{};
  std::string boot_id;  // of the running kernel; BootTime of another boot_id means nothing
  ClockQuality quality = ClockQuality::kUnsynced;
  Milliseconds error =
      Milliseconds(0);  // a good clock may be wrong by that: it has lost its network for long
};
// The one that comes first; an absent one never comes.
[[nodiscard]] std::optional<BootTime> earliest(std::optional<BootTime> one, std::optional<BootTime> other);
// The same clocks, earlier by `by`.
[[nodiscard]] Now earlier(const Now& now, Milliseconds by);

// A calendar day and a time of day in some time zone, for labels ("10:30", "day 2 of 4").
struct LocalTime {
  int year = 0;
  unsigned month = 0;  // 1-12
  unsigned day = 0;    // 1-31
  int hour = 0;        // 0-23
  int minute = 0;      // 0-59
  int second = 0;      // 0-59
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

// `zone` is an IANA name ("America/Costa_Rica"). Errors: unknown zone; a time outside the years 1 to 9999.
[[nodiscard]] Result<LocalTime> to_local(WallTime time, std::string_view zone);
// A local time that DST skips becomes the instant of the change; one that occurs twice, the first. Errors:
// unknown zone; no such day or time of day.
[[nodiscard]] Result<WallTime> to_wall(const LocalTime& local, std::string_view zone);
// So many whole minutes after the midnight of `day`, as a clock on the wall shows them. Errors: the same; a
// time of day below 0 or of 24 hours and more.
[[nodiscard]] Result<WallTime> to_wall(LocalTime day, Milliseconds into_day, std::string_view zone);
[[nodiscard]] bool is_known_zone(std::string_view zone);
// Every IANA name that this machine knows, sorted; empty without tzdata.
[[nodiscard]] std::vector<std::string> zone_names();

// RFC 3339, always UTC: "2027-05-11T14:30:00.250Z" (milliseconds left out when zero). A time outside the
// years 1 to 9999 is written as the nearest one inside.
[[nodiscard]] std::string to_rfc3339(WallTime time);
inline constexpr std::size_t kRfc3339DayLength = 10;  // of its beginning, "2027-05-11"
// Accepts any offset and any number of decimals (cut after milliseconds). Errors: anything else.
[[nodiscard]] Result<WallTime> wall_from_rfc3339(std::string_view text);

// Days and times of day as answers hold them: ISO 8601, extended form, without a zone.
// "2027-05-11": written like a day, whether or not there is one.
[[nodiscard]] bool has_form_of_day(std::string_view text);
// A day of the Gregorian calendar, which is taken to have been in use from the year 1 on.
[[nodiscard]] bool is_day(std::string_view text);
// "2027-05-11".
[[nodiscard]] std::string to_iso_day(const LocalTime& day);
// "14:30": written like a time of day, whether or not there is one.
[[nodiscard]] bool has_form_of_time(std::string_view text);
// From 00:00 to 23:59.
[[nodiscard]] bool is_time_of_day(std::string_view text);

// Whole days between two local dates, first to second; 0 when one is no date.
[[nodiscard]] int days_between(const LocalTime& first, const LocalTime& second);
// The same time of day so many days later, or earlier when negative; none: that is no date of the years 1 to
// 9999.
[[nodiscard]] std::optional<LocalTime> days_after(const LocalTime& day, int days);

}  // namespace tertulia
