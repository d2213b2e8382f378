// SPDX-License-Identifier: Apache-2.0
// Makes the agenda of a visit from calendar entries and what `visit.toml` says about them: rooms by LOCATION,
// access, presence, expected outcomes, slugs, rundowns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firmware/domain/agenda.h"
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/pack/visit_toml.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct AgendaSource {
  const VisitFile& visit;
  std::string calendar;  // name of the calendar's file, for findings
  const std::vector<CalendarEntry>& entries;
  std::vector<LeftOutEntry> left_out = {};  // of the calendar: details that name one are no mistake
};

// Sorted. Guesses and mismatches go to the findings, each kind once. What would open a closed session is
// wrong: `access = "closed"` for an entry that is not there, a title that says "closed" and no mark that
// does.
[[nodiscard]] Agenda build_agenda(const AgendaSource& source, Findings& findings);

// The room whose id, name or alias `location` is, else the only one that stands in it as whole words.
enum class PlaceMatch { kNone, kExact, kGuessed };
struct PlacedRoom {
  PlaceMatch match = PlaceMatch::kNone;
  std::string room;
};
class RoomFinder {
 public:
  explicit RoomFinder(const VisitFile& visit);
  [[nodiscard]] PlacedRoom at(const std::string& location) const;

 private:
  std::map<std::string, std::string, std::less<>> rooms_;  // by each spelling, folded; of two rooms the first
};

}  // namespace tertulia::formats
