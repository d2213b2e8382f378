// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/room_display.h"

#include <algorithm>

#include "firmware/app/room/room_screen.h"
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
  return {coming.start,
          {room.clock(coming.start), title_of(session, room.words, room.visit),
           length_text(room.words, session.end() - session.start()), kind_of(session)}};
}

void add_segments(const PublicRoom& room, std::vector<TimedRow>& rows) {
  const Session* open = room.session ? room.session->open() : nullptr;
  if (!open) return;
  const auto& segments = open->rundown.segments;
  const auto add = [&](std::size_t i, WallTime start) {
    rows.push_back({start,
                    {room.clock(start), room.say(segments[i].title),
                     joined(length_text(room.words, segments[i].length), rooms_text(room, segments[i].rooms)),
                     segments[i].kind}});
  };
  for (const PublicPartToCome& each : room.parts_to_come) add(each.index, each.start);
  if (!room.part) return;
  for (std::size_t i = room.part->index + (room.part->is_removed ? 0 : 1); i < segments.size(); ++i)
    add(i, room.part->segment_starts[i]);
}

bool is_today(const PublicRoom& room, const PublicSession& session) {
  return same_day(room.now.wall, session.start(), room.visit.zone);
}

// By expected start: when a session runs late, a session that follows may be due before its last parts.
std::vector<ComingUp> coming_up(const PublicRoom& room) {
  std::vector<TimedRow> rows;
  add_segments(room, rows);
  for (const PublicComing& coming : room.coming)
    if (coming.session.start() > room.session->start() && is_today(room, coming.session))
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
  if (!room.part || room.part->is_removed || segments < 2) return format;
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
  if (part.chip) view.chip = part.chip;
}

void show_details(const PublicRoom& room, const Session& session, RoomView& view) {
  view.kicker = kicker(room, session);
  if (!session.expected_outcomes.empty()) {
    view.outcome_label = room.words.text("What we want to leave with");
    view.outcome = room.say(session.expected_outcomes);
  }
  if (!room.part || room.part->is_removed || session.rundown.segments.size() < 2) return;
  const Segment& segment = session.rundown.segments[room.part->index];
  view.speaker = with_speaker(room.say(segment.title), room.say(segment.speaker));
}

void show_session(const PublicRoom& room, RoomView& view) {
  const PublicSession& session = *room.session;
  view.title = title_of(session, room.words, room.visit);
  if (const Session* open = session.open()) show_details(room, *open, view);
  if (room.part) return show_part(room, view);
  const WallTime start = room.parts_to_come.empty() ? session.start() : room.parts_to_come.front().start;
  view.started = fill(room.words.text("planned {time}"), {{"time", room.clock(start)}});
  view.ends = joined(length_text(room.words, session.end() - session.start()),
                     fill(room.words.text("ends {time}"), {{"time", room.clock(session.end())}}));
}

}  // namespace

RoomView room_view(const PublicRoom& room) {
  RoomView view;
  view.tongue = tongue_of(room.words.language());
  SignHeader header = sign_header(room);
  view.room = std::move(header.name);
  view.visit = std::move(header.detail);
  view.clock = std::move(header.clock);
  if (!is_set(room.now)) view.chip = clock_chip(room.words, room.has_desk);
  if (room.is_alone) view.step = alone_chip(room.words);
  // translators: heading of the list of what follows
  view.coming_up_label = room.words.text("Coming up");
  view.coming_up = coming_up(room);
  view.clocks = room.clocks;
  show_session(room, view);
  return view;
}

}  // namespace tertulia
