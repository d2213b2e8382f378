// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/room_screen.h"

#include <algorithm>

#include "firmware/app/room/room_display.h"
#include "firmware/app/room/shown_screens.h"
#include "firmware/app/room/side_times.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

bool is_break(const PublicSession& session) { return session.open() && session.open()->is_break; }

View between_sessions(const DeviceState& device_state, const PublicRoom& room) {
  const PublicDay day = public_day(device_state, room.now);
  const PublicComing* next = room.next();
  const bool is_next_today = next && same_day(room.now.wall, next->start, room.visit.zone);
  const bool is_near = is_next_today && next->start - room.now.wall < kCountdownToStart && is_set(room.now);
  if (day.has_begun(room.now.wall) && is_near) return break_view(room, day);
  if (day.has_begun(room.now.wall) && day.has_more_after(room.now.wall)) return day_view(room, day);
  return welcome_view(device_state, room, day);
}

}  // namespace

SignHeader sign_header(const PublicRoom& room) {
  SignHeader header;
  header.name = room_name(room.visit, room.room, room.words.language());
  header.detail = visit_day_text(room.words, room.visit, room.now.wall);
  if (is_set(room.now))
    header.clock = room.clock(room.now.wall);
  else
    header.chips.push_back(clock_chip(room.words, room.has_desk));
  if (room.is_alone) header.chips.push_back(alone_chip(room.words));
  return header;
}

SignHeader sign_header_with_countdown(const PublicRoom& room) {
  SignHeader header = sign_header(room);
  if (room.part) {
    header.countdown = room.part->countdown;
    header.tone = room.part->tone;
  }
  // Who answers a question from the floor sees the time for that, too.
  for (const SideTime& clock : room.clocks)
    if (clock.label == side_label(room.words, kIntervention))
      header.chips.push_back({joined(clock.label, clock.countdown), clock.tone});
  return header;
}

AnnouncementView announcement_view(const PublicRoom& room) {
  AnnouncementView view;
  view.tongue = tongue_of(room.words.language());
  view.header = sign_header_with_countdown(room);
  // translators: above an announcement to the people in all rooms
  view.audience = room.words.text("To everybody");
  view.text = room.say(room.announcement->text);
  const Milliseconds left = std::chrono::floor<Milliseconds>(room.announcement->until - room.now.boot);
  // translators: until when an announcement stays on the displays
  const std::string until = room.words.text("Shown until {time}");
  if (is_set(room.now)) view.shown = fill(until, {{"time", room.clock(room.now.wall + left)}});
  return view;
}

View room_screen(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const PublicRoom room = public_room(device_state, settings, now);
  if (room.announcement) return announcement_view(room);
  if (auto announced = announced_view(room, device_state.rooms)) return *std::move(announced);
  if (const auto state = device_state.rooms.find(settings.room); state != device_state.rooms.end()) {
    if (auto shown = shown_view(room, state->second)) return *shown;
  }
  if (settings.shows_day) {
    const PublicDay day = public_day(device_state, now);
    if (day.has_more_after(now.wall)) return day_view(room, day);
    return welcome_view(device_state, room, day);
  }
  if (room.session && is_break(*room.session)) return break_view(room, public_day(device_state, now));
  if (room.session) return room_view(room);
  return between_sessions(device_state, room);
}

BootTime next_screen_change(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  BootTime next = next_plan_change(device_state, settings.room, now);
  const auto announced = announcement_end(device_state.rooms, device_state.pack.visit, settings.room, now);
  next = earliest(next, announced).value_or(next);
  if (const auto state = device_state.rooms.find(settings.room); state != device_state.rooms.end()) {
    if (state->second.shown().value.kind != ShownKind::kPlan)
      next = std::min<BootTime>(next, now.boot + std::chrono::seconds(20));
  }
  if (settings.shows_day) next = std::min<BootTime>(next, now.boot + std::chrono::seconds(20));
  return next;
}

}  // namespace tertulia
