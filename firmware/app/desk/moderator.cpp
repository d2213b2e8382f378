// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/moderator.h"

#include <algorithm>
#include <iterator>

#include "firmware/app/room/room_now.h"
#include "firmware/domain/public.h"

namespace tertulia {
namespace {

// Marks a text for extraction into the catalogues; it is translated where it is shown.
constexpr const char* refusal(const char* text) { return text; }

Timer timer_of(const DeviceState& device_state, const std::string& room) {
  const auto found = device_state.timers.find(room);
  return found == device_state.timers.end() ? Timer{} : found->second;
}

// Only steering: no one else has to hear of it.
bool is_local(TimerFact fact) {
  return fact == TimerFact::kHeld || fact == TimerFact::kRolls || fact == TimerFact::kOverran;
}

bool begins_a_run(TimerFact fact) {
  return fact == TimerFact::kSegmentChanged || fact == TimerFact::kLoaded || fact == TimerFact::kStarted;
}

// A desk that steers the timer of one room.
struct Desk {
  const DeviceState& device_state;
  const std::string& room;
  const Now& now;

  [[nodiscard]] const Agenda& agenda() const { return device_state.pack.agenda; }
  [[nodiscard]] to_keeper::Record record(Event event) const { return {std::move(event), {now, now.wall}}; }
};

to_keeper::Record record_fact(const Desk& desk, TimerFact fact, const Timer& timer, std::uint64_t revision) {
  const Session* session = desk.agenda().find(timer.session);
  const PublicTimer shown = for_public(timer, desk.agenda());
  const Milliseconds offset = session ? offset_at(timer, session->rundown, desk.now) : Milliseconds{};
  return desk.record(event::TimerChanged{desk.room, shown.session(), shown.segment(), fact,
                                         remaining_at(timer, desk.now), offset, revision});
}

TimerChange change_of(const Timer& before, TimerTransition transition, const Desk& desk) {
  TimerChange change{std::move(transition.timer), {}};
  change.timer.author = desk.device_state.device;
  auto& keeper = change.effects.keeper;
  keeper.push_back(to_keeper::SaveTimer{desk.room, change.timer});
  const auto& facts = transition.facts;
  const auto has = [&facts](TimerFact fact) {
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
  };
  const auto slug_of = [&desk](const Timer& timer) { return for_public(timer, desk.agenda()).session(); };
  // What ran before ends, also when something else is loaded over it.
  if (has(TimerFact::kLoaded) && is_live(before) && before.started && before.session != change.timer.session)
    keeper.push_back(desk.record(event::SessionEnded{desk.room, slug_of(before)}));
  if (has(TimerFact::kStarted) && before.phase == TimerPhase::kArmed)
    keeper.push_back(desk.record(event::SessionStarted{desk.room, slug_of(change.timer)}));
  const auto new_run = std::find_if(facts.begin(), facts.end(), begins_a_run);
  for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
    const bool of_last_run = *fact == TimerFact::kFinished && fact < new_run && new_run != facts.end();
    if (!is_local(*fact))
      keeper.push_back(record_fact(desk, *fact, of_last_run ? before : change.timer, change.timer.revision));
  }
  if (has(TimerFact::kStopped))
    keeper.push_back(desk.record(event::SessionEnded{desk.room, slug_of(change.timer)}));
  change.effects.courier.push_back(
      to_courier::PublishTimer{desk.room, for_public(change.timer, desk.agenda())});
  return change;
}

TimerCommand command_for(Control control, const Timer& timer) {
  switch (control) {
    case Control::kBack:
      return command::Back{};
    case Control::kStart:
      return command::Start{};
    case Control::kPause:
      return command::Pause{};
    case Control::kResume:
      return command::Resume{};
    case Control::kNext:
      return command::Next{};
    case Control::kTakeOne:
      return command::Add{Minutes{-1}};
    case Control::kAddOne:
      return command::Add{Minutes{1}};
    case Control::kAddFive:
      return command::Add{Minutes{5}};
  }
  return command::Load{timer.session, timer.segment};
}

ModeratorChange change_timer(const Desk& desk, const Session& session, const Timer& before,
                             const TimerCommand& command) {
  auto transition = apply(before, session.rundown, command, desk.now);
  if (!transition.ok()) return {{transition.error().message}, std::nullopt};
  if (transition.value().facts.empty()) return {};
  return {{}, change_of(before, std::move(transition).value(), desk)};
}

// Start on a desk with nothing loaded loads what the plan has now, and starts it: two transitions, told as
// one change.
ModeratorChange load_and_start(const Desk& desk, const Session& session, const Timer& before) {
  ModeratorChange loaded = change_timer(desk, session, before, command::Load{session.id, 0});
  if (!loaded.timer) return loaded;
  ModeratorChange started = change_timer(desk, session, loaded.timer->timer, command::Start{});
  if (!started.timer) return loaded;
  auto& letters = started.timer->effects.keeper;
  auto& first = loaded.timer->effects.keeper;
  letters.insert(letters.begin(), std::make_move_iterator(first.begin()),
                 std::make_move_iterator(first.end()));
  return started;
}

}  // namespace

ModeratorChange apply(const Moderator& state, const Intent& intent, const DeviceState& device_state,
                      const RoleSettings& settings, const Now& now) {
  const Desk desk{device_state, settings.room, now};
  const Timer timer = timer_of(device_state, settings.room);
  if (const auto* load = std::get_if<intent::LoadSession>(&intent)) {
    const Session* session = device_state.pack.agenda.find(load->session);
    if (!session) return {{refusal("This session is no longer in the agenda.")}, std::nullopt};
    return change_timer(desk, *session, timer, command::Load{session->id, 0});
  }
  const auto* steer = std::get_if<intent::Steer>(&intent);
  if (!steer) return {state, std::nullopt};
  const RoomNow room = room_now(device_state, settings.room, now);
  if (room.timer) return change_timer(desk, *room.session, timer, command_for(steer->control, timer));
  const Session* session = room.session ? room.session : room.next;
  if (!session || steer->control != Control::kStart)
    return {{refusal("Nothing is planned in this room: choose a session first.")}, std::nullopt};
  return load_and_start(desk, *session, timer);
}

std::optional<TimerChange> elapse(const DeviceState& device_state, const std::string& room, const Now& now) {
  const Timer timer = timer_of(device_state, room);
  const Session* session = device_state.pack.agenda.find(timer.session);
  if (!session || timer.author != device_state.device) return std::nullopt;
  TimerTransition transition = elapse(timer, session->rundown, now);
  if (transition.facts.empty() && transition.timer == timer) return std::nullopt;
  return change_of(timer, std::move(transition), {device_state, room, now});
}

std::optional<BootTime> next_elapse(const DeviceState& device_state, const std::string& room,
                                    const Now& now) {
  const Timer timer = timer_of(device_state, room);
  const Session* session = device_state.pack.agenda.find(timer.session);
  if (!session || timer.author != device_state.device) return std::nullopt;
  return next_change(timer, session->rundown, now);
}

}  // namespace tertulia
