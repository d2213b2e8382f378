// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/reflow.h"

#include <algorithm>
#include <numeric>

namespace tertulia {
namespace {

constexpr Milliseconds kNothing{0};
constexpr Milliseconds kLongestPart = std::chrono::hours(24);

Milliseconds rounded_up(Milliseconds value, Milliseconds grain) {
  return (value + grain - Milliseconds(1)) / grain * grain;
}

// What a segment can give by itself, without being left out.
Milliseconds most_given(const Segment& segment) {
  switch (segment.policy) {
    case ReflowPolicy::kBuffer:
      return segment.length;
    case ReflowPolicy::kShrink:
      return std::max(kNothing, segment.length - segment.least());
    case ReflowPolicy::kFixed:
    case ReflowPolicy::kPinned:
    case ReflowPolicy::kDroppable:
      break;
  }
  return kNothing;
}

// Starts and what is missing, for lengths that stand already. Returns when what holds would begin.
WallTime lay_out(const ReflowCase& session, Reflow& proposal) {
  const std::vector<WallTime> planned = planned_starts(session.rundown);
  WallTime free_from = session.expected_end;
  for (ReflowPart& part : proposal.parts) {
    const bool holds = part.segment == proposal.pinned;
    if (holds) break;
    const Segment& before = session.rundown.segments[part.segment - 1];
    const WallTime end_before = planned[part.segment - 1] + before.length;
    // A gap of the plan is not filled; where something was cut before it, it only grows.
    const bool linked = planned[part.segment] <= end_before;
    part.start = linked ? free_from : std::max(free_from, planned[part.segment]);
    free_from = part.start + part.length;
  }
  return free_from;
}

// How much has to be given so that what holds begins in time: the delay less the gaps of the plan.
Milliseconds due(const ReflowCase& session, Reflow& proposal) {
  return std::max(kNothing, lay_out(session, proposal) - proposal.holds_at);
}

void settle(const ReflowCase& session, Reflow& proposal) {
  proposal.missing = due(session, proposal);
  if (proposal.pinned) proposal.parts.back().start = proposal.holds_at;
}

Milliseconds give_buffers(const Rundown& rundown, std::vector<ReflowPart>& parts, Milliseconds wanted) {
  for (ReflowPart& part : parts) {
    if (rundown.segments[part.segment].policy != ReflowPolicy::kBuffer) continue;
    const Milliseconds given = std::min(part.length, wanted);
    part.length -= given;
    wanted -= given;
  }
  return wanted;
}

Milliseconds give_shares(const Rundown& rundown, std::vector<ReflowPart>& parts, Milliseconds wanted,
                         Milliseconds grain) {
  std::vector<Shrinkable> items;
  std::vector<ReflowPart*> givers;
  for (ReflowPart& part : parts) {
    const Segment& segment = rundown.segments[part.segment];
    if (segment.policy != ReflowPolicy::kShrink || part.length == kNothing) continue;
    items.push_back({part.planned, most_given(segment)});
    givers.push_back(&part);
  }
  const std::vector<Milliseconds> shares = proportional_shares(items, wanted, grain);
  for (std::size_t i = 0; i < givers.size(); ++i) {
    givers[i]->length -= shares[i];
    wanted -= shares[i];
  }
  return wanted;
}

// Which droppable segments are left out so that at least `wanted` is given, as far as there are any.
std::vector<std::size_t> left_out(const Rundown& rundown, const std::vector<ReflowPart>& parts,
                                  Milliseconds wanted) {
  std::vector<std::size_t> order;  // droppable parts, shortest first
  for (std::size_t at = 0; at < parts.size(); ++at)
    if (rundown.segments[parts[at].segment].policy == ReflowPolicy::kDroppable) order.push_back(at);
  std::stable_sort(order.begin(), order.end(),
                   [&parts](std::size_t a, std::size_t b) { return parts[a].planned < parts[b].planned; });
  std::vector<std::size_t> dropped;
  while (wanted > kNothing && !order.empty()) {
    auto enough =
        std::lower_bound(order.begin(), order.end(), wanted,
                         [&parts](std::size_t at, Milliseconds least) { return parts[at].planned < least; });
    if (enough == order.end()) --enough;  // the longest
    wanted -= parts[*enough].planned;
    dropped.push_back(*enough);
    order.erase(enough);
  }
  return dropped;
}

void give(const ReflowCase& session, Reflow& proposal, Milliseconds grain) {
  const Rundown& rundown = session.rundown;
  const Milliseconds wanted = rounded_up(due(session, proposal), grain);
  if (wanted == kNothing) return;
  std::vector<ReflowPart> gentle = proposal.parts;
  const Milliseconds after_buffers = give_buffers(rundown, gentle, wanted);
  const Milliseconds rest = give_shares(rundown, gentle, after_buffers, grain);
  const std::vector<std::size_t> dropped = left_out(rundown, proposal.parts, rest);
  if (dropped.empty()) {
    proposal.parts = std::move(gentle);
    return;
  }
  for (const std::size_t at : dropped) proposal.parts[at].length = kNothing;
  const Milliseconds still = rounded_up(due(session, proposal), grain);
  give_shares(rundown, proposal.parts, give_buffers(rundown, proposal.parts, still), grain);
}

}  // namespace

bool Reflow::proposes() const {
  return missing > kNothing || std::any_of(parts.begin(), parts.end(),
                                           [](const ReflowPart& part) { return part.given() != kNothing; });
}

Reflow reflow(const ReflowCase& session, Milliseconds grain) {
  const Rundown& rundown = session.rundown;
  Reflow proposal;
  proposal.holds_at = std::max(session.session_end, planned_end(rundown));
  if (session.current >= rundown.segments.size()) return proposal;
  const std::vector<WallTime> planned = planned_starts(rundown);
  proposal.late =
      session.expected_end - (planned[session.current] + rundown.segments[session.current].length);
  for (std::size_t at = session.current + 1; at < rundown.segments.size() && !proposal.pinned; ++at) {
    const Segment& segment = rundown.segments[at];
    proposal.parts.push_back({at, segment.length, segment.length, planned[at]});
    if (segment.policy != ReflowPolicy::kPinned) continue;
    proposal.pinned = at;
    proposal.holds_at = planned[at];
  }
  proposal.ends_later_at = std::max(proposal.holds_at, lay_out(session, proposal));
  if (proposal.late > kNothing) give(session, proposal, grain);
  settle(session, proposal);
  return proposal;
}

Reflow with_lengths(const ReflowCase& session, const Reflow& proposal,
                    std::span<const Milliseconds> lengths) {
  Reflow chosen = proposal;
  for (std::size_t i = 0; i < chosen.parts.size() && i < lengths.size(); ++i)
    if (chosen.parts[i].segment != chosen.pinned)
      chosen.parts[i].length = std::clamp(lengths[i], kNothing, kLongestPart);
  settle(session, chosen);
  return chosen;
}

std::vector<Milliseconds> proportional_shares(std::span<const Shrinkable> items, Milliseconds deviation,
                                              Milliseconds grain) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Whoever has least in proportion is asked first: what it cannot give, the others share.
  std::stable_sort(order.begin(), order.end(), [&items](std::size_t a, std::size_t b) {
    return items[a].most.count() * items[b].planned.count() <
           items[b].most.count() * items[a].planned.count();
  });
  const auto most_of = [&items, grain](std::size_t at) {
    return std::max(kNothing, items[at].most) / grain * grain;
  };
  std::vector<Milliseconds> shares(items.size());
  Milliseconds left = std::max(kNothing, deviation);
  Milliseconds lengths =
      std::accumulate(items.begin(), items.end(), kNothing,
                      [](Milliseconds sum, const Shrinkable& item) { return sum + item.planned; });
  for (const std::size_t at : order) {
    const Shrinkable& item = items[at];
    const Milliseconds exact =
        lengths > kNothing ? Milliseconds(left.count() * item.planned.count() / lengths.count()) : kNothing;
    // To the nearest grain; the last one in the order gets what rounding has left over.
    const bool is_last = lengths == item.planned;
    const Milliseconds wanted = is_last ? left : (exact + grain / 2) / grain * grain;
    shares[at] = std::clamp(wanted, kNothing, std::min(left, most_of(at)));
    left -= shares[at];
    lengths -= item.planned;
  }
  // Rounding may have asked too little of the first ones.
  for (const std::size_t at : order) {
    const Milliseconds more = std::min(most_of(at) - shares[at], left);
    shares[at] += more;
    left -= more;
  }
  return shares;
}

}  // namespace tertulia
