// SPDX-License-Identifier: Apache-2.0
// Joins the VEVENTs of one UID: the newest revision of each (RFC 5546, section 2.1.5), changed and cancelled
// occurrences of a series, copies. Pure. For icalendar.cpp.
#pragma once

#include <vector>

#include "firmware/formats/calendar/calendar_event.h"
#include "firmware/formats/calendar/visit_days.h"

namespace tertulia::formats {

struct SeriesContext {
  Span span;
  const CalendarDays& days;
  std::vector<GroupedFindings>& findings;  // one for each file
};

// The entries within the span, those of one UID side by side, in the order of the file. Events that are
// outside, bad, cancelled or replaced give none; `left_out` gets what is named by no entry.
[[nodiscard]] std::vector<CalendarEntry> join_series(std::vector<CalendarEvent> events,
                                                     const SeriesContext& context,
                                                     std::vector<LeftOutEntry>& left_out);

}  // namespace tertulia::formats
