// SPDX-License-Identifier: Apache-2.0
// Re-flow: how a session that runs late can still keep what must hold. Proposes new lengths for the segments
// that follow the running one, by the policy of each, as one value that a moderator accepts, changes or
// ignores. Pure.
//
// 1. What must hold is the next pinned segment, else the end of the session.
// 2. Gaps of the plan swallow delay first. Nothing has to be proposed for them.
// 3. Buffers give next, in their order.
// 4. Then each shrinkable segment gives a share that is proportional to its planned length, and keeps its
//    minimum. What one cannot give, the others share.
// 5. Last, droppable segments are left out: the shortest one that is enough, else the longest and once more.
//    The others then give only what is still missing.
// 6. What nobody can give is `missing`. The pinned segment is still never shown moved.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/rundown.h"

namespace tertulia {

// A segment after the running one, up to what must hold and with it.
struct ReflowPart {
  std::size_t segment = 0;  // index into the rundown
  Milliseconds planned{};   // its length in the plan
  Milliseconds length{};    // its length as proposed; 0: it is left out
  WallTime start;           // expected, when the proposal is accepted

  [[nodiscard]] Milliseconds given() const { return planned - length; }
  friend bool operator==(const ReflowPart&, const ReflowPart&) = default;
};

// What a re-flow knows of a running session.
struct ReflowCase {
  const Rundown& rundown;   // must outlive the case
  std::size_t current = 0;  // the running segment
  WallTime expected_end;    // of the running segment
  WallTime session_end;     // as planned; not before the end of the rundown counts as that
};

struct Reflow {
  Milliseconds late{};                // of the running segment's end against the plan
  std::vector<ReflowPart> parts;      // in order; the last one is pinned when `pinned` is set
  std::optional<std::size_t> pinned;  // the segment that holds; none: the end of the session holds
  WallTime holds_at;                  // its planned start, or the session's planned end
  WallTime ends_later_at;             // what would become of `holds_at` if everything only shifted
  Milliseconds missing{};             // what no segment can give

  // Whether anything would change: some segment gives, or something is missing.
  [[nodiscard]] bool proposes() const;
  friend bool operator==(const Reflow&, const Reflow&) = default;
};

// The lengths change by multiples of `grain`; delays are rounded up to it. Nothing is proposed for a session
// that is on time or early.
[[nodiscard]] Reflow reflow(const ReflowCase& session, Milliseconds grain = Minutes(1));

// The same with other lengths, as a moderator chose them: starts and `missing` follow. `lengths` has one for
// each part; each is cut to 0..24 h. The pinned part keeps its own.
[[nodiscard]] Reflow with_lengths(const ReflowCase& session, const Reflow& proposal,
                                  std::span<const Milliseconds> lengths);

// What each item gives of `deviation`: deviation x its planned length / sum of the planned lengths, at most
// what it has. Multiples of `grain` (so is the deviation) whose sum is the deviation, or all that there is.
struct Shrinkable {
  Milliseconds planned{};
  Milliseconds most{};  // the planned length less the minimum
};
[[nodiscard]] std::vector<Milliseconds> proportional_shares(std::span<const Shrinkable> items,
                                                            Milliseconds deviation, Milliseconds grain);

}  // namespace tertulia
