// SPDX-License-Identifier: Apache-2.0
// The agenda of a pack, from one file or several: which files are read, and one list of entries out of all.
#pragma once

#include <string>
#include <vector>

#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/pack/visit_toml.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct PackAgenda {
  std::vector<CalendarEntry> entries;  // with unique ids; each says where it stands
  std::vector<LeftOutEntry> left_out;  // by the readers: no sessions of the visit
  std::string files;                   // for messages: "agenda.ics", or "agenda.ics and 2 more files"
};

// Reads the file or folder that the visit names, else every file of the pack whose content is an agenda
// (those of forms/ are questionnaires). An entry whose id stands in several files is used once, and is closed
// when one of them closes it. A file that cannot be read is left out while another one has entries. A finding
// is wrong when there is no entry at all.
[[nodiscard]] PackAgenda read_agenda_files(const FileMap& files, const VisitFile& visit, Findings& findings);

}  // namespace tertulia::formats
