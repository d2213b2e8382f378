// SPDX-License-Identifier: Apache-2.0
// One list out of the entries of several agenda files, by their ids. For agenda_files.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "firmware/formats/calendar/icalendar.h"

namespace tertulia::formats {

class AgendaMerger {
 public:
  explicit AgendaMerger(Findings& findings) : findings_(findings) {}

  // An entry without an id is given one, which stays the same while its title and day do. Of one id the first
  // entry stays, closed when a later one is; in two rooms at once they are two entries.
  void take(std::vector<CalendarEntry> entries);
  // All entries, with unique ids. Says which were met again, once for all.
  [[nodiscard]] std::vector<CalendarEntry> finish();

 private:
  void give_id(CalendarEntry& entry);
  void keep(CalendarEntry entry);

  Findings& findings_;
  std::vector<CalendarEntry> entries_;
  std::map<std::string, std::size_t> ids_;
  std::map<std::string, int> uses_;
  std::size_t repeated_ = 0;
  std::string named_;
  Place first_;
};

}  // namespace tertulia::formats
