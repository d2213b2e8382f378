// SPDX-License-Identifier: Apache-2.0
// One entry of an agenda as another program or a person wrote it: texts, before they become times, rooms and
// access. Every reader of this folder makes these, and entry_of() makes calendar entries of them, so that
// each rule about times, lengths and words stands once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/schedule/date_order.h"
#include "firmware/formats/text/findings.h"
#include "firmware/formats/text/grouped_findings.h"

namespace tertulia::formats {

struct DraftEntry {
  Place place;
  std::string id;  // may be empty
  LocalizedText title;
  LocalizedText description;
  LocalizedText expected_outcomes;
  LocalizedText speakers;
  std::string room;
  std::string day;     // a day, when `start` does not say it
  std::string start;   // a moment, or a time of day
  std::string clock;   // the time of day that stands beside a moment in `start`; may be empty
  std::string end;     // the same; may be empty
  std::string length;  // may be empty
  std::string kind;    // "lecture", "Coffee break"
  std::string access;  // "open", "fermé"; may be empty
  std::string format;
  std::string form;
  bool is_private = false;
  bool is_break = false;
  std::vector<DraftEntry> parts;  // become segments
};

// What holds for all entries of one file.
struct DraftContext {
  const CalendarDays& days;
  std::string zone;  // of times without an offset
  // An entry of a day that starts before this time belongs to the night after it (frab: day_change).
  Minutes day_change{};
  GroupedFindings& findings;
  DateOrder date_order = DateOrder::kUnknown;  // of its days in digits, as the sheet proves it
};

// As a finding names it: its title and where it stands; of a closed entry without its title.
[[nodiscard]] FindingSubject subject_of(const DraftEntry& draft);
// The same, with a detail behind it; may be empty.
[[nodiscard]] FindingSubject subject_of(const DraftEntry& draft, const std::string& detail);

// None when times_of() has none, or when its title says that it is cancelled; a finding says so. It may lie
// outside of the visit's days.
[[nodiscard]] std::optional<CalendarEntry> entry_of(const DraftEntry& draft, const DraftContext& context);

}  // namespace tertulia::formats
