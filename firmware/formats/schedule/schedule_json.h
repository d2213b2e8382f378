// SPDX-License-Identifier: Apache-2.0
// Reads schedules in JSON: frab and pretalx (version 1: days, in them rooms, in them events; version 2: a
// list of talks beside lists of rooms and speakers), and the timetable of Indico, whose sessions hold
// contributions. What a program calls its lists is no matter: whatever has a title and a start is an entry.
#pragma once

#include "firmware/formats/schedule/schedule_xml.h"

namespace tertulia::formats {

// A finding is wrong when there is nothing to read in it.
[[nodiscard]] DraftSchedule read_schedule_json(const SourceFile& source, const Language& language,
                                               Findings& findings);

}  // namespace tertulia::formats
