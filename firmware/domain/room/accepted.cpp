// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/accepted.h"

namespace tertulia {
namespace {

// The change of a segment of today's rundown; null when the agenda no longer has it.
PlanChange* change_in(Plan& plan, const Session& session, const Rundown& today, std::size_t segment) {
  const auto at = session.rundown.find(today.segments[segment].id);
  if (!at) return nullptr;
  const PublicSession shown = for_public(session);
  return &change_of(plan, shown.slug(), shown.segment(*at));
}

void hold(Plan& plan, const Session& session, const Rundown& today, std::size_t segment, WallTime start) {
  if (PlanChange* change = change_in(plan, session, today, segment)) change->start = start;
}

}  // namespace

Plan accepted(Plan plan, const Session& session, const Rundown& today, const Reflow& proposal) {
  for (const ReflowPart& part : proposal.parts) {
    if (part.given() == Milliseconds(0)) continue;
    PlanChange* change = change_in(plan, session, today, part.segment);
    if (!change) continue;
    change->dropped = part.length <= Milliseconds(0);
    if (!change->dropped) change->length = part.length;
  }
  // It holds, also when those before it got shorter.
  if (proposal.pinned) hold(plan, session, today, *proposal.pinned, proposal.holds_at);
  return plan;
}

Plan ended_later(Plan plan, const Session& session, const Rundown& today, const Reflow& proposal) {
  if (proposal.ends_later_at <= proposal.holds_at) return plan;
  if (proposal.pinned) {
    hold(plan, session, today, *proposal.pinned, proposal.ends_later_at);
  } else {
    PlanChange& whole = change_of(plan, for_public(session).slug(), {});
    whole.length = proposal.ends_later_at - whole.start.value_or(session.start());
  }
  return plan;
}

}  // namespace tertulia
