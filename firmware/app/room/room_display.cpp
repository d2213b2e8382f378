// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/room_display.h"

#include <algorithm>

#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostComingUp = 6;

std::string rooms_text(const PublicRoom& room, int rooms) {
  if (rooms < 2) return {};
  const auto count = static_cast<std::uint64_t>(rooms);
  // translators: in how many rooms this part takes place at once
  return fill(room.words.plural("{count} room", "{count} rooms", count), {{"count", std::to_string(rooms)}});
}

struct TimedRow {
  WallTime start;  // expected
  ComingUp row;
};

TimedRow session_row(const PublicRoom& room, const PublicComing& coming) {
  const PublicSession& session = coming.session;
  SegmentKind kind = SegmentKind::kOther;
  if (const Session* open = session.open()) {
    if (open->is_break)
      kind = SegmentKind::kBreak;
    else if (!open->rundown.segments.empty())
      kind = open->rundown.segments.front().kind;
  }
  return {coming.start,
          {room.clock(coming.start), title_of(session, room.words, room.visit),
           length_text(room.words, session.end() - session.start()), kind}};
}

void add_segments(const PublicRoom& room, std::vector<TimedRow>& rows) {
  const Session* open = room.session ? room.session->open() : nullptr;
  if (!open || !room.part) return;
  const auto& segments = open->rundown.segments;
  for (std::size_t i = room.part->index + 1; i < segments.size(); ++i) {
    const WallTime start = room.part->segment_starts[i];
    rows.push_back({start,
                    {room.clock(start), room.say(segments[i].title),
                     joined(length_text(room.words, segments[i].length), rooms_text(room, segments[i].rooms)),
                     segments[i].kind}});
  }
}

bool is_today(const PublicRoom& room, const PublicSession& session) {
  return same_day(room.now.wall, session.start(), room.visit.zone);
}

// By expected start: when a session runs late, a session that follows may be due before its last parts.
std::vector<ComingUp> coming_up(const PublicRoom& room) {
  std::vector<TimedRow> rows;
  add_segments(room, rows);
  const PublicSession* headline = room.session  ? &*room.session
                                  : room.next() ? &room.next()->session
                                                : nullptr;
  for (const PublicComing& coming : room.coming)
    if (coming.session.start() > headline->start() && is_today(room, coming.session))
      rows.push_back(session_row(room, coming));
  std::stable_sort(rows.begin(), rows.end(),
                   [](const TimedRow& a, const TimedRow& b) { return a.start < b.start; });
  std::vector<ComingUp> shown;
  for (TimedRow& each : rows)
    if (shown.size() < kMostComingUp) shown.push_back(std::move(each.row));
  return shown;
}

std::string kicker(const PublicRoom& room, const Session& session) {
  std::string format = format_text(room.words, session.format);
  const std::size_t segments = session.rundown.segments.size();
  if (!room.part || segments < 2) return format;
  // translators: the part of a session that runs: “segment 2 of 4”
  const std::string position = room.words.text("segment {number} of {total}");
  return joined(format, fill(position, {{"number", std::to_string(room.part->index + 1)},
                                        {"total", std::to_string(segments)}}));
}

void show_part(const PublicRoom& room, RoomView& view) {
  const PublicPart& part = *room.part;
  view.countdown = part.countdown;
  view.tone = part.tone;
  view.state = part.state;
  view.bar = part.bar;
  if (part.started)
    // translators: when the part of the session that runs began: “started 10:30”
    view.started = fill(room.words.text("started {time}"), {{"time", room.clock(*part.started)}});
  view.ends =
      joined(length_text(room.words, part.length),
             // translators: when the part or the session will end, after its length: “20 min · ends 10:50”
             fill(room.words.text("ends {time}"), {{"time", room.clock(part.end)}}));
  view.chip = part.chip;
}

void show_details(const PublicRoom& room, const Session& session, RoomView& view) {
  view.kicker = kicker(room, session);
  if (!session.expected_outcomes.empty()) {
    view.outcome_label = room.words.text("What we want to leave with");
    view.outcome = room.say(session.expected_outcomes);
  }
  if (!room.part || session.rundown.segments.size() < 2) return;
  const Segment& segment = session.rundown.segments[room.part->index];
  view.speaker = with_speaker(room.say(segment.title), room.say(segment.speaker));
}

void show_session(const PublicRoom& room, RoomView& view) {
  const PublicSession& session = *room.session;
  view.title = title_of(session, room.words, room.visit);
  if (const Session* open = session.open()) show_details(room, *open, view);
  if (room.part) return show_part(room, view);
  view.started = fill(room.words.text("planned {time}"), {{"time", room.clock(session.start())}});
  view.ends = joined(length_text(room.words, session.end() - session.start()),
                     fill(room.words.text("ends {time}"), {{"time", room.clock(session.end())}}));
}

void show_next(const PublicRoom& room, RoomView& view) {
  const PublicSession& next = room.next()->session;
  view.title = title_of(next, room.words, room.visit);
  view.tone = Tone::kMuted;
  // translators: when the next session begins: “starts 11:40”
  view.started = fill(room.words.text("starts {time}"), {{"time", room.clock(next.start())}});
  view.ends = length_text(room.words, next.end() - next.start());
  const Milliseconds left = next.start() - room.now.wall;
  if (left < kCountdownToStart) {
    view.kicker = room.words.text("Next in this room");
    view.countdown = countdown_text(left);
    // translators: stands with a countdown that runs to the start of a session
    view.state = room.words.text("until we start");
  } else {
    view.kicker = room.words.text("Nothing in this room for now. Next:");
  }
}

// After the last session of a day: who takes part, and when it goes on.
void show_end_of_day(const PublicRoom& room, RoomView& view) {
  view.title = room.words.text("Nothing more today");
  std::vector<std::string> peers{room.say(room.visit.host.name)};
  for (const Peer& visitor : room.visit.visitors) peers.push_back(room.say(visitor.name));
  std::erase(peers, "");
  view.speaker = list_text(room.words, peers, Conjunction::kAnd);
  if (!room.next()) return;
  const WallTime start = room.next()->session.start();
  const auto day = to_local(start, room.visit.zone);
  if (!day.ok()) return;
  // translators: when the next session begins, on another day: “starts Tuesday 11 May, 10:15”
  const std::string starts = room.words.text("starts {day}, {time}");
  view.started = fill(starts, {{"day", day_text(room.words, day.value())}, {"time", room.clock(start)}});
}

}  // namespace

RoomView room_view(const PublicRoom& room) {
  RoomView view;
  view.tongue = tongue_of(room.words.language());
  view.room = room_name(room.visit, room.room, room.words.language());
  view.visit = visit_day_text(room.words, room.visit, room.now.wall);
  view.clock = room.clock(room.now.wall);
  // translators: heading of the list of what follows
  view.coming_up_label = room.words.text("Coming up");
  view.coming_up = coming_up(room);
  if (room.session)
    show_session(room, view);
  else if (room.next() && is_today(room, room.next()->session))
    show_next(room, view);
  else
    show_end_of_day(room, view);
  if (room.announcement) {
    // translators: heading of a message to everybody, on the display of a room
    view.outcome_label = room.words.text("Announcement");
    view.outcome = room.say(room.announcement->text);
  }
  return view;
}

}  // namespace tertulia
