// SPDX-License-Identifier: Apache-2.0
// Makes the agenda of a visit from calendar entries and what `visit.toml` says about them: rooms by LOCATION,
// access, presence, expected outcomes, slugs, rundowns.
#pragma once

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
};

// Sorted. Guesses and mismatches go to the findings.
[[nodiscard]] Agenda build_agenda(const AgendaSource& source, Findings& findings);

// The room whose id, name or alias `location` is, else the only one that stands in it as whole words.
enum class PlaceMatch { kNone, kExact, kGuessed };
struct PlacedRoom {
  PlaceMatch match = PlaceMatch::kNone;
  std::string room;
};
[[nodiscard]] PlacedRoom room_at(const VisitFile& visit, const std::string& location);

// The text behind "Expected outcomes:" up to the next empty line; empty when there is none.
[[nodiscard]] std::string expected_outcomes_in(const std::string& description);

// Unique slugs: of the title for open sessions, opaque for closed ones and titles in other scripts, so that
// no topic betrays a closed session. Sessions of the same title get a piece of their id's hash, which stays
// the same when the calendar changes around them.
void name_sessions(Agenda& agenda, const Language& language);

}  // namespace tertulia::formats
