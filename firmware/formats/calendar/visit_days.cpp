// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/visit_days.h"

#include "firmware/formats/calendar/local_days.h"

namespace tertulia::formats {

Result<Span> span_of(const CalendarDays& days) {
  TRY(const WallTime start, to_wall(days.first_day, days.zone));
  TRY(const WallTime end, to_wall(days_later(days.last_day, 1), days.zone));
  return Span{start, end};
}

std::string outside_of(const CalendarDays& days) {
  return "Left out: outside of the visit's days, " + day_and_time(days.first_day, true) + " to " +
         day_and_time(days.last_day, true) + "; check the dates if they belong to it.";
}

}  // namespace tertulia::formats
