// SPDX-License-Identifier: Apache-2.0
// Writes the agenda of a visit for other programs: the plan, and beside it what really ran. Each text can be
// read by the readers of this project again. Closed sessions pass the gate (firmware/domain/public.h): of one
// come its times and that it is closed, unless the whole programme is asked for. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/actual_times.h"
#include "firmware/domain/visit.h"

namespace tertulia::formats {

enum class ClosedSessions { kAsThePublicSeesThem, kWhole };

struct AgendaExport {
  const VisitPack& pack;
  const std::map<std::string, ActualTimes>& actual;  // by slug; may be empty
  WallTime written;                                  // the moment of the export
  ClosedSessions closed = ClosedSessions::kAsThePublicSeesThem;
};

// iCalendar (RFC 5545), in UTC. What really ran stands in X-ACTUAL-START, X-ACTUAL-END and X-ADDED-MINUTES.
[[nodiscard]] std::string to_icalendar(const AgendaExport& agenda);
// A frab schedule.xml, and the same in JSON (version 1). Elements of ours, which others pass over: access,
// outcome, form, actual_start, actual_end, added_minutes, and titles in more than one language.
[[nodiscard]] std::string to_schedule_xml(const AgendaExport& agenda);
[[nodiscard]] std::string to_schedule_json(const AgendaExport& agenda);
// One row for each session, with the header that the reader of tables knows; RFC 4180 with a byte order mark,
// so that a spreadsheet sees that it is UTF-8.
[[nodiscard]] std::string to_agenda_csv(const AgendaExport& agenda);

// ---- for the sources of this folder ----

// A session behind the gate, with its texts ready to be written.
struct ExportedSession {
  std::string id;
  LocalizedText title;
  LocalizedText expected_outcomes;
  LocalizedText speakers;
  LocalizedText segments;  // a line for each, "10:00 Opening (Portugal)"; empty when there is one only
  std::string room;        // its name in the visit's default language, else the place; may be empty
  std::string format;
  std::string form;
  bool is_closed = false;
  bool is_break = false;
  WallTime start;
  WallTime end;
  LocalTime local_start;  // in the visit's zone
  LocalTime local_end;
  const ActualTimes* actual = nullptr;  // null: it did not run, or nobody knows
};
[[nodiscard]] std::vector<ExportedSession> exported(const AgendaExport& agenda);

// "09:30"
[[nodiscard]] std::string clock_text(const LocalTime& local);
// "01:30": hours and minutes, hours beyond 24 too.
[[nodiscard]] std::string length_text(Milliseconds length);
// "2027-05-10T09:30:00+01:00" in the zone.
[[nodiscard]] std::string moment_text(WallTime time, std::string_view zone);
[[nodiscard]] std::string minutes_text(Milliseconds length);  // "5"; rounded

}  // namespace tertulia::formats
