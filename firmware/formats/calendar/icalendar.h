// SPDX-License-Identifier: Apache-2.0
// Parses the entries of an iCalendar file (RFC 5545) with libical: zones, folded lines, whole days,
// durations, recurrence within the visit's days, exceptions, cancelled entries. agenda_builder.h makes
// sessions of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/text.h"
#include "firmware/domain/time.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct CalendarDays {
  std::string zone;     // of the visit: for floating times and whole days
  LocalTime first_day;  // rules are expanded within these
  LocalTime last_day;
  Language language;  // of texts without a LANGUAGE parameter
};

struct CalendarEntry {
  std::string id;   // unique: the UID, and for an occurrence of a rule its start behind a slash
  std::string uid;  // never empty
  LocalizedText title;
  LocalizedText description;
  std::string location;
  bool has_url = false;
  bool has_conference = false;
  bool is_private = false;  // CLASS other than PUBLIC
  bool is_break = false;    // a category says so
  bool all_day = false;
  WallTime start;
  WallTime end;  // > start
  int line = 0;
};

// In the order of the file. None when it is no calendar; the findings then hold something wrong.
[[nodiscard]] std::optional<std::vector<CalendarEntry>> read_icalendar(const SourceFile& source,
                                                                       const CalendarDays& days,
                                                                       Findings& findings);

}  // namespace tertulia::formats
