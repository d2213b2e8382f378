// SPDX-License-Identifier: Apache-2.0
// What the moderator's desk shows.
#include <utility>

#include "firmware/app/desk/agenda_page.h"
#include "firmware/app/desk/clock_page.h"
#include "firmware/app/desk/clocks.h"
#include "firmware/app/desk/moderator.h"
#include "firmware/app/desk/proposal.h"
#include "firmware/app/desk/questions.h"
#include "firmware/app/desk/results_page.h"
#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/rules.h"
#include "firmware/app/desk/shown.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/desk/undo.h"
#include "firmware/app/desk/writing.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/app/room/session_days.h"
#include "firmware/app/room/side_times.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

std::vector<RundownRow> segment_rows(const PageAt& desk) {
  const Session& session = *desk.room.session;
  const Timer& timer = *desk.room.timer;
  const auto starts = expected_starts(session.rundown, timer.segment, segment_end(session, timer, desk.now));
  std::vector<RundownRow> rows;
  for (std::size_t i = 0; i < session.rundown.segments.size(); ++i) {
    const Segment& segment = session.rundown.segments[i];
    const WallTime start = i == timer.segment && timer.started ? *timer.started : starts[i];
    rows.push_back(
        {segment.id, desk.clock(start), with_speaker(desk.say(segment.title), desk.say(segment.speaker)),
         length_text(desk.words, segment.length), i < timer.segment, i == timer.segment && !timer.removed});
  }
  return rows;
}

// When it begins, or goes on after a night.
WallTime next_start(const PageAt& desk, const Session& session) {
  const auto today = span_on(session, desk.now.wall, desk.device_state.pack.visit.zone);
  return today ? today->start : session.start();
}

// Those of today, else of the next day that has any: the rows show no date, the words beside Start do.
std::vector<RundownRow> session_rows(const PageAt& desk) {
  constexpr std::size_t kMostRows = 8;
  std::vector<RundownRow> rows;
  std::optional<WallTime> first;
  for (const Session* session : agenda_of(desk.device_state).upcoming_in(desk.settings.room, desk.now.wall)) {
    if (session->all_day) continue;
    const WallTime start = next_start(desk, *session);
    if (!first) first = start;
    if (rows.size() >= kMostRows || !same_day(*first, start, desk.device_state.pack.visit.zone)) break;
    rows.push_back({session->id, desk.clock(start), desk.say(session->title),
                    length_text(desk.words, session->end - session->start()), false,
                    session == desk.room.session});
  }
  return rows;
}

std::string rows_end(const PageAt& desk) {
  const Session& session = *desk.room.session;
  return joined(
      // translators: when the session will end, as the first words of a line: “Ends 12:45”
      fill(desk.words.text("Ends {time}"), {{"time", desk.clock(session_end(desk.room, desk.now))}}),
      // translators: the time of the plan, where the real one may differ: “planned 12:38”
      fill(desk.words.text("planned {time}"), {{"time", desk.clock(session.end)}}));
}

// With its day when that is not today.
std::string planned_text(const PageAt& desk, const Session& session) {
  const std::string& zone = desk.device_state.pack.visit.zone;
  const WallTime start = next_start(desk, session);
  const auto day = to_local(start, zone);
  const std::string time = desk.clock(start);
  if (!day.ok() || same_day(desk.now.wall, start, zone))
    return fill(desk.words.text("planned {time}"), {{"time", time}});
  // translators: the plan of a session on another day: “planned Tuesday 11 May, 10:15”
  return fill(desk.words.text("planned {day}, {time}"),
              {{"day", day_text(desk.words, day.value())}, {"time", time}});
}

// While a touch can be taken back, Undo stands where Back is: it is what Back would be for, and exact.
std::vector<ControlButton> controls(const PageAt& desk, const Moderator& state) {
  const auto say = [&desk](const char* text) { return desk.words.text(text); };
  // translators: takes the last touch of a button back
  const ControlButton undo{Control::kUndo, desk.words.in_context("desk", "Undo")};
  const bool is_live = desk.room.timer && desk.room.timer->phase != TimerPhase::kArmed;
  std::vector<ControlButton> buttons;
  if (can_undo(state, desk.device_state, desk.settings, desk.now)) buttons.push_back(undo);
  if (!is_live) {
    buttons.push_back({Control::kStart, say("Start")});
    return buttons;
  }
  if (buttons.empty()) buttons.push_back({Control::kBack, say("Back")});
  const bool is_last = desk.room.timer->segment + 1 >= desk.room.session->rundown.segments.size();
  if (is_last) buttons.push_back({Control::kFinish, say("Finish")});
  if (desk.room.timer->phase == TimerPhase::kPaused)
    buttons.push_back({Control::kResume, say("Resume")});
  else
    buttons.push_back({Control::kPause, say("Pause")});
  if (!is_last) buttons.push_back({Control::kNext, say("Next")});
  return buttons;
}

// What stands where Next was, and does nothing: a hurried finger ends no session.
std::string resting(const PageAt& desk) {
  const bool is_live = desk.room.timer && desk.room.timer->phase != TimerPhase::kArmed;
  const bool is_last = is_live && desk.room.timer->segment + 1 >= desk.room.session->rundown.segments.size();
  // translators: in the place of a button “Next”: no part of the session follows
  return is_last ? desk.words.text("Last part") : std::string();
}

