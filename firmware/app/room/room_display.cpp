// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/room_display.h"

#include <algorithm>

#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostComingUp = 6;
constexpr Milliseconds kCountdownToStart = std::chrono::hours(2);

struct Scene {  // everything that the parts of the screen are made from
  const DeviceState& device_state;
  const RoleSettings& settings;
  const Catalogue& words;
  const Now& now;
  RoomNow room;

  [[nodiscard]] const Visit& visit() const { return device_state.pack.visit; }
  [[nodiscard]] const std::string& say(const LocalizedText& text) const {
    return text.in(words.language(), visit().default_language());
  }
  [[nodiscard]] std::string clock(WallTime time) const { return clock_text(time, visit().zone); }
};

std::string title_of(const Scene& scene, const Session& session) {
  return session.access == Access::kClosed ? scene.words.text("Closed session") : scene.say(session.title);
}

std::string rooms_text(const Scene& scene, int rooms) {
  if (rooms < 2) return {};
  const auto count = static_cast<std::uint64_t>(rooms);
  // translators: in how many rooms this part takes place at once
  return fill(scene.words.plural("{count} room", "{count} rooms", count), {{"count", std::to_string(rooms)}});
}

ComingUp coming_session(const Scene& scene, const Session& session) {
  const SegmentKind kind = session.is_break                   ? SegmentKind::kBreak
                           : session.rundown.segments.empty() ? SegmentKind::kOther
                                                              : session.rundown.segments.front().kind;
  return {scene.clock(session.start()), title_of(scene, session),
          length_text(scene.words, session.end - session.start()),
          session.access == Access::kClosed ? SegmentKind::kOther : kind};
}

std::vector<ComingUp> coming_segments(const Scene& scene) {
  const Session& session = *scene.room.session;
  if (!scene.room.shown_timer() || session.access == Access::kClosed) return {};
  const Timer& timer = *scene.room.shown_timer();
  const auto starts = expected_starts(session.rundown, timer.segment, segment_end(session, timer, scene.now));
  std::vector<ComingUp> rows;
  for (std::size_t i = timer.segment + 1; i < session.rundown.segments.size(); ++i) {
    const Segment& segment = session.rundown.segments[i];
    rows.push_back({scene.clock(starts[i]), scene.say(segment.title),
                    joined(length_text(scene.words, segment.length), rooms_text(scene, segment.rooms)),
                    segment.kind});
  }
  return rows;
}

bool is_today(const Scene& scene, const Session& session) {
  return same_day(scene.now.wall, session.start(), scene.visit().zone);
}

std::vector<ComingUp> coming_up(const Scene& scene) {
  std::vector<ComingUp> rows;
  if (scene.room.session) rows = coming_segments(scene);
  const Session* shown_above = scene.room.session ? scene.room.session : scene.room.next;
  for (const Session* session :
       scene.device_state.pack.agenda.upcoming_in(scene.settings.room, scene.now.wall)) {
    if (rows.size() >= kMostComingUp) break;
    if (session->all_day || !is_today(scene, *session)) continue;
    if (!shown_above || session->start() <= shown_above->start()) continue;
    rows.push_back(coming_session(scene, *session));
  }
  if (rows.size() > kMostComingUp) rows.resize(kMostComingUp);
  return rows;
}

std::string kicker(const Scene& scene, const Session& session) {
  if (session.access == Access::kClosed) return {};
  std::string format = format_text(scene.words, session.format);
  const std::size_t segments = session.rundown.segments.size();
  if (!scene.room.shown_segment() || segments < 2) return format;
  // translators: the part of a session that runs: “segment 2 of 4”
  return joined(format, fill(scene.words.text("segment {number} of {total}"),
                             {{"number", std::to_string(scene.room.shown_timer()->segment + 1)},
                              {"total", std::to_string(segments)}}));
}

void show_timed(const Scene& scene, RoomView& view) {
  const Session& session = *scene.room.session;
  const Timer& timer = *scene.room.shown_timer();
  const Segment& segment = *scene.room.shown_segment();
  const TimeLook look = time_look(scene.words, timer, segment, scene.now);
  view.countdown = look.countdown;
  view.tone = look.tone;
  view.state = look.state;
  view.bar = look.bar;
  if (session.access == Access::kOpen && session.rundown.segments.size() > 1)
    view.speaker = with_speaker(scene.say(segment.title), scene.say(segment.speaker));
  if (timer.started)
    // translators: when the part of the session that runs began: “started 10:30”
    view.started = fill(scene.words.text("started {time}"), {{"time", scene.clock(*timer.started)}});
  view.ends = joined(
      length_text(scene.words, timer.length + timer.added),
      // translators: when the part or the session will end, after its length: “20 min · ends 10:50”
      fill(scene.words.text("ends {time}"), {{"time", scene.clock(segment_end(session, timer, scene.now))}}));
  view.chip = offset_chip(scene.words, timer, session, scene.now);
}

