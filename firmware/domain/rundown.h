// SPDX-License-Identifier: Apache-2.0
// The ordered segments of a session and the arithmetic of being early or late (planned starts, offset,
// re-flow).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/text.h"
#include "firmware/domain/time.h"

namespace tertulia {

enum class SegmentKind {
  kOpening,
  kPresentation,
  kResponse,
  kDiscussion,
  kBreak,
  kGroups,
  kLearningPoints,
  kOther
};
[[nodiscard]] std::string_view to_text(SegmentKind kind);
[[nodiscard]] Result<SegmentKind> segment_kind_from(std::string_view text);

// What may happen to a segment when the session runs late.
enum class ReflowPolicy { kFixed, kPinned, kShrink, kDroppable, kBuffer };
[[nodiscard]] std::string_view to_text(ReflowPolicy policy);
[[nodiscard]] Result<ReflowPolicy> reflow_policy_from(std::string_view text);

struct Segment {
  std::string id;  // stable within the session, [a-z0-9-]{1,32}
  LocalizedText title;
  LocalizedText speaker;  // who has the floor; may be empty
  SegmentKind kind = SegmentKind::kOther;
  Milliseconds length{};                     // planned, > 0
  std::optional<Milliseconds> amber_before;  // before the end; default: 20 % of the length
  std::optional<Milliseconds> red_before;    // before the end; default: 6 % of the length
  ReflowPolicy policy = ReflowPolicy::kFixed;
  std::optional<Milliseconds> minimum;    // of a kShrink segment; see least()
  std::optional<WallTime> planned_start;  // when set, may leave a gap after the segment before
  int rooms = 1;                          // how many rooms it is spread over ("3 rooms")

  [[nodiscard]] Milliseconds amber() const;
  [[nodiscard]] Milliseconds red() const;
  // The shortest length that a re-flow may propose without leaving it out: of a kShrink segment the minimum,
  // or half of it when none is given; of a kBuffer nothing; of every other its length.
  [[nodiscard]] Milliseconds least() const;
  friend bool operator==(const Segment&, const Segment&) = default;
};

struct Rundown {
  WallTime start;
  std::vector<Segment> segments;

  [[nodiscard]] std::optional<std::size_t> find(std::string_view segment_id) const;
  friend bool operator==(const Rundown&, const Rundown&) = default;
};

// Planned start of each segment: its own planned_start, or the end of the one before.
[[nodiscard]] std::vector<WallTime> planned_starts(const Rundown& rundown);
[[nodiscard]] WallTime planned_end(const Rundown& rundown);

// Which segment the plan has at `time`; none before the start, in a gap and after the end.
[[nodiscard]] std::optional<std::size_t> planned_segment_at(const Rundown& rundown, WallTime time);

// Expected start of every segment after `current`, when `current` is expected to end at `expected_end`.
// Late shifts what follows, less the gaps in the plan; early moves linked segments forward (those planned to
// start as the one before ends). A pinned segment is never moved, neither way, and what follows it keeps to
// it. Entries up to and including `current` are the planned starts.
[[nodiscard]] std::vector<WallTime> expected_starts(const Rundown& rundown, std::size_t current,
                                                    WallTime expected_end);

}  // namespace tertulia
