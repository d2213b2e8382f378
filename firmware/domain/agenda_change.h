// SPDX-License-Identifier: Apache-2.0
// What a new agenda changes of the one that runs: the difference, and the agenda that goes on from it. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/agenda.h"

namespace tertulia {

// One session that is not as it was. `before` is none for a new session, `after` for a cancelled one.
struct SessionChange {
  std::optional<Session> before;
  std::optional<Session> after;

  [[nodiscard]] bool is_new() const { return !before; }
  [[nodiscard]] bool is_cancelled() const { return !after; }
  // These compare both; false of a new and of a cancelled one.
  [[nodiscard]] bool is_moved() const;  // another start or end
  [[nodiscard]] bool is_renamed() const;
  [[nodiscard]] bool is_in_another_room() const;
  [[nodiscard]] bool is_opened_or_closed() const;
  [[nodiscard]] bool has_other_parts() const;  // its segments

  friend bool operator==(const SessionChange&, const SessionChange&) = default;
};

// Sessions that people would notice as changed, by the time at which they are or were. The same session is
// known by its id; of those that are left, by its title on any day, else by its room and start. A session
// whose outcomes, form or format alone changed is no change to tell.
[[nodiscard]] std::vector<SessionChange> difference(const Agenda& running, const Agenda& updated);

// The updated agenda, in which whatever runs now goes on: a session of `in_progress` (ids) that the update
// cancels stays until its end, and one that it changes keeps its id, start and room, so that timers and
// screens stay with it; its end and its later segments are the new ones. Where it moves to another day, what
// runs stays whole, and the moved one stands beside it. A closed one stays closed.
[[nodiscard]] Agenda applied(const Agenda& running, const Agenda& updated,
                             const std::vector<std::string>& in_progress);

}  // namespace tertulia
