// SPDX-License-Identifier: Apache-2.0
// Finds the calendars of an iCalendar file (RFC 5545) and their components by BEGIN and END. Each component
// is parsed alone afterwards: a broken one does not affect the others, and every finding names a line. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/calendar/calendar_text.h"
#include "firmware/formats/text/grouped_findings.h"

namespace tertulia::formats {

struct CalendarComponent {
  std::string kind;                      // "VEVENT", "VTIMEZONE", upper case
  std::size_t begin = 0;                 // index of its BEGIN in the text
  std::size_t end = 0;                   // behind its last line
  std::set<std::size_t> left_open = {};  // of what is nested in it and has no END: the index of its BEGIN
};

// One VCALENDAR.
struct Calendar {
  bool is_version_1 = false;     // vCalendar 1.0
  bool is_cancellation = false;  // METHOD:CANCEL
  bool is_closed = false;        // an access mark of the whole calendar closes it
  std::string zone;              // X-WR-TIMEZONE: of its floating times; may be empty
  std::vector<CalendarComponent> components;
};

struct CalendarError {
  int line = 0;
  std::string message;
};

struct CalendarFile {
  std::vector<Calendar> calendars;
  std::optional<CalendarError> error;  // it is no calendar
};

// What is open at the end, lies outside or closes nothing goes to the findings; the rest is used.
[[nodiscard]] CalendarFile split_calendar(const CalendarText& text, GroupedFindings& findings);

// Its lines as libical reads them best, "\r\n" behind each, without the alarms inside an event.
[[nodiscard]] std::string text_of(const CalendarComponent& component, const CalendarText& text,
                                  bool is_version_1);

struct OwnLine {
  std::size_t index = 0;  // in the text
  std::string name;       // of its property, upper case; empty when it has none
};
// The lines of the component itself, without those of what is nested in it, BEGIN and END. Behind an alarm
// whose END is missing, what no alarm can have is of the entry again: it must not hide that an entry is
// cancelled, or repeats. An access mark counts wherever it stands.
[[nodiscard]] std::vector<OwnLine> own_lines(const CalendarComponent& component, const CalendarText& text);

}  // namespace tertulia::formats
