// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/closed_sessions.h"

#include <algorithm>
#include <set>

#include "firmware/app/room/room_now.h"
#include "firmware/app/room/session_days.h"
#include "firmware/app/state/own_view.h"

namespace tertulia {
namespace {

bool leads(const DeviceState& device_state, const std::string& room) {
  const auto link = device_state.room_links.find(room);
  return link != device_state.room_links.end() && link->second.leads;
}

// Nobody ran a timer for it: the plan tells, by a good clock. What the plan does not know stays.
bool is_over_by_plan(const Session* session, const Now& now) {
  return session && is_good(now.quality) && now.wall >= session->end + ClosedSessions::kAfterPlan;
}

bool is_over(const std::string& slug, const DeviceState& device_state, const std::string& room,
             const Now& now) {
  const auto& sessions = agenda_of(device_state).sessions;
  const auto found =
      std::find_if(sessions.begin(), sessions.end(), [&](const Session& each) { return each.slug == slug; });
  const Session* session = found == sessions.end() ? nullptr : &*found;
  const auto timer = device_state.timers.find(room);
  if (timer == device_state.timers.end()) return is_over_by_plan(session, now);
  const bool is_its_own = timer->second.session == (session ? session->id : slug);
  if (!is_its_own) {
    const bool rests =
        session && is_good(now.quality) && rest_end(*session, now.wall, device_state.pack.visit.zone);
    const bool another_has_started = is_live(timer->second) && timer->second.started;
    return (another_has_started && !rests) || is_over_by_plan(session, now);
  }
  if (timer->second.phase != TimerPhase::kFinished) return false;
  return !session || !goes_on_later(*session, timer->second.wall, device_state.pack.visit.zone);
}

}  // namespace

std::vector<RoomWord> ClosedSessions::due(const DeviceState& device_state, const std::string& room,
                                          const Now& now) {
  const auto state = device_state.rooms.find(room);
  if (state == device_state.rooms.end()) return {};
  const std::set<std::string> held = closed_sessions(state->second);
  std::erase_if(over_, [&](const auto& each) {
    return !held.contains(each.first) || !is_over(each.first, device_state, room, now);
  });
  std::optional<RoomState> after;  // a room is copied only where something is erased
  std::vector<RoomWord> all;
  for (const std::string& slug : held) {
    if (!over_.contains(slug) && !is_over(slug, device_state, room, now)) continue;
    Over& over = over_.try_emplace(slug, Over{now.boot}).first->second;
    const BootTime waits = leads(device_state, room) ? kGrace : kPatience;
    const bool erases_all = now.boot >= std::max(over.since + waits, over.again);
    const bool erases_own = !over.own_is_erased && now.boot - over.since >= kGrace;
    if (!erases_all && !erases_own) continue;
    over.own_is_erased = true;
    if (!after) after = state->second;
    if (erases_all)
      over.again = now.boot + kPatience;  // what could not be erased is tried again, not at once
    for (RoomWord& word :
         erase_closed(*after, slug, device_state.device, erases_all ? Erases::kAll : Erases::kOwnShares)) {
      merge(*after, word);
      all.push_back(std::move(word));
    }
  }
  return all;
}

std::optional<BootTime> ClosedSessions::next_due() const {
  std::optional<BootTime> next;
  for (const auto& [slug, over] : over_)
    next = earliest(next,
                    over.own_is_erased ? std::max(over.since + kPatience, over.again) : over.since + kGrace);
  return next;
}

}  // namespace tertulia
