// SPDX-License-Identifier: Apache-2.0
// What a touch at the desk does.
#include "firmware/app/desk/moderator.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/app/desk/clock_page.h"
#include "firmware/app/desk/clocks.h"
#include "firmware/app/desk/proposal.h"
#include "firmware/app/desk/questions.h"
#include "firmware/app/desk/results_page.h"
#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/rules.h"
#include "firmware/app/desk/shown.h"
#include "firmware/app/desk/steering.h"
#include "firmware/app/desk/undo.h"
#include "firmware/app/desk/writing.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/session_days.h"
#include "firmware/domain/room/accepted.h"
#include "firmware/domain/typed_time.h"

namespace tertulia {
namespace {

constexpr BootTime kAsksFor = std::chrono::seconds(15);
constexpr std::size_t kMostTyped = 8;

using Commands = std::vector<TimerCommand>;

// A touch while it is carried out.
struct Touching {
  const DeskAt& desk;
  RoomNow room;
  Timer timer;  // of the room, as it is
  ModeratorChange change;

  void refuse(std::string why) { change.state.problem = std::move(why); }
  void steer(const Session& session, const Commands& commands) {
    auto result = carried_out(desk, session, timer, commands);
    if (!result.ok()) return refuse(result.error().message);
    if (!result.value()) return;
    change.timer = std::move(result).value();
    change.state.undo = undo_of(timer, change.timer->timer, desk.now);
    change.state.said_undo.reset();
    change.state.asks_until.reset();
  }
  // It can be taken back like any other touch.
  void say(std::vector<RoomSaying> sayings) {
    if (sayings.empty()) return;
    change.state.said_undo = undo_of(sayings, desk.device_state, desk.now);
    change.state.undo.reset();
    change.sayings = std::move(sayings);
  }
  void become(PageTouch touched) {
    change.state = std::move(touched.state);
    say(std::move(touched.sayings));
  }
};

bool in_last_part(const RoomNow& room) {
  return room.timer && room.timer->segment + 1 >= room.session->rundown.segments.size();
}

// Where the plan of today has the session.
std::size_t part_of_today(const DeskAt& desk, const Session& session) {
  return part_to_start(session, desk.now, desk.device_state.pack.visit.zone);
}

// Start joins the plan where the displays count it already; between parts it starts the next one of today.
// Without a good clock it starts the first part.
void start(Touching& touch) {
  const RoomNow& room = touch.room;
  if (room.timer) return touch.steer(*room.session, {command::Start{}});
  const Session* session = room.session ? room.session : room.next;
  if (!session) return touch.refuse(refusal("Nothing is planned in this room: choose a session first."));
  if (room.plan)
    touch.steer(*session, {command::Load{session->id, room.plan->segment}, command::Roll{}, command::Hold{}});
  else
    touch.steer(*session,
                {command::Load{session->id, part_of_today(touch.desk, *session)}, command::Start{}});
}

void take_back(Touching& touch) {
  const auto& device_state = touch.desk.device_state;
  if (const auto said = std::exchange(touch.change.state.said_undo, std::nullopt)) {
    if (!can_take_back(*said, device_state.rooms, touch.desk.now.boot))
      return touch.refuse(refusal("It is too late to take that back."));
    touch.change.sayings = taken_back(*said, device_state);
    return;
  }
  const auto& undo = touch.change.state.undo;
  if (!undo || !can_take_back(*undo, touch.timer, touch.desk.now) ||
      room_words(touch.desk.device_state, touch.desk.room).timer().rank.author !=
          touch.desk.device_state.device)
    return touch.refuse(refusal("It is too late to take that back."));
  touch.change.timer = change_of(touch.timer, take_back(*undo, touch.timer, touch.desk.now), touch.desk);
  touch.change.state.undo.reset();
  touch.change.state.asks_until.reset();
}

void add_typed(Touching& touch, int sign) {
  const auto time = typed_time(touch.change.state.typed);
  if (!time.ok()) return touch.refuse(time.error().message);
  const Minutes minutes = std::chrono::duration_cast<Minutes>(time.value());
  if (minutes < Minutes(1)) return touch.refuse(refusal("Type at least one minute."));
  touch.steer(*touch.room.session, {command::Add{sign * minutes}});
  if (!touch.change.state.problem.empty()) return;
  touch.change.state.page = DeskPage::kDesk;
  touch.change.state.typed.clear();
}

// The proposal becomes today's plan, or everything ends later.
void decide(Touching& touch, const RoleSettings& settings, Control control) {
  Moderator& state = touch.change.state;
  const DeskAt& desk = touch.desk;
  const auto proposal = proposal_of(state, desk.device_state, settings, desk.now);
  state.page = DeskPage::kDesk;
  state.chosen.reset();
  if (!proposal) return;
  const Session* session = desk.device_state.pack.agenda.find(touch.room.session->id);
  if (!session) return touch.refuse(refusal("This session is no longer in the agenda."));
  const Plan before = room_words(desk.device_state, desk.room).plan().value;
  const Rundown& today = touch.room.session->rundown;
  Plan plan = control == Control::kAccept ? accepted(before, *session, today, *proposal)
                                          : ended_later(before, *session, today, *proposal);
  touch.say({{desk.room,
              say(room_words(desk.device_state, desk.room), std::move(plan), desk.device_state.device)}});
}

// The command of a button that steers the timer; none: the button does something else.
std::optional<TimerCommand> command_of(Control control) {
  switch (control) {
    case Control::kBack:
      return command::Back{};
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
    case Control::kEnd:
      return command::Stop{};
    case Control::kHold:
      return command::Hold{};
    case Control::kRoll:
      return command::Roll{};
    default:
      return std::nullopt;
  }
}

std::optional<DeskPage> page_of(Control control) {
  switch (control) {
    case Control::kTime:
      return DeskPage::kTime;
    case Control::kLate:
      return DeskPage::kProposal;
    case Control::kNotes:
      return DeskPage::kNotes;
    case Control::kScreen:
      return DeskPage::kScreen;
    case Control::kWords:
      return DeskPage::kWords;
    case Control::kMeeting:
      return DeskPage::kMeeting;
    case Control::kClocks:
      return DeskPage::kClocks;
    case Control::kRules:
      return DeskPage::kRules;
    case Control::kQuestions:
      return DeskPage::kQuestions;
    case Control::kAgenda:
      return DeskPage::kAgenda;
    case Control::kSetting:
      return DeskPage::kSetting;
    default:
      return std::nullopt;
  }
}

// A button that opens something, or asks. False: it steers.
bool turn(Touching& touch, Control control) {
  Moderator& state = touch.change.state;
  if (const auto page = page_of(control)) {
    state.page = *page;
    state.typed.clear();
    state.clock = {};
    return true;
  }
  switch (control) {
    case Control::kClose:
      state.page = DeskPage::kDesk;
      state.typed.clear();
      state.chosen.reset();
      state.question.clear();
      return true;
    case Control::kChoose:
      state.chosen.emplace();
      return true;
    case Control::kFinish:
      state.asks_until = touch.desk.now.boot + kAsksFor;
      return true;
    case Control::kGoOn:
      state.asks_until.reset();
      return true;
    case Control::kLock:
      state = left(std::move(state));
      return true;
    default:
      return false;
  }
}

// The new visit pack is taken, or waits.
void decide_update(Touching& touch, Control control) {
  touch.change.state.page = DeskPage::kDesk;
  if (touch.desk.device_state.update)
    touch.change.update = control == Control::kApply ? UpdateChoice::kApply : UpdateChoice::kNotNow;
}

void set_clock(Touching& touch, const RoleSettings& settings) {
  Moderator& state = touch.change.state;
  const PageAt at = page_at(touch.desk.device_state, settings, touch.desk.now);
  const auto said = clock_said(state, at);
  if (!said.ok()) return touch.refuse(said.error().message);
  if (ends_what_runs(said.value(), at) && !std::exchange(state.clock.is_sure, true))
    return touch.refuse(
        refusal("That would end the session that runs. Touch again if day and time are right."));
  touch.change.clock = said.value();
  state.page = DeskPage::kDesk;
  state.typed.clear();
}

void press(Touching& touch, const RoleSettings& settings, Control control) {
  if (control == Control::kApply || control == Control::kNotNow) return decide_update(touch, control);
  if (control == Control::kCountToEnd || control == Control::kCountToPart)
    return touch.say({count_to(page_at(touch.desk.device_state, settings, touch.desk.now), control)});
  // What ends the session asks first, also when it comes from Next.
  const bool asks = control == Control::kNext && in_last_part(touch.room);
  if (turn(touch, asks ? Control::kFinish : control)) return;
  if (control == Control::kStart) return start(touch);
  if (control == Control::kUndo) return take_back(touch);
  if (control == Control::kSetClock) return set_clock(touch, settings);
  if (!touch.room.timer)
    return touch.refuse(refusal("Nothing is planned in this room: choose a session first."));
  if (control == Control::kAccept || control == Control::kEndLater) return decide(touch, settings, control);
  if (control == Control::kAddTyped) return add_typed(touch, 1);
  if (control == Control::kTakeTyped) return add_typed(touch, -1);
  if (const auto command = command_of(control)) touch.steer(*touch.room.session, {*command});
}

void go_to(Touching& touch, const std::string& segment) {
  const auto at = touch.room.session ? touch.room.session->rundown.find(segment) : std::nullopt;
  if (!at) return touch.refuse(refusal("This part is no longer in the agenda."));
  const bool is_there = touch.room.timer && touch.room.timer->segment == *at && touch.room.timer->started;
  if (is_there) return;
  touch.steer(*touch.room.session, {command::Load{touch.room.session->id, *at}, command::Start{}});
}

void load(Touching& touch, const std::string& id) {
  const Session* session = touch.desk.agenda().find(id);
  if (!session) return touch.refuse(refusal("This session is no longer in the agenda."));
  touch.steer(*session, {command::Load{session->id, part_of_today(touch.desk, *session)}});
}

void type(Touching& touch, const Key& key) {
  touch.change.state.clock.is_sure = false;
  std::string& typed = touch.change.state.typed;
  if (key.kind == KeyKind::kBackspace && !typed.empty()) typed.pop_back();
  if (key.kind == KeyKind::kCharacter && typed.size() < kMostTyped) typed += key.text;
}

// A touch on an option of the page that is open.
void choose(Touching& touch, const RoleSettings& settings, const intent::ChooseOption& chosen) {
  const PageAt at = page_at(touch.desk.device_state, settings, touch.desk.now);
  Moderator state = touch.change.state;
  switch (state.page) {
    case DeskPage::kScreen:
      return touch.become(touch_screen(std::move(state), chosen, at));
    case DeskPage::kClocks:
      return touch.become(touch_clocks(std::move(state), chosen, at));
    case DeskPage::kQuestions:
      return touch.become(touch_questions(std::move(state), chosen, at));
    case DeskPage::kResults:
      return touch.become(touch_results(std::move(state), chosen, at));
    case DeskPage::kSetting:
      touch.change.state = touch_clock(std::move(state), chosen, at);
      return;
    case DeskPage::kRules:
      if (chosen.option == "hold") return press(touch, settings, Control::kHold);
      if (chosen.option == "roll") return press(touch, settings, Control::kRoll);
      return touch.become(touch_rules(std::move(state), chosen, at));
    default:
      return;
  }
}

}  // namespace

Moderator left(Moderator state) {
  Moderator empty;
  empty.lock = locked(std::move(state.lock));
  empty.undo = std::move(state.undo);
  empty.said_undo = std::move(state.said_undo);
  return empty;
}

ModeratorChange apply(const Moderator& state, const Intent& intent, const DeviceState& device_state,
                      const RoleSettings& settings, const Now& now) {
  ModeratorChange change{state};
  if (!seated(state.lock, settings)) {
    LockChange lock = touch_lock(state.lock, intent, settings, now);
    change.state.lock = std::move(lock.lock);
    change.check = std::move(lock.check);
    return change;
  }
  const DeskAt desk{device_state, settings.room, now};
  change.state.problem.clear();
  const auto* steers = std::get_if<intent::Steer>(&intent);
  const bool is_writing =
      state.page == DeskPage::kNotes || seated(state.lock, settings) == DeskRole::kNoteTaker;
  if (is_writing && !steers) {
    NotesChange notes = touch_notes(std::move(change.state.note), intent, device_state, settings, now);
    change.state.note = std::move(notes.draft);
    if (notes.saying) change.sayings.push_back(std::move(*notes.saying));
    return change;
  }
  // A note-taker steers nothing; a robot or a finger that was faster than the page may try.
  if (seated(state.lock, settings) == DeskRole::kNoteTaker && steers && steers->control != Control::kLock)
    return change;
  const auto timer = device_state.timers.find(settings.room);
  Touching touch{desk, room_now(device_state, settings.room, now),
                 timer == device_state.timers.end() ? Timer{} : timer->second, std::move(change)};
  const PageAt at = page_at(device_state, settings, now);
  if (!steers && (state.page == DeskPage::kWords || state.page == DeskPage::kMeeting)) {
    Moderator writing = touch.change.state;
    touch.become(state.page == DeskPage::kWords ? touch_words(std::move(writing), intent, at)
                                                : touch_meeting(std::move(writing), intent, at));
    return std::move(touch.change);
  }
  if (steers) press(touch, settings, steers->control);
  if (const auto* chosen = std::get_if<intent::ChooseOption>(&intent)) choose(touch, settings, *chosen);
  if (const auto* part = std::get_if<intent::GoToPart>(&intent)) go_to(touch, part->segment);
  if (const auto* session = std::get_if<intent::LoadSession>(&intent)) load(touch, session->session);
  if (const auto* key = std::get_if<intent::PressKey>(&intent)) type(touch, key->key);
  if (const auto* group = std::get_if<intent::GiveFloor>(&intent))
    touch.say(give_floor_to(group->group, device_state, settings.room, now));
  if (const auto* question = std::get_if<intent::PickQuestion>(&intent))
    touch.say(pick(question->question, at));
  if (const auto* length = std::get_if<intent::ChangeLength>(&intent))
    touch.change.state = choose_length(std::move(touch.change.state), device_state, settings, *length, now);
  return std::move(touch.change);
}

Moderator not_said(Moderator before) {
  before.problem = refusal("The list is full. Remove what nobody needs any more, then try again.");
  return before;
}

Moderator with_new_pack(Moderator state) {
  state.undo.reset();
  state.said_undo.reset();
  state.asks_until.reset();
  state.chosen.reset();
  if (state.page == DeskPage::kAgenda || state.page == DeskPage::kProposal) state.page = DeskPage::kDesk;
  return state;
}

Moderator elapse(Moderator state, const RoleSettings& settings, const Now& now) {
  const bool was_seated = seated(state.lock, settings).has_value();
  state.lock = elapse(std::move(state.lock), settings, now);
  if (state.undo && state.undo->until <= now.boot) state.undo.reset();
  if (state.said_undo && state.said_undo->until <= now.boot) state.said_undo.reset();
  if (state.asks_until && *state.asks_until <= now.boot) state.asks_until.reset();
  return was_seated && !seated(state.lock, settings) ? left(std::move(state)) : state;
}

std::optional<BootTime> next_change(const Moderator& state, const RoleSettings& settings, const Now& now) {
  std::optional<BootTime> next = next_change(state.lock, settings, now);
  const auto also = [&next](BootTime time) { next = next ? std::min(*next, time) : time; };
  if (state.undo) also(state.undo->until);
  if (state.said_undo) also(state.said_undo->until);
  if (state.asks_until) also(*state.asks_until);
  return next;
}

}  // namespace tertulia
