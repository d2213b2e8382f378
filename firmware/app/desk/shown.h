// SPDX-License-Identifier: Apache-2.0
// What the desk puts on the displays of its room, and of all rooms. Pure.
#pragma once

#include <string>

#include "firmware/app/desk/page.h"
#include "firmware/domain/room/shown.h"

namespace tertulia {

// What the displays of the room are told now. What another session has shown is over, and so are its clocks;
// an announcement stays to its end.
[[nodiscard]] ShownNow shown_now(const PageAt& at);
// The same with that in place of what was shown: an announcement and the clocks stay. Of results only the
// question is shown.
[[nodiscard]] ShownNow shown_instead(const PageAt& at, ShownKind kind, std::string item = {},
                                     std::string text = {});
// The room is told that. It belongs to the session that goes on.
[[nodiscard]] RoomSaying say_shown(const PageAt& at, ShownNow shown);
// The same of the session that has just ended, where none goes on: its learning points are read then, and
// what its people answered.
[[nodiscard]] RoomSaying say_of_noted(const PageAt& at, ShownNow shown);

[[nodiscard]] RoomAnnouncement announcement(std::string text, Milliseconds length, const Now& now);
// All rooms of the visit are told that.
[[nodiscard]] RoomSaying say_to_all(const PageAt& at, RoomAnnouncement announcement);

// The page of what the room display shows.
[[nodiscard]] OptionsView screen_view(const Moderator& state, const PageAt& at);
[[nodiscard]] PageTouch touch_screen(Moderator state, const intent::ChooseOption& chosen, const PageAt& at);

}  // namespace tertulia
