// SPDX-License-Identifier: Apache-2.0
// One room with its moderator: commands, time that passes, and what was written and told.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/room/room_display.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/app/state/own_view.h"
#include "tests/support/sample_device.h"

namespace tertulia::test {

class Desk {
 public:
  explicit Desk(Now start = at(10, 30)) : now(std::move(start)) {}

  void steers(Control control) { wants(intent::Steer{control}); }
  void wants(const Intent& intent) {
    ModeratorChange change = apply(state, intent, device_state, settings, now);
    state = std::move(change.state);
    if (change.timer) become(std::move(*change.timer));
    for (const RoomSaying& saying : change.sayings) merge(device_state.rooms[saying.room], saying.word);
    if (!change.sayings.empty()) follow_room(device_state, settings.room);
  }
  // Today's plan of the room is another one.
  void says(Plan plan) {
    RoomState& room = device_state.rooms[settings.room];
    merge(room, say(room, std::move(plan), device_state.device));
    follow_room(device_state, settings.room);
  }
  // Time passes; the timer does what is due.
  void waits(std::chrono::milliseconds time) {
    now.wall += time;
    now.boot += time;
    if (auto change = elapse(device_state, settings.room, now)) become(std::move(*change));
    state = elapse(std::move(state), settings, now);
  }

  // What the last change said in the room.
  [[nodiscard]] const Register<PublicTimer>& said() const {
    return std::get<Register<PublicTimer>>(last.rooms.at(0).word.word);
  }
  [[nodiscard]] const Timer& timer() { return device_state.timers[settings.room]; }
  [[nodiscard]] ModeratorView desk() const { return moderator_view(state, device_state, settings, now); }
  [[nodiscard]] View page() const { return desk_view(state, device_state, settings, now); }
  [[nodiscard]] RoomView room() const { return room_view(public_room(device_state, settings, now)); }
  [[nodiscard]] View screen() const { return room_screen(device_state, settings, now); }
  template <class Kind>
  [[nodiscard]] Kind shows() const {
    const View view = screen();
    EXPECT_TRUE(std::holds_alternative<Kind>(view)) << "the display shows another screen: " << view.index();
    return std::holds_alternative<Kind>(view) ? std::get<Kind>(view) : Kind{};
  }
  [[nodiscard]] DoorView door() const { return door_view(public_room(device_state, settings, now)); }
  [[nodiscard]] RoomNow room_state() const { return room_now(device_state, settings.room, now); }

  // "started presentation 20:00", "session-started status": what the keeper was given by the last
  // change.
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> lines;
    for (const ToKeeper& letter : last.keeper) {
      if (const auto* record = std::get_if<to_keeper::Record>(&letter)) lines.push_back(line(record->event));
    }
    return lines;
  }

  DeviceState device_state = sample_device();
  RoleSettings settings = role_in(Role::kModerator, "magna");
  Now now;
  Moderator state;
  Effects last;
  int changes = 0;

 private:
  void become(TimerChange change) {
    last = std::move(change.effects);
    for (const RoomSaying& saying : last.rooms) merge(device_state.rooms[saying.room], saying.word);
    follow_room(device_state, settings.room);
    device_state.room_links[settings.room].leads = true;
    ++changes;
  }
  static std::string line(const Event& event) {
    if (const auto* timer = std::get_if<event::TimerChanged>(&event))
      return std::string(to_text(timer->fact)) + " " + timer->segment.text() + " " +
             countdown_text(timer->remaining);
    if (const auto* started = std::get_if<event::SessionStarted>(&event))
      return "session-started " + started->session.text();
    if (const auto* ended = std::get_if<event::SessionEnded>(&event))
      return "session-ended " + ended->session.text();
    return "something else";
  }
};

}  // namespace tertulia::test
