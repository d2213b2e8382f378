// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/plan.h"

#include <algorithm>

namespace tertulia {
namespace {

const PlanChange* find_change(const Plan& plan, const PublicId& session, const PublicId& segment) {
  const auto found = std::find_if(plan.changes.begin(), plan.changes.end(), [&](const PlanChange& change) {
    return change.session == session && change.segment == segment;
  });
  return found == plan.changes.end() ? nullptr : &*found;
}

Segment changed(const Segment& segment, const PlanChange& change) {
  Segment result = segment;
  result.length = change.length.value_or(segment.length);
  if (change.start) result.planned_start = change.start;
  if (change.amber_before) result.amber_before = change.amber_before;
  if (change.red_before) result.red_before = change.red_before;
  return result;
}

void move_by(Session& session, Milliseconds by) {
  session.rundown.start += by;
  session.end += by;
  for (Segment& segment : session.rundown.segments)
    if (segment.planned_start) *segment.planned_start += by;
}

}  // namespace

PlanChange& change_of(Plan& plan, const PublicId& session, const PublicId& segment) {
  for (PlanChange& change : plan.changes)
    if (change.session == session && change.segment == segment) return change;
  plan.changes.push_back({session, segment, {}, {}, {}, {}, false});
  return plan.changes.back();
}

Session planned(const Session& session, const Plan& plan) {
  const PublicSession shown = for_public(session);
  Session result = session;
  if (const PlanChange* whole = find_change(plan, shown.slug(), {})) {
    if (whole->start) move_by(result, *whole->start - session.start());
    if (whole->length) result.end = result.start() + *whole->length;
  }
  std::vector<Segment> segments;
  for (std::size_t at = 0; at < session.rundown.segments.size(); ++at) {
    const PlanChange* change = find_change(plan, shown.slug(), shown.segment(at));
    const bool is_last_one = segments.empty() && at + 1 == session.rundown.segments.size();
    if (change && change->dropped && !is_last_one) continue;
    const Segment& moved = result.rundown.segments[at];
    segments.push_back(change ? changed(moved, *change) : moved);
  }
  result.rundown.segments = std::move(segments);
  return result;
}

Agenda planned(const Agenda& agenda, const Plan& plan, std::string_view room) {
  Agenda result;
  for (const Session& session : agenda.sessions) {
    if (session.room != room) {
      result.sessions.push_back(session);
      continue;
    }
    const PlanChange* whole = find_change(plan, for_public(session).slug(), {});
    if (!whole || !whole->dropped) result.sessions.push_back(planned(session, plan));
  }
  sort_sessions(result);
  return result;
}

}  // namespace tertulia
