// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/chime.h"

namespace tertulia {
namespace {

bool is_same_run(const ChimeWatch& watch, const Timer& timer) {
  return watch.session == timer.session && watch.segment == timer.segment_id && watch.run == timer.run;
}

// Whether what was awaited at `due` has just come.
bool has_just_come(const std::optional<BootTime>& due, BootTime now) {
  return due && *due <= now && now - *due <= kLatestChime;
}

struct Mark {
  std::optional<BootTime>& due;
  bool& has_rung;
};

// Whether it rings; and when it is to be expected from now on.
bool pass(const Mark& mark, const Timer& timer, Milliseconds left, const Now& now) {
  const bool rings =
      mark.due && !mark.has_rung && counts(timer.phase) && left <= Milliseconds{0} && -left <= kLatestChime;
  mark.has_rung = mark.has_rung || rings;
  mark.due.reset();
  if (counts(timer.phase) && !mark.has_rung && left > Milliseconds{0}) mark.due = now.boot + left;
  return rings;
}

}  // namespace

ChimeLook look(const ChimeWatch& before, const Timer* timer, const Segment* segment, const Now& now) {
  ChimeLook result;
  const bool goes_on = timer && is_same_run(before, *timer);
  // The clock may have started the next part in the same moment, or the session may be over with this one.
  if (!goes_on && !before.has_ended && has_just_come(before.end_at, now.boot)) result.rings = ChimeKind::kEnd;
  if (!timer || !segment) return result;
  ChimeWatch& watch = result.watch;
  if (goes_on)
    watch = before;
  else
    watch.session = timer->session, watch.segment = timer->segment_id, watch.run = timer->run;
  const Milliseconds left = remaining_at(*timer, now);
  if (pass({watch.warning_at, watch.has_warned}, *timer, left - segment->amber(), now))
    result.rings = ChimeKind::kWarning;
  if (pass({watch.end_at, watch.has_ended}, *timer, left, now)) result.rings = ChimeKind::kEnd;
  return result;
}

std::optional<BootTime> next_look(const ChimeWatch& watch) {
  return earliest(watch.warning_at, watch.end_at);
}

}  // namespace tertulia
