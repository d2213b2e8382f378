// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/public.h"

#include <algorithm>

namespace tertulia {

const Session* PublicSession::open() const { return session_->access == Access::kOpen ? session_ : nullptr; }

PublicSession for_public(const Session& session) { return PublicSession(session); }

PublicId PublicSession::segment(std::size_t index) const {
  if (!open()) return PublicId("segment-" + std::to_string(index + 1));
  const auto& segments = session_->rundown.segments;
  return PublicId(index < segments.size() ? segments[index].id : std::string());
}

PublicTimer PublicTimer::received(Timer timer) {
  PublicTimer shown;
  shown.timer_ = std::move(timer);
  return shown;
}

PublicTimer for_public(const Timer& timer, const Agenda& agenda) {
  PublicTimer shown;
  shown.timer_ = timer;
  const Session* session = agenda.find(timer.session);
  if (session) shown.session_ = for_public(*session).slug();
  if ((session && for_public(*session).open()) || timer.session.empty()) return shown;
  shown.timer_.session = shown.session_.text();
  shown.timer_.segment_id = "segment-" + std::to_string(timer.segment + 1);
  return shown;
}

Session unknown_session(const Timer& timer, const std::string& room) {
  Session session;
  session.id = timer.session;
  session.slug = "unknown";
  session.room = room;
  session.access = Access::kClosed;
  session.rundown.start = timer.started.value_or(timer.wall);
  session.end = session.rundown.start + timer.length + timer.added;
  return session;
}

Timer with_own_ids(const Timer& received, const Agenda& agenda) {
  const auto session = std::find_if(agenda.sessions.begin(), agenda.sessions.end(), [&](const Session& each) {
    return each.access == Access::kClosed && each.slug == received.session;
  });
  if (session == agenda.sessions.end()) return received;
  Timer own = received;
  own.session = session->id;
  if (received.segment < session->rundown.segments.size())
    own.segment_id = session->rundown.segments[received.segment].id;
  return own;
}

}  // namespace tertulia
