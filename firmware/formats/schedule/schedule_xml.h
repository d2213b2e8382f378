// SPDX-License-Identifier: Apache-2.0
// Reads a frab `schedule.xml`, as frab, Pentabarf, pretalx and their relatives write it: days, in them rooms,
// in them events. Attributes may be missing, a day may stand in the event or around it, and names of elements
// differ. A file that breaks off is read as far as it goes.
#pragma once

#include <vector>

#include "firmware/formats/schedule/draft_entry.h"

namespace tertulia::formats {

struct DraftSchedule {
  static constexpr std::size_t kMost = 50'000;  // entries; the programme of a large congress has 3,000

  std::string zone;        // as the file names it; may be empty
  std::string day_change;  // "04:00"; may be empty
  std::vector<DraftEntry> drafts;
  bool is_cut = false;  // the file has more than kMost

  void add(DraftEntry draft);
};

// A finding is wrong when there is nothing to read in it.
[[nodiscard]] DraftSchedule read_schedule_xml(const SourceFile& source, const Language& language,
                                              Findings& findings);

}  // namespace tertulia::formats