std::optional<DeskAsk> ask(const PageAt& desk, const Moderator& state) {
  if (!state.asks_until || !desk.room.timer) return std::nullopt;
  return DeskAsk{desk.words.text("End this session?"),
                 // translators: the answer to “End this session?”: go on
                 {Control::kGoOn, desk.words.text("Not yet")},
                 // translators: the answer to “End this session?”: yes
                 {Control::kEnd, desk.words.text("End it")}};
}

// What the clock of an intervention shows; empty: none runs.
std::string intervention_text(const PageAt& desk) {
  const ShownNow shown = shown_now(desk);
  const SideClock* clock = find_clock(shown, kIntervention);
  return clock ? side_time(desk.words, *clock, desk.now).countdown : std::string();
}

// The sign stays before its number in right-to-left languages too (U+2066 ... U+2069).
void show_loaded(const PageAt& desk, ModeratorView& view) {
  const Timer& timer = *desk.room.timer;
  const Segment& segment = *desk.room.segment();
  const TimeLook look = time_look(desk.words, timer, segment, desk.now);
  view.title = with_speaker(desk.say(segment.title), desk.say(segment.speaker));
  view.length = length_text(desk.words, timer.length + timer.added);
  view.countdown = look.countdown;
  view.tone = look.tone;
  view.state = look.state;
  view.bar = look.bar;
  view.rows = segment_rows(desk);
  view.rows_end = rows_end(desk);
  view.adjust = {{Control::kTakeOne, "\u2066–1\u2069"},
                 {Control::kAddOne, "\u2066+1\u2069"},
                 {Control::kAddFive, "\u2066+5\u2069"},
                 {Control::kClocks, intervention_text(desk)}};
}

}  // namespace

ModeratorView moderator_view(const Moderator& state, const DeviceState& device_state,
                             const RoleSettings& settings, const Now& now) {
  const PageAt desk = page_at(device_state, settings, now);
  const Catalogue& words = desk.words;
  ModeratorView view;
  view.tongue = tongue_of(words.language());
  // translators: what this screen is for, beside the name of the room; the role, not a person
  view.strip = desk_strip(device_state, settings, words.text("Moderator"), now);
  view.strip.status = link_chips(device_state, words);
  if (auto others = step_chip(device_state, settings, words))
    view.strip.status.insert(view.strip.status.begin(), std::move(*others));
  view.problem = state.problem.empty() ? std::string{} : words.text(state.problem);
  if (desk.room.segment()) {
    show_loaded(desk, view);
    if (auto late = offset_chip(words, *desk.room.timer, *desk.room.session, now))
      view.strip.status.insert(view.strip.status.begin(), std::move(*late));
    if (const auto proposal = proposal_of({}, device_state, settings, now))
      view.proposal = proposal_text(*proposal, device_state, settings, now);
  } else {
    view.rows = session_rows(desk);
    view.rows_are_sessions = true;
    const Session* planned = desk.room.session ? desk.room.session : desk.room.next;
    view.title = planned ? desk.say(planned->title) : words.text("Nothing more is planned in this room");
    if (planned) {
      view.state = planned_text(desk, *planned);
      view.length = length_text(words, planned->end - planned->start());
    }
  }
  if (desk.room.segment() || desk.room.session || desk.room.next ||
      can_undo(state, device_state, settings, now))
    view.controls = controls(desk, state);
  view.news = clock_news(desk);
  if (!view.news) view.news = desk_news(desk, view);
  view.resting = resting(desk);
  view.ask = ask(desk, state);
  view.speaking = speaking_card(device_state, settings, now);
  view.floor = floor_card(device_state, settings, now);
  view.display = sign_of(room_screen(device_state, settings, now));
  view.screen = {Control::kScreen, words.text("Room display")};
  return view;
}

View desk_view(const Moderator& state, const DeviceState& device_state, const RoleSettings& settings,
               const Now& now) {
  if (!seated(state.lock, settings)) return pin_view(state.lock, device_state, settings, now);
  const bool is_moderator = seated(state.lock, settings) == DeskRole::kModerator;
  if (!is_moderator || state.page == DeskPage::kNotes)
    return notes_view(state.note, state.problem, is_moderator, device_state, settings, now);
  if (state.page == DeskPage::kTime) return time_view(state, device_state, settings, now);
  const PageAt at = page_at(device_state, settings, now);
  if (state.page == DeskPage::kScreen) return screen_view(state, at);
  if (state.page == DeskPage::kWords) return words_view(state, at);
  if (state.page == DeskPage::kMeeting) return meeting_view(state, at);
  if (state.page == DeskPage::kClocks) return clocks_view(state, at);
  if (state.page == DeskPage::kRules) return rules_view(state, at);
  if (state.page == DeskPage::kQuestions) return questions_view(state, at);
  if (state.page == DeskPage::kResults) return results_view(state, at);
  if (state.page == DeskPage::kSetting) return clock_view(state, at);
  if (state.page == DeskPage::kAgenda)
    if (auto changes = changes_view(at)) return std::move(*changes);
  if (state.page == DeskPage::kProposal)
    if (auto proposal = proposal_view(state, device_state, settings, now)) return std::move(*proposal);
  return moderator_view(state, device_state, settings, now);
}

}  // namespace tertulia
