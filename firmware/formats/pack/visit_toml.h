// SPDX-License-Identifier: Apache-2.0
// Parses `visit.toml`, the main file of a visit pack. Every finding names the line; an unknown key or a value
// of the wrong type makes the pack unusable.
//
// Every text is a string (in the default language) or a table by language: { en = "...", pt = "..." }.
//   [visit]  id, programme (both [a-z0-9-]{1,32}), title, venue, zone (IANA), first_day, last_day
//   (2027-05-10),
//            languages (default first), default_form (id of a questionnaire; optional)
//   [host]   name                      [[visitors]] name
//   [[rooms]]   id, name, aliases (further spellings of the calendar's LOCATION; optional)
//   [[groups]]  id, name
//   [privacy]   threshold (5 to 100, default 5; a lower one is raised), abandoned ("keep" or "drop"),
//            contact_key (what `tertulia-hub make-contact-key` printed; without it no contact can be left)
//   [branding]  accent ("#rrggbb"), logo (a file of the pack, SVG or PNG)
//   [agenda]    file, or folder of files (default: every file of the pack whose content is an agenda)
//   [[sessions]]  details for a calendar entry, matched by `uid`, else by `calendar_title` (its SUMMARY);
//            all optional: title, access (open, closed), presence (in-person, online, hybrid), format, form,
//            break (true, false), expected_outcomes, policy ("fixed": it moves with what runs late before it,
//            or "pinned": it starts as planned)
//   [[sessions.segments]]  id, title, minutes; optional: speaker, kind (opening, presentation, response,
//            discussion, break, groups, learning-points, other), amber_minutes, red_minutes, policy (fixed,
//            pinned, shrink, droppable, buffer), minimum_minutes (of a segment that may shrink; without it
//            half of it is kept), start ("11:00"), rooms (1 to 99)
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/visit.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct SegmentDetails {
  Segment segment;               // without planned_start, which needs the session's day
  std::optional<Minutes> start;  // since local midnight
};

// What visit.toml adds to a calendar entry. Absent fields leave what the calendar says.
struct SessionDetails {
  std::string uid;
  std::string calendar_title;
  LocalizedText title;
  LocalizedText expected_outcomes;
  std::optional<Access> access;
  std::optional<Presence> presence;
  std::optional<bool> is_break;
  std::string format;
  std::string form;
  bool holds = false;  // it starts as planned, whatever runs late before it
  std::vector<SegmentDetails> segments;
  int line = 0;
};

struct VisitFile {
  std::string name;  // of the file, for findings about it later
  Visit visit;
  std::vector<std::pair<std::string, std::string>> aliases;  // spelling of a place, room id
  std::string agenda_file;                                   // empty: not named
  std::string logo_file;                                     // empty: none
  Place logo_place;                                          // where it is named
  std::vector<SessionDetails> sessions;
};

class TomlTable;
// One [[sessions]] table. For visit_toml.cpp only.
[[nodiscard]] SessionDetails read_session_details(TomlTable& table);

// None when the file cannot be read as a visit at all; the findings then hold something wrong.
[[nodiscard]] std::optional<VisitFile> read_visit_toml(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
