// SPDX-License-Identifier: Apache-2.0
// A visit pack that was read while the program runs: what is wrong with it, or the pack that waits to be
// taken. Values. What takes it: firmware/app/loop/taken_pack.h.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/agenda_change.h"
#include "firmware/domain/time.h"
#include "firmware/domain/visit.h"

namespace tertulia {

// Why the visit pack on the disk is not the one that is shown.
struct PackProblem {
  std::string where;     // "visit.toml, line 12"; may be empty
  std::string what;      // a sentence with the cure, as `tertulia check` says it, without what it quotes
  std::size_t more = 0;  // further things that are wrong
  bool shows_nothing = false;  // there is no last good pack either, and DeviceState::pack is an empty one
  bool is_being_read = false;  // nothing is wrong so far: the importer still reads it
  friend bool operator==(const PackProblem&, const PackProblem&) = default;
};

// A whole pack that lies on the disk and is not shown yet.
struct PackUpdate {
  std::shared_ptr<const VisitPack> pack;  // never null
  std::vector<SessionChange> changes;     // of the agenda that is shown
  BootTime since{};                       // when it was read
  bool begins_anew = false;               // the screens have to be opened anew for it
  bool is_postponed = false;              // the moderator said "Not now"
  bool is_accepted = false;               // the screens begin anew as soon as nobody answers
};

}  // namespace tertulia
