// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/agenda.h"

#include <algorithm>
#include <tuple>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<Access, 2> kAccess = {{{Access::kOpen, "open"}, {Access::kClosed, "closed"}}};
constexpr Names<Presence, 3> kPresence = {
    {{Presence::kInPerson, "in-person"}, {Presence::kOnline, "online"}, {Presence::kHybrid, "hybrid"}}};

}  // namespace

std::string_view to_text(Access access) { return name_of(kAccess, access); }
Result<Access> access_from(std::string_view text) { return value_of(kAccess, text, "access"); }
std::string_view to_text(Presence presence) { return name_of(kPresence, presence); }
Result<Presence> presence_from(std::string_view text) { return value_of(kPresence, text, "presence"); }

const Session* Agenda::find(std::string_view id) const {
  const auto found = std::find_if(sessions.begin(), sessions.end(),
                                  [&](const Session& session) { return session.id == id; });
  return found == sessions.end() ? nullptr : &*found;
}

const Session* Agenda::running_in(std::string_view room, WallTime time) const {
  const Session* running = nullptr;
  for (const Session& session : sessions) {
    const bool runs = session.room == room && session.start() <= time && time < session.end;
    if (runs && (running == nullptr || running->start() <= session.start())) running = &session;
  }
  return running;
}

std::vector<const Session*> Agenda::upcoming_in(std::string_view room, WallTime time) const {
  std::vector<const Session*> upcoming;
  for (const Session& session : sessions)
    if (session.room == room && session.end > time) upcoming.push_back(&session);
  return upcoming;
}

void sort_sessions(Agenda& agenda) {
  std::stable_sort(agenda.sessions.begin(), agenda.sessions.end(), [](const Session& a, const Session& b) {
    return std::forward_as_tuple(a.start(), a.room) < std::forward_as_tuple(b.start(), b.room);
  });
}

}  // namespace tertulia
