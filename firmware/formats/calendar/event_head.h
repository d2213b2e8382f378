// SPDX-License-Identifier: Apache-2.0
// What the lines of a VEVENT tell before libical reads it: identity, revision, access, and whether it can be
// within the visit's days. A calendar of many years is read no further than this. For calendar_event.cpp.
#pragma once

#include "firmware/formats/calendar/calendar_event.h"

namespace tertulia::formats {

struct EventHead {
  CalendarEvent event;         // without times; kOutside when it is certainly not within the days
  std::vector<OwnLine> lines;  // of the component
  std::string title;           // of its first SUMMARY
  std::string unknown_access;  // the word of an access mark that nobody knows; empty when there is none
};
[[nodiscard]] EventHead read_head(const CalendarComponent& component, const EventContext& context);

}  // namespace tertulia::formats
