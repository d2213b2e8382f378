// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "firmware/app/room/room_display.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

void show_session(const PublicRoom& room, DoorView& view) {
  const bool is_closed = !room.session->open();
  view.state = is_closed ? DoorState::kClosedSession : DoorState::kOpenSession;
  view.kicker = is_closed ? room.words.text("Closed session") : room.words.text("Open session");
  // translators: on the door of a room: a session runs in there until 11:20
  std::string until = room.words.text("In session until {time}");
  until = fill(until, {{"time", room.clock(room.session_end)}});
  view.headline = is_closed ? until : title_of(*room.session, room.words, room.visit);
  view.detail = is_closed ? room.words.text("By invitation. Nothing said in this room is recorded.") : until;
}

// What needs the room next; null: nothing.
const PublicComing* next_in(const PublicRoom& room) {
  const PublicComing* next = room.next();
  return room.rests && (!next || room.rests->start <= next->start) ? &*room.rests : next;
}

void show_next(const PublicRoom& room, const PublicComing& next, DoorView& view) {
  view.next_time = room.clock(next.start);
  view.next_title = title_of(next.session, room.words, room.visit);
  view.next_access = next.session.open() ? room.words.text("open to all") : room.words.text("by invitation");
}

// A door that is free says when somebody needs the room again.
std::string another_day(const PublicRoom& room, const PublicComing& next) {
  const auto day = to_local(next.start, room.visit.zone);
  if (!day.ok()) return {};
  // translators: on the door of a free room: when the next session is, on another day
  std::string pattern = room.words.text("Next: {day}, {time}");
  pattern = with_phrase(std::move(pattern), "{day}", day_text(room.words, day.value()));
  return fill(pattern, {{"time", room.clock(next.start)}});
}

}  // namespace

DoorView door_view(const PublicRoom& room) {
  DoorView view;
  view.tongue = tongue_of(room.words.language());
  view.room = room_name(room.visit, room.room, room.words.language());
  if (is_set(room.now)) view.clock = room.clock(room.now.wall);
  const PublicComing* next = next_in(room);
  const bool is_today = next && same_day(room.now.wall, next->start, room.visit.zone);
  if (room.session && !room.rests) {
    show_session(room, view);
  } else {
    // translators: on the door of a room: nobody uses it
    view.headline = room.words.text("Free");
    // translators: on the door of a room: nobody uses it until 11:20
    const std::string free_until = room.words.text("Free until {time}");
    if (is_today)
      view.headline = fill(free_until, {{"time", room.clock(next->start)}});
    else if (next)
      view.detail = another_day(room, *next);
  }
  if (is_today) show_next(room, *next, view);
  return view;
}

}  // namespace tertulia
