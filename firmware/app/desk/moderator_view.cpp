// SPDX-License-Identifier: Apache-2.0
// What the moderator's desk shows.
#include "firmware/app/desk/moderator.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

struct Desk {
  const DeviceState& device_state;
  const RoleSettings& settings;
  const Catalogue& words;
  const Now& now;
  RoomNow room;

  [[nodiscard]] const std::string& say(const LocalizedText& text) const {
    return text.in(words.language(), device_state.pack.visit.default_language());
  }
  [[nodiscard]] std::string clock(WallTime time) const {
    return clock_text(time, device_state.pack.visit.zone);
  }
};

Chip link_chip(const Desk& desk) {
  const auto waiting = desk.device_state.counts.waiting;
  // translators: messages that are kept until the hub can be reached
  const std::string count = fill(desk.words.plural("{count} waiting", "{count} waiting", waiting),
                                 {{"count", std::to_string(waiting)}});
  switch (desk.device_state.link) {
    case Link::kOnline:
      // translators: the hub is the programme's computer that collects all answers
      return {waiting == 0 ? desk.words.text("Hub online") : joined(desk.words.text("Hub online"), count),
              Tone::kCalm};
    case Link::kNotConfigured:
      // translators: this device works without a hub, on purpose
      return {joined(desk.words.text("On its own"), count), Tone::kMuted};
    case Link::kNotEnrolled:
      // translators: the hub does not know this device yet
      return {joined(desk.words.text("Not enrolled yet"), count), Tone::kAmber};
    case Link::kConnecting:
      // translators: to the hub, at this moment
      return {joined(desk.words.text("Connecting"), count), Tone::kMuted};
    case Link::kHubAway:
      return {joined(desk.words.text("Hub away"), count), Tone::kAmber};
    case Link::kBrokerAway:
      if (desk.device_state.problem == LinkProblem::kClockBehind)
        // translators: of the machine, so that it cannot tell whether the network is the right one
        return {joined(desk.words.text("The clock is wrong"), count), Tone::kRed};
      return {joined(desk.words.text("No network"), count), Tone::kAmber};
    case Link::kRefused:
      return {joined(desk.words.text("Hub refuses this device"), count), Tone::kRed};
    case Link::kTakenOver:
      return {joined(desk.words.text("Another device has this identity"), count), Tone::kRed};
  }
  return {};
}

std::vector<RundownRow> segment_rows(const Desk& desk) {
  const Session& session = *desk.room.session;
  const Timer& timer = *desk.room.timer;
  const auto starts = expected_starts(session.rundown, timer.segment, segment_end(session, timer, desk.now));
  std::vector<RundownRow> rows;
  for (std::size_t i = 0; i < session.rundown.segments.size(); ++i) {
    const Segment& segment = session.rundown.segments[i];
    const WallTime start = i == timer.segment && timer.started ? *timer.started : starts[i];
    rows.push_back({segment.id, desk.clock(start),
                    with_speaker(desk.say(segment.title), desk.say(segment.speaker)),
                    length_text(desk.words, segment.length), i < timer.segment, i == timer.segment});
  }
  return rows;
}

// Those of today, else of the next day that has any: the rows show no date, the words beside Start do.
std::vector<RundownRow> session_rows(const Desk& desk) {
  constexpr std::size_t kMostRows = 8;
  std::vector<RundownRow> rows;
  const Session* first = nullptr;
  for (const Session* session :
       desk.device_state.pack.agenda.upcoming_in(desk.settings.room, desk.now.wall)) {
    if (session->all_day) continue;
    if (!first) first = session;
    if (rows.size() >= kMostRows ||
        !same_day(first->start(), session->start(), desk.device_state.pack.visit.zone))
      break;
    rows.push_back({session->id, desk.clock(session->start()), desk.say(session->title),
                    length_text(desk.words, session->end - session->start()), false,
                    session == desk.room.session});
  }
  return rows;
}

std::string rows_end(const Desk& desk) {
  const Session& session = *desk.room.session;
  return joined(
      // translators: when the session will end, as the first words of a line: “Ends 12:45”
      fill(desk.words.text("Ends {time}"), {{"time", desk.clock(session_end(desk.room, desk.now))}}),
      // translators: the time of the plan, where the real one may differ: “planned 12:38”
      fill(desk.words.text("planned {time}"), {{"time", desk.clock(session.end)}}));
}

// With its day when that is not today.
std::string planned_text(const Desk& desk, const Session& session) {
  const std::string& zone = desk.device_state.pack.visit.zone;
  const auto day = to_local(session.start(), zone);
  const std::string time = desk.clock(session.start());
  if (!day.ok() || same_day(desk.now.wall, session.start(), zone))
    return fill(desk.words.text("planned {time}"), {{"time", time}});
  // translators: the plan of a session on another day: “planned Tuesday 11 May, 10:15”
  return fill(desk.words.text("planned {day}, {time}"),
              {{"day", day_text(desk.words, day.value())}, {"time", time}});
}

std::vector<ControlButton> controls(const Desk& desk) {
  const auto say = [&desk](const char* text) { return desk.words.text(text); };
  if (!desk.room.timer || desk.room.timer->phase == TimerPhase::kArmed)
    return {{Control::kStart, say("Start")}};
  std::vector<ControlButton> buttons{{Control::kBack, say("Back")}};
  if (desk.room.timer->phase == TimerPhase::kPaused)
    buttons.push_back({Control::kResume, say("Resume")});
  else
    buttons.push_back({Control::kPause, say("Pause")});
  const bool last = desk.room.timer->segment + 1 >= desk.room.session->rundown.segments.size();
  buttons.push_back({Control::kNext, last ? say("Finish") : say("Next")});
  return buttons;
}

// The sign stays before its number in right-to-left languages too (U+2066 ... U+2069).
void show_loaded(const Desk& desk, ModeratorView& view) {
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
                 {Control::kAddFive, "\u2066+5\u2069"}};
}

}  // namespace

ModeratorView moderator_view(const Moderator& state, const DeviceState& device_state,
                             const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const Desk desk{device_state, settings, words, now, room_now(device_state, settings.room, now)};
  ModeratorView view;
  view.tongue = tongue_of(words.language());
  view.room = room_name(device_state.pack.visit, settings.room, words.language());
  // translators: what this screen is for, beside the name of the room; the role, not a person
  view.role = words.text("Moderator");
  if (!device_state.store_problem.empty()) view.status.push_back({words.text("Storage problem"), Tone::kRed});
  view.status.push_back(link_chip(desk));
  view.clock = desk.clock(now.wall);
  view.problem = state.problem.empty() ? std::string{} : words.text(state.problem);
  if (desk.room.segment()) {
    show_loaded(desk, view);
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
  if (desk.room.segment() || desk.room.session || desk.room.next) view.controls = controls(desk);
  return view;
}

}  // namespace tertulia
