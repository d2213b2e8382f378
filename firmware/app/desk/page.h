// SPDX-License-Identifier: Apache-2.0
// What every page of the desk works with, and what a touch on one of them leads to. For the sources of this
// folder. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/room/room_now.h"

namespace tertulia {

// All of it must outlive the value.
struct PageAt {
  const DeviceState& device_state;
  const RoleSettings& settings;
  const Now& now;
  const Catalogue& words;
  RoomNow room;

  [[nodiscard]] std::string zone() const { return device_state.pack.visit.zone; }
  [[nodiscard]] const std::string& say(const LocalizedText& text) const;
  [[nodiscard]] std::string clock(WallTime time) const;
};
[[nodiscard]] PageAt page_at(const DeviceState& device_state, const RoleSettings& settings, const Now& now);

// Marks a text for extraction into the catalogues; it is translated where it is shown.
constexpr const char* refusal(const char* text) { return text; }

// What a touch says in the rooms of the device, and which page is open then.
struct PageTouch {
  Moderator state;
  std::vector<RoomSaying> sayings = {};
};

// The strip of a page of the moderator, with what the part that runs has left.
[[nodiscard]] DeskStrip page_strip(const PageAt& at);
// An empty page with a keyboard: its strip, its title or what is wrong, and Close.
[[nodiscard]] WritingView writing_page(const PageAt& at, const Moderator& state, std::string title);
// An empty page: its strip and the buttons below it. `state` decides whether Undo is among them.
[[nodiscard]] OptionsView options_page(const PageAt& at, const Moderator& state, std::string headline);

// What the display of the room shows, for a small picture; none: it is no sign.
[[nodiscard]] std::optional<SignView> sign_of(View screen);

}  // namespace tertulia
