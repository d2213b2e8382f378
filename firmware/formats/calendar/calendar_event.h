// SPDX-License-Identifier: Apache-2.0
// One VEVENT of a calendar (RFC 5545, RFC 7986) as plain values. icalendar.cpp makes calendar entries of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/formats/calendar/calendar_lines.h"
#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct CalendarEvent {
  CalendarEntry entry;  // of its first occurrence
  CalendarTime first;
  bool is_cancelled = false;
  bool has_rule = false;
  std::vector<WallTime> occurrences;  // of its rule, within the visit's days
  std::vector<WallTime> excluded;     // EXDATE
  std::optional<WallTime> replaces;   // RECURRENCE-ID: the occurrence it stands for
};

struct EventContext {
  const std::string& file;
  const CalendarDays& days;
  const CalendarZones& zones;
  Findings& findings;
};

// None when the entry is not a session; a finding says why.
[[nodiscard]] std::optional<CalendarEvent> read_event(const CalendarComponent& component,
                                                      const EventContext& context);

}  // namespace tertulia::formats
