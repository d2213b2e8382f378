// SPDX-License-Identifier: Apache-2.0
// Small calendars for tests: a visit to Lisbon, 10 to 13 May 2027.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/formats/calendar/icalendar.h"

namespace tertulia::formats {

inline CalendarDays lisbon_days() {
  return {"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 13, 0, 0, 0}, "pt"};
}

// Two lines stand before the components: the first BEGIN is on line 3.
inline std::string calendar(const std::string& components) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n";
}

// The UID is on the entry's second line; `lines` start on its third.
inline std::string event(const std::string& lines, const std::string& uid = "1@x") {
  return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "END:VEVENT\n";
}

struct CalendarReading {
  std::vector<CalendarEntry> entries;
  Findings findings;
};

inline CalendarReading read_calendar(const std::string& components) {
  CalendarReading reading;
  auto contents = read_icalendar({"agenda.ics", calendar(components)}, lisbon_days(), reading.findings);
  EXPECT_TRUE(contents.has_value());
  if (contents) reading.entries = std::move(contents->entries);
  return reading;
}

}  // namespace tertulia::formats
