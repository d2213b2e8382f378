// SPDX-License-Identifier: Apache-2.0
// One VEVENT of a calendar (RFC 5545, RFC 7986) as plain values. series.h joins those of one UID and makes
// calendar entries of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/formats/calendar/access_marks.h"
#include "firmware/formats/calendar/calendar_lines.h"
#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/calendar/rule_budget.h"
#include "firmware/formats/text/grouped_findings.h"

namespace tertulia::formats {

struct Occurrence {
  WallTime start;
  WallTime end;
  LocalTime local;  // its start in the zone of the series
};

// RECURRENCE-ID: the occurrence of a series that an entry stands for.
struct ReplacedOccurrence {
  WallTime start;
  LocalTime local;
  bool is_day = false;     // only the day is given
  bool and_later = false;  // RANGE=THISANDFUTURE
};

// How much was read.
//   kOutside: it is not within the visit's days, and has no more than identity and revision
//   kBad:     it cannot be used; a finding says why
enum class EventState { kRead, kOutside, kBad };

struct CalendarEvent {
  EventState state = EventState::kRead;
  CalendarEntry entry;           // of its first occurrence
  std::optional<LocalTime> day;  // as DTSTART has it; what is known of an entry that is not read in full
  AccessMark access = AccessMark::kNone;
  bool is_cancelled = false;
  bool is_series = false;
  bool has_unused_rule = false;         // what one of its rules gives is not known; a finding says why
  int sequence = 0;                     // SEQUENCE: the higher one is the newer revision
  std::string modified;                 // LAST-MODIFIED, else DTSTAMP; compares as text
  std::string stamp;                    // DTSTAMP
  std::size_t file = 0;                 // which of the calendars that are read together it stands in
  std::vector<Occurrence> occurrences;  // of a series, sorted, near the visit's days, without exceptions
  std::optional<ReplacedOccurrence> replaces;
};

struct EventContext {
  const CalendarText& text;
  const Calendar& calendar;
  const CalendarZones& zones;
  const CalendarDays& days;
  GroupedFindings& findings;
  RuleBudget& budget;  // of the file
};

[[nodiscard]] CalendarEvent read_event(const CalendarComponent& component, const EventContext& context);

// "'Opening', 2027-05-10 09:00" at its line, for findings; of a closed entry without its title.
[[nodiscard]] FindingSubject subject_of(const CalendarEvent& event, const std::string& zone);

}  // namespace tertulia::formats
