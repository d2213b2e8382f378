// SPDX-License-Identifier: Apache-2.0
// Which of several VEVENTs of one UID are in force: SEQUENCE, then LAST-MODIFIED or DTSTAMP tell the newer
// (RFC 5546, section 2.1.5). For series.cpp.
#pragma once

#include <string>
#include <vector>

#include "firmware/formats/calendar/calendar_event.h"

namespace tertulia::formats {

// The newest event for the series or single entry itself, then the newest for each occurrence that is
// replaced, in the order of their times: the same events in another order, or in other files, give the same.
// What nothing orders and starts at another time is a copy that somebody made: both stay. An older revision
// that was closed closes the newer one, unless that says otherwise in the same file. `findings` has one for
// each file.
[[nodiscard]] std::vector<const CalendarEvent*> newest_revisions(const std::vector<CalendarEvent*>& events,
                                                                 const std::string& zone,
                                                                 std::vector<GroupedFindings>& findings);

}  // namespace tertulia::formats
