// SPDX-License-Identifier: Apache-2.0
// Parses the entries of an iCalendar file (RFC 5545) or a vCalendar 1.0 with libical, as calendar programs
// write them: every encoding and line end, names of zones of Windows, series with exceptions, changes and
// cancellations. An entry that cannot be read is left out and named; the others are used. agenda_builder.h
// makes sessions of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/agenda.h"
#include "firmware/domain/text.h"
#include "firmware/domain/time.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct CalendarDays {
  std::string zone;     // of the visit: for whole days, and for floating times of no other zone
  LocalTime first_day;  // entries within these are read
  LocalTime last_day;
  Language language;  // of texts without a LANGUAGE parameter
};

// What schedules and tables say and calendars do not; of a calendar only the place.
struct EntryExtras {
  Place place;  // where the entry stands
  LocalizedText speakers;
  LocalizedText expected_outcomes;
  std::optional<Access> access;
  std::string format;  // id of a session format
  std::string form;    // id of a questionnaire
  std::vector<Segment> segments;
};

// How long an entry without an end is shown: "08:40 The bus leaves".
inline constexpr Minutes kMilestone{5};

struct CalendarEntry {
  std::string id;   // unique: the UID, and for an occurrence of a series its start behind a slash
  std::string uid;  // never empty
  LocalizedText title;
  LocalizedText description;
  std::string location;
  bool has_url = false;
  bool has_conference = false;
  bool is_private = false;  // marked so, or not certainly public
  bool is_break = false;    // a category says so
  bool all_day = false;
  WallTime start;
  WallTime end;  // > start
  int line = 0;
  EntryExtras extras = {};
};

// An entry of the file that is no session of the visit: cancelled, outside of its days, or unreadable.
struct LeftOutEntry {
  std::string uid;
  LocalizedText title;
};

struct CalendarContents {
  std::vector<CalendarEntry> entries;  // within the visit's days; the occurrences of a series side by side
  std::vector<LeftOutEntry> left_out;
};

// Calendars that are read together, and what was found in each, in their order.
struct CalendarsReading {
  CalendarContents contents;
  std::vector<Findings> findings;  // something is wrong in those of a file that is no calendar
};

// Joins the calendars as if they were one: of the revisions of an entry the newest counts, and a cancellation
// counts, whichever file it stands in (RFC 5546, section 2.1.5). The order of the files makes no difference.
// An entry that one file closes stays closed, whatever a newer revision in another file says.
[[nodiscard]] CalendarsReading read_icalendars(const std::vector<SourceFile>& sources,
                                               const CalendarDays& days);

// The same of one calendar. None when it is none; the findings then hold something wrong.
[[nodiscard]] std::optional<CalendarContents> read_icalendar(const SourceFile& source,
                                                             const CalendarDays& days, Findings& findings);

}  // namespace tertulia::formats
