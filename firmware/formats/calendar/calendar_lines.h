// SPDX-License-Identifier: Apache-2.0
// Cuts the text of an iCalendar file (RFC 5545) into its components and remembers their line numbers. Each
// component is parsed alone: a broken entry does not affect the others, and every finding names a line.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tertulia::formats {

struct CalendarComponent {
  std::string kind;        // "VEVENT", "VTIMEZONE", upper case
  int line = 0;            // of its BEGIN
  std::string text;        // BEGIN to END, \r\n line ends; alarms inside an event are left out
  std::vector<int> lines;  // of the file, of each line of `text`

  // Line of the first property of that name in it; `line` when there is none.
  [[nodiscard]] int line_of(std::string_view property) const;
};

struct CalendarError {
  int line = 0;
  std::string message;
};
[[nodiscard]] std::variant<std::vector<CalendarComponent>, CalendarError> split_calendar(
    std::string_view text);

}  // namespace tertulia::formats
