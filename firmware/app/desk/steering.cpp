// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/steering.h"

#include <algorithm>
#include <utility>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/room/room_now.h"
#include "firmware/domain/public.h"

namespace tertulia {
namespace {

Timer timer_of(const DeviceState& device_state, const std::string& room) {
  const auto found = device_state.timers.find(room);
  return found == device_state.timers.end() ? Timer{} : found->second;
}

// What goes to the room. A session that has left the agenda keeps the ids under which the room knows it.
PublicTimer said_timer(const Timer& timer, const DeviceState& device_state, const std::string& room) {
  const PublicTimer known = room_words(device_state, room).timer().value;
  const bool has_left = !agenda_of(device_state).find(timer.session) && !timer.session.empty();
  const bool is_known =
      known.timer().session == timer.session && known.timer().segment_id == timer.segment_id;
  return has_left && is_known ? PublicTimer::received(timer) : for_public(timer, agenda_of(device_state));
}

bool leads(const DeviceState& device_state, const std::string& room) {
  const auto link = device_state.room_links.find(room);
  return link != device_state.room_links.end() && link->second.leads;
}

// Only steering: no one else has to hear of it.
bool is_local(TimerFact fact) {
  return fact == TimerFact::kHeld || fact == TimerFact::kRolls || fact == TimerFact::kOverran;
}

bool begins_a_run(TimerFact fact) {
  return fact == TimerFact::kSegmentChanged || fact == TimerFact::kLoaded || fact == TimerFact::kStarted;
}

to_keeper::Record record(const DeskAt& desk, Event event) {
  return {std::move(event), {desk.now, desk.now.wall}};
}

to_keeper::Record record_fact(const DeskAt& desk, TimerFact fact, const Timer& timer,
                              std::uint64_t revision) {
  const Session* session = desk.agenda().find(timer.session);
  const PublicTimer shown = for_public(timer, desk.agenda());
  const Milliseconds offset = session ? offset_at(timer, session->rundown, desk.now) : Milliseconds{};
  return record(desk, event::TimerChanged{desk.room, shown.session(), shown.segment(), fact,
                                          remaining_at(timer, desk.now), offset, revision});
}

// The session that goes on with this timer; empty: none does.
std::string going_on(const Timer& timer) {
  return is_live(timer) && timer.started ? timer.session : std::string();
}

}  // namespace

TimerChange change_of(const Timer& before, TimerTransition transition, const DeskAt& desk) {
  TimerChange change{std::move(transition.timer), {}};
  const RoomWord word =
      say_timer(room_words(desk.device_state, desk.room),
                said_timer(change.timer, desk.device_state, desk.room), desk.device_state.device);
  auto& keeper = change.effects.keeper;
  const auto& facts = transition.facts;
  const auto slug_of = [&desk](const Timer& timer) { return for_public(timer, desk.agenda()).session(); };
  // What ran before ends, also when something else is loaded over it or a start is taken back.
  const bool ends = !going_on(before).empty() && going_on(before) != going_on(change.timer);
  const bool is_stopped = std::find(facts.begin(), facts.end(), TimerFact::kStopped) != facts.end();
  if (ends && !is_stopped) keeper.push_back(record(desk, event::SessionEnded{desk.room, slug_of(before)}));
  if (!going_on(change.timer).empty() && going_on(before) != going_on(change.timer))
    keeper.push_back(record(desk, event::SessionStarted{desk.room, slug_of(change.timer)}));
  const auto new_run = std::find_if(facts.begin(), facts.end(), begins_a_run);
  for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
    const bool of_last_run = *fact == TimerFact::kFinished && fact < new_run && new_run != facts.end();
    if (!is_local(*fact))
      keeper.push_back(record_fact(desk, *fact, of_last_run ? before : change.timer, word.rank().revision));
  }
  if (is_stopped) keeper.push_back(record(desk, event::SessionEnded{desk.room, slug_of(change.timer)}));
  change.effects.rooms.push_back({desk.room, word});
  return change;
}

Result<std::optional<TimerChange>> carried_out(const DeskAt& desk, const Session& session,
                                               const Timer& before, std::span<const TimerCommand> commands) {
  TimerTransition all{before, {}};
  for (const TimerCommand& command : commands) {
    TRY(TimerTransition step, apply(all.timer, session.rundown, command, desk.now));
    all.timer = std::move(step.timer);
    all.facts.insert(all.facts.end(), step.facts.begin(), step.facts.end());
  }
  if (all.facts.empty()) return std::optional<TimerChange>();
  return std::optional(change_of(before, std::move(all), desk));
}

namespace {

// The moment of `wall`, as far as it lies in this boot.
Now moment_of(WallTime wall, const Now& now) {
  return earlier(now, std::min<Milliseconds>(now.wall - wall, std::chrono::floor<Milliseconds>(now.boot)));
}

// A timer that nobody stopped has ended when its time was up, also where that was before this boot.
std::optional<TimerChange> stopped(const Timer& timer, const Session& session, WallTime when,
                                   const DeskAt& desk) {
  auto end = apply(timer, session.rundown, command::Stop{}, desk.now);
  if (!end.ok()) return std::nullopt;
  TimerTransition transition = std::move(end).value();
  transition.timer.wall = when;
  return change_of(timer, std::move(transition), desk);
}

}  // namespace

std::optional<TimerChange> elapse(const DeviceState& device_state, const std::string& room, const Now& now) {
  const Timer timer = timer_of(device_state, room);
  const Session* session = session_of_timer(device_state, room);
  if (!session || !leads(device_state, room)) return std::nullopt;
  if (const auto since = over_since(*session, timer, now, device_state.pack.visit.zone)) {
    const Now then = moment_of(*since, now);
    return stopped(timer, *session, *since, DeskAt{device_state, room, then});
  }
  TimerTransition transition = elapse(timer, session->rundown, now);
  if (transition.facts.empty() && transition.timer == timer) return std::nullopt;
  return change_of(timer, std::move(transition), DeskAt{device_state, room, now});
}

std::optional<BootTime> next_elapse(const DeviceState& device_state, const std::string& room,
                                    const Now& now) {
  const Timer timer = timer_of(device_state, room);
  const Session* session = session_of_timer(device_state, room);
  if (!session || !leads(device_state, room)) return std::nullopt;
  return earliest(next_change(timer, session->rundown, now),
                  next_over(*session, timer, now, device_state.pack.visit.zone));
}

}  // namespace tertulia
