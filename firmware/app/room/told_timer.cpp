// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/told_timer.h"

#include <algorithm>

namespace tertulia {

Timer told(const Timer& timer, const Agenda& agenda) {
  const Session* session = agenda.find(timer.session);
  if (!session || session->access != Access::kClosed) return timer;
  Timer public_timer = timer;
  public_timer.session = session->slug;
  public_timer.segment_id = "segment-" + std::to_string(timer.segment + 1);
  return public_timer;
}

Timer understood(const Timer& timer, const Agenda& agenda) {
  const auto session = std::find_if(agenda.sessions.begin(), agenda.sessions.end(), [&](const Session& each) {
    return each.access == Access::kClosed && each.slug == timer.session;
  });
  if (session == agenda.sessions.end()) return timer;
  Timer own = timer;
  own.session = session->id;
  if (timer.segment < session->rundown.segments.size())
    own.segment_id = session->rundown.segments[timer.segment].id;
  return own;
}

}  // namespace tertulia
