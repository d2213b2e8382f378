// SPDX-License-Identifier: Apache-2.0
// The times of one VEVENT: start, end, the occurrences of its rules and dates near the visit's days, the
// occurrence that it stands for. For calendar_event.cpp.
#pragma once

#include <string>

#include "firmware/formats/calendar/calendar_event.h"

struct icalcomponent_impl;

namespace tertulia::formats {

// Fills start, end, all_day, is_series, occurrences and replaces of `event`. Returns why it cannot be used,
// as a sentence for the findings; empty when all is well. Other findings are added to those of the context.
[[nodiscard]] std::string read_times(CalendarEvent& event, icalcomponent_impl* component,
                                     const EventContext& context);

}  // namespace tertulia::formats
