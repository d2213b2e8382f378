// SPDX-License-Identifier: Apache-2.0
// The visit's days as a span of time. Pure but for the zone files of the system.
#pragma once

#include <string>

#include "firmware/domain/result.h"
#include "firmware/formats/calendar/icalendar.h"

namespace tertulia::formats {

// From the first midnight of the visit to the one behind its last day, in its zone.
struct Span {
  WallTime start;
  WallTime end;
  // The entry starts within it or runs into it.
  [[nodiscard]] bool touches(WallTime from, WallTime to) const {
    return from < end && (to > start || from >= start);
  }
};
// Errors: an unknown zone, or no such day.
[[nodiscard]] Result<Span> span_of(const CalendarDays& days);

// Why an entry that the span does not touch is left out, as a sentence for the findings.
[[nodiscard]] std::string outside_of(const CalendarDays& days);

}  // namespace tertulia::formats
