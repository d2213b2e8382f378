// SPDX-License-Identifier: Apache-2.0
// One content line of a calendar (RFC 5545, section 3.1), taken apart, and put right before libical reads it.
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// Views into the line.
struct PropertyParts {
  std::string_view name;                     // "DTSTART", as written
  std::vector<std::string_view> parameters;  // "TZID=Europe/Lisbon"
  std::string_view value;
  bool is_whole = false;  // it has a name and a colon
};
[[nodiscard]] PropertyParts property_parts(std::string_view line);

// The name in upper case; empty when the line has none.
[[nodiscard]] std::string name_of_property(std::string_view line);

// A text value without the escapes of RFC 5545, section 3.3.11.
[[nodiscard]] std::string unescaped(std::string_view value);

// The same line as libical reads it best:
// - of times and rules everything in upper case but the zone, the zone in quotes, ISO 8601 days and times in
//   their basic form;
// - quoted-printable texts of vCalendar 1.0 as plain ones;
// - with `is_version_1` its rules ("W2 MO WE #5") in the grammar of RFC 5545, and lists with commas.
[[nodiscard]] std::string readable_line(std::string_view line, bool is_version_1);

// A rule of vCalendar 1.0 as one of RFC 5545; empty when it is none.
[[nodiscard]] std::string rule_of_version_1(std::string_view rule);

}  // namespace tertulia::formats
