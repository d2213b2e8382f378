// SPDX-License-Identifier: Apache-2.0
// What a new agenda changes, in the words of the moderator's desk. Sees closed sessions: for the desk alone.
// Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/agenda_change.h"
#include "firmware/domain/catalogue.h"
#include "firmware/domain/visit.h"

namespace tertulia {

struct AgendaChangeLine {
  std::string label;   // "Moved, another room"
  std::string title;   // of the session as it is now; of a cancelled one as it was
  std::string detail;  // "from Tuesday 11 May, 10:30 to Tuesday 11 May, 11:00 · Sala Verde"
  friend bool operator==(const AgendaChangeLine&, const AgendaChangeLine&) = default;
};

// One line for each change, in their order, in the language of the catalogue.
[[nodiscard]] std::vector<AgendaChangeLine> change_lines(const std::vector<SessionChange>& changes,
                                                         const Visit& visit, const Catalogue& words);

}  // namespace tertulia
