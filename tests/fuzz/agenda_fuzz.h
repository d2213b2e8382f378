// SPDX-License-Identifier: Apache-2.0
// What holds for every agenda file, whatever its bytes: for the fuzz targets of its readers.
#pragma once

#include "firmware/formats/pack/agenda_builder.h"
#include "firmware/formats/pack/agenda_files.h"
#include "firmware/formats/text/slug.h"
#include "tests/fuzz/fuzz_input.h"

namespace tertulia {

// Reads `bytes` as the agenda file `name` of a visit. Every session has a length, an id of its own and a slug
// that fits a topic; without a session something is wrong and said.
inline void read_as_agenda(const std::string& name, std::string_view bytes) {
  formats::Findings findings;
  formats::VisitFile visit;
  visit.name = "visit.toml";
  visit.agenda_file = name;
  visit.visit.zone = "Europe/Lisbon";
  visit.visit.first_day = {2027, 5, 10, 0, 0, 0};
  visit.visit.last_day = {2027, 5, 13, 0, 0, 0};
  visit.visit.languages = {"en"};
  visit.visit.rooms = {{"magna", LocalizedText("en", "Great Hall")}};
  const formats::FileMap files{{name, std::string(bytes)}};
  const formats::PackAgenda agenda = formats::read_agenda_files(files, visit, findings);
  require(!agenda.entries.empty() || findings.any_wrong() || !findings.all().empty());
  const Agenda sessions = formats::build_agenda({visit, agenda.files, agenda.entries}, findings);
  for (const Session& session : sessions.sessions) {
    require(session.end > session.start());
    require(formats::is_slug(session.slug));
    require(sessions.find(session.id) == &session);
    require(!session.rundown.segments.empty());
    for (const Segment& segment : session.rundown.segments) require(segment.length > Milliseconds::zero());
  }
}

}  // namespace tertulia
