// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/rundown.h"

#include <algorithm>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<SegmentKind, 8> kSegmentKinds = {{{SegmentKind::kOpening, "opening"},
                                                  {SegmentKind::kPresentation, "presentation"},
                                                  {SegmentKind::kResponse, "response"},
                                                  {SegmentKind::kDiscussion, "discussion"},
                                                  {SegmentKind::kBreak, "break"},
                                                  {SegmentKind::kGroups, "groups"},
                                                  {SegmentKind::kLearningPoints, "learning-points"},
                                                  {SegmentKind::kOther, "other"}}};
constexpr Names<ReflowPolicy, 5> kReflowPolicies = {{{ReflowPolicy::kFixed, "fixed"},
                                                     {ReflowPolicy::kPinned, "pinned"},
                                                     {ReflowPolicy::kShrink, "shrink"},
                                                     {ReflowPolicy::kDroppable, "droppable"},
                                                     {ReflowPolicy::kBuffer, "buffer"}}};

// The marks of the room display when the agenda names none, in percent of the planned length.
constexpr int kAmberPercent = 20;
constexpr int kRedPercent = 6;

}  // namespace

std::string_view to_text(SegmentKind kind) { return name_of(kSegmentKinds, kind); }
Result<SegmentKind> segment_kind_from(std::string_view text) {
  return value_of(kSegmentKinds, text, "segment kind");
}
std::string_view to_text(ReflowPolicy policy) { return name_of(kReflowPolicies, policy); }
Result<ReflowPolicy> reflow_policy_from(std::string_view text) {
  return value_of(kReflowPolicies, text, "policy");
}

Milliseconds Segment::amber() const { return amber_before.value_or(length * kAmberPercent / 100); }
Milliseconds Segment::red() const { return red_before.value_or(length * kRedPercent / 100); }

Milliseconds Segment::least() const {
  if (policy == ReflowPolicy::kBuffer) return Milliseconds(0);
  return policy == ReflowPolicy::kShrink ? minimum.value_or(length / 2) : length;
}

std::optional<std::size_t> Rundown::find(std::string_view segment_id) const {
  for (std::size_t at = 0; at < segments.size(); ++at)
    if (segments[at].id == segment_id) return at;
  return std::nullopt;
}

std::vector<WallTime> planned_starts(const Rundown& rundown) {
  std::vector<WallTime> starts;
  starts.reserve(rundown.segments.size());
  WallTime end_before = rundown.start;
  for (const Segment& segment : rundown.segments) {
    starts.push_back(segment.planned_start.value_or(end_before));
    end_before = starts.back() + segment.length;
  }
  return starts;
}

WallTime planned_end(const Rundown& rundown) {
  if (rundown.segments.empty()) return rundown.start;
  return planned_starts(rundown).back() + rundown.segments.back().length;
}

std::optional<std::size_t> planned_segment_at(const Rundown& rundown, WallTime time) {
  const std::vector<WallTime> starts = planned_starts(rundown);
  for (std::size_t at = starts.size(); at-- > 0;)
    if (starts[at] <= time && time < starts[at] + rundown.segments[at].length) return at;
  return std::nullopt;
}

std::vector<WallTime> expected_starts(const Rundown& rundown, std::size_t current, WallTime expected_end) {
  std::vector<WallTime> starts = planned_starts(rundown);
  if (current >= starts.size()) return starts;
  WallTime planned_end_before = starts[current] + rundown.segments[current].length;
  WallTime free_from = expected_end;
  for (std::size_t at = current + 1; at < starts.size(); ++at) {
    const Segment& segment = rundown.segments[at];
    const WallTime planned = starts[at];
    if (segment.policy != ReflowPolicy::kPinned)
      starts[at] = planned == planned_end_before ? free_from : std::max(free_from, planned);
    planned_end_before = planned + segment.length;
    free_from = starts[at] + segment.length;
  }
  return starts;
}

}  // namespace tertulia