void show_session(const Scene& scene, RoomView& view) {
  const Session& session = *scene.room.session;
  view.kicker = kicker(scene, session);
  view.title = title_of(scene, session);
  if (session.access == Access::kOpen && !session.expected_outcomes.empty()) {
    view.outcome_label = scene.words.text("What we want to leave with");
    view.outcome = scene.say(session.expected_outcomes);
  }
  if (scene.room.shown_segment()) return show_timed(scene, view);
  view.started = fill(scene.words.text("planned {time}"), {{"time", scene.clock(session.start())}});
  view.ends = joined(length_text(scene.words, session.end - session.start()),
                     fill(scene.words.text("ends {time}"), {{"time", scene.clock(session.end)}}));
}

void show_next(const Scene& scene, RoomView& view) {
  const Session& next = *scene.room.next;
  view.title = title_of(scene, next);
  view.tone = Tone::kMuted;
  // translators: when the next session begins: “starts 11:40”
  view.started = fill(scene.words.text("starts {time}"), {{"time", scene.clock(next.start())}});
  view.ends = length_text(scene.words, next.end - next.start());
  const Milliseconds left = next.start() - scene.now.wall;
  if (left < kCountdownToStart) {
    view.kicker = scene.words.text("Next in this room");
    view.countdown = countdown_text(left);
    // translators: stands with a countdown that runs to the start of a session
    view.state = scene.words.text("until we start");
  } else {
    view.kicker = scene.words.text("Nothing in this room for now. Next:");
  }
}

// After the last session of a day: who takes part, and when it goes on.
void show_rest(const Scene& scene, RoomView& view) {
  view.title = scene.words.text("Nothing more today");
  std::vector<std::string> peers{scene.say(scene.visit().host.name)};
  for (const Peer& visitor : scene.visit().visitors) peers.push_back(scene.say(visitor.name));
  std::erase(peers, "");
  view.speaker = list_text(scene.words, peers, Conjunction::kAnd);
  if (!scene.room.next) return;
  const auto day = to_local(scene.room.next->start(), scene.visit().zone);
  if (!day.ok()) return;
  // translators: when the next session begins, on another day: “starts Tuesday 11 May, 10:15”
  const std::string starts = scene.words.text("starts {day}, {time}");
  view.started = fill(
      starts, {{"day", day_text(scene.words, day.value())}, {"time", scene.clock(scene.room.next->start())}});
}

}  // namespace

RoomView room_view(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const Scene scene{device_state, settings, words, now, room_now(device_state, settings.room, now)};
  RoomView view;
  view.tongue = tongue_of(words.language());
  view.room = room_name(device_state.pack.visit, settings.room, words.language());
  view.visit = visit_day_text(words, device_state.pack.visit, now.wall);
  view.clock = scene.clock(now.wall);
  // translators: heading of the list of what follows
  view.coming_up_label = words.text("Coming up");
  view.coming_up = coming_up(scene);
  if (scene.room.session)
    show_session(scene, view);
  else if (scene.room.next && is_today(scene, *scene.room.next))
    show_next(scene, view);
  else
    show_rest(scene, view);
  if (device_state.announcement) {
    // translators: heading of a message to everybody, on the display of a room
    view.outcome_label = words.text("Announcement");
    view.outcome = scene.say(device_state.announcement->text);
  }
  return view;
}

BootTime next_visible_change(const RoomNow& room, const Now& now) {
  if (room.session || !room.next) return next_tick(room.shown_timer(), now);
  const Milliseconds left = room.next->start() - now.wall;
  if (left >= kCountdownToStart) return next_minute(now);
  return std::min<BootTime>(next_minute(now), now.boot + until_next_second(left));
}

DoorView door_view(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const Scene scene{device_state, settings, words, now, room_now(device_state, settings.room, now)};
  DoorView view;
  view.tongue = tongue_of(words.language());
  view.room = room_name(device_state.pack.visit, settings.room, words.language());
  view.clock = scene.clock(now.wall);
  if (const Session* session = scene.room.session) {
    const bool closed = session->access == Access::kClosed;
    view.state = closed ? DoorState::kClosedSession : DoorState::kOpenSession;
    view.kicker = closed ? words.text("Closed session") : words.text("Open session");
    // translators: on the door of a room: a session runs in there until 11:20
    std::string until = words.text("In session until {time}");
    until = fill(until, {{"time", scene.clock(session_end(scene.room, now))}});
    view.headline = closed ? until : scene.say(session->title);
    view.detail = closed ? words.text("By invitation. Nothing said in this room is recorded.") : until;
  } else {
    // translators: on the door of a room: nobody uses it
    view.headline = words.text("Free");
    // translators: on the door of a room: nobody uses it until 11:20
    const std::string free_until = words.text("Free until {time}");
    if (scene.room.next && is_today(scene, *scene.room.next))
      view.headline = fill(free_until, {{"time", scene.clock(scene.room.next->start())}});
  }
  if (const Session* next = scene.room.next; next && is_today(scene, *next)) {
    view.next_time = scene.clock(next->start());
    view.next_title = title_of(scene, *next);
    view.next_access =
        next->access == Access::kClosed ? words.text("by invitation") : words.text("open to all");
  }
  return view;
}

}  // namespace tertulia
