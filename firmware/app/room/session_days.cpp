// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/session_days.h"

#include <algorithm>
#include <vector>

#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

constexpr std::chrono::hours kNoSessionIsLonger{24 * 31};

}  // namespace

std::optional<DaySpan> span_on(const Session& session, WallTime time, std::string_view zone) {
  if (same_day(session.start(), std::max(session.start(), session.end - Milliseconds(1)), zone)) {
    if (!same_day(session.start(), time, zone)) return std::nullopt;
    return DaySpan{session.start(), session.end};
  }
  std::optional<DaySpan> span;
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  for (std::size_t at = 0; at < starts.size(); ++at) {
    if (!same_day(starts[at], time, zone)) continue;
    const WallTime end = starts[at] + session.rundown.segments[at].length;
    span = span ? DaySpan{std::min(span->start, starts[at]), std::max(span->end, end)}
                : DaySpan{starts[at], end};
  }
  return span;
}

std::optional<std::size_t> next_part(const Session& session, WallTime time) {
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  const auto next = std::find_if(starts.begin(), starts.end(), [&](WallTime start) { return start > time; });
  if (next == starts.end()) return std::nullopt;
  return static_cast<std::size_t>(next - starts.begin());
}

std::size_t part_to_start(const Session& session, const Now& now, std::string_view zone) {
  if (now.quality == ClockQuality::kUnsynced) return 0;
  if (const auto planned = planned_segment_at(session.rundown, now.wall)) return *planned;
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  const auto next = next_part(session, now.wall);
  if (next && same_day(starts[*next], now.wall, zone)) return *next;
  for (std::size_t at = 0; at < starts.size(); ++at)
    if (same_day(starts[at], now.wall, zone)) return at;
  return next.value_or(0);
}

std::size_t last_part_on(const Session& session, WallTime time, std::string_view zone) {
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  for (std::size_t at = starts.size(); at-- > 0;)
    if (same_day(starts[at], time, zone)) return at;
  return std::max<std::size_t>(starts.size(), 1) - 1;
}

bool goes_on_today(const Session& session, WallTime ended, const Now& now, std::string_view zone) {
  if (now.quality == ClockQuality::kUnsynced || same_day(ended, now.wall, zone)) return false;
  // It has ended under a clock that nobody had set.
  if (ended < session.start() - kNoSessionIsLonger) return false;
  const auto today = span_on(session, now.wall, zone);
  return today && today->start > ended;
}

std::optional<WallTime> rest_end(const Session& session, WallTime time, std::string_view zone) {
  const auto next = next_part(session, time);
  if (!next || *next == 0) return std::nullopt;
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  if (same_day(starts[*next - 1], starts[*next], zone)) return std::nullopt;
  return starts[*next];
}

bool goes_on_later(const Session& session, WallTime ended, std::string_view zone) {
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  return std::any_of(starts.begin(), starts.end(),
                     [&](WallTime start) { return start > ended && !same_day(start, ended, zone); });
}

}  // namespace tertulia
