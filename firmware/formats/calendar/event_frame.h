// SPDX-License-Identifier: Apache-2.0
// The start of a VEVENT and how long each of its occurrences lasts: what its other times are understood by.
// For event_times.cpp and event_series.cpp.
#pragma once

#include <chrono>
#include <optional>

#include "firmware/formats/calendar/calendar_event.h"

struct icalcomponent_impl;

namespace tertulia::formats {

// A number of days of the calendar, then a time (RFC 5545, section 3.8.5.3: a DURATION is nominal, the time
// from DTSTART to DTEND is exact).
struct EventLength {
  int days = 0;
  std::chrono::seconds rest{};
};

struct EventFrame {
  const EventContext& context;
  CalendarTime first{};  // DTSTART
  EventLength length{};

  // None when there is no such day or time.
  [[nodiscard]] std::optional<WallTime> instant(const CalendarTime& time) const;
  // A time without a zone belongs to the zone of the start: programs leave it out in EXDATE and the like.
  [[nodiscard]] CalendarTime in_zone_of_start(CalendarTime time) const;
  // Of an occurrence that starts at `start`, which is `time` where it takes place.
  [[nodiscard]] std::optional<WallTime> end_of(CalendarTime time, WallTime start) const;
};

// libical could not read a property of that name.
[[nodiscard]] bool has_unread(icalcomponent_impl* component, std::string_view name);

// Makes a series of the event if it has rules or extra dates: fills is_series and occurrences.
void read_series(CalendarEvent& event, icalcomponent_impl* component, const EventFrame& frame);

}  // namespace tertulia::formats
