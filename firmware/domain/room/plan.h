// SPDX-License-Identifier: Apache-2.0
// What a moderator has changed in today's plan of a room: the accepted re-flow. The agenda itself stays as it
// was imported, and each device lays the changes over it. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/domain/agenda.h"
#include "firmware/domain/public.h"

namespace tertulia {

// Of one segment, or of a whole session when `segment` is empty. What is not set stays as planned.
struct PlanChange {
  PublicId session;  // its slug
  PublicId segment;  // see PublicSession::segment()
  std::optional<Milliseconds> length;
  std::optional<WallTime> start;             // of a session: all of it moves by the difference
  std::optional<Milliseconds> amber_before;  // the warning mark, before the end
  std::optional<Milliseconds> red_before;    // the danger mark
  bool dropped = false;                      // left out today

  friend auto operator<=>(const PlanChange&, const PlanChange&) = default;
};

struct Plan {
  std::vector<PlanChange> changes;  // at most one of each segment and session

  friend auto operator<=>(const Plan&, const Plan&) = default;
};

// The change of that segment or session, made when there is none.
[[nodiscard]] PlanChange& change_of(Plan& plan, const PublicId& session, const PublicId& segment);

// The session as it is meant to go today. Changes of what it does not have are ignored. Its last segment is
// never dropped: a session without any cannot run. `end` changes with the length or the start of the session.
[[nodiscard]] Session planned(const Session& session, const Plan& plan);

// The agenda with the plan of `room` laid over it, sorted. A dropped session is left out.
[[nodiscard]] Agenda planned(const Agenda& agenda, const Plan& plan, std::string_view room);

}  // namespace tertulia
