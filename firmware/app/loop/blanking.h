// SPDX-License-Identifier: Apache-2.0
// When a screen that nobody needs goes dark, and what wakes it. Pure.
//
// A sign sleeps between sessions, never during one, with or without a countdown, and is awake a while before
// the next; a kiosk sleeps when nobody answers. A touch wakes it and presses nothing.
#pragma once

#include <optional>

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/room/room_now.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct Blanking {
  BootTime stirred{};           // when the screen was last touched or needed
  Power power = Power::kOn;     // as the window was told
  bool swallows_touch = false;  // the finger that woke it is still there
};

// Somebody has to be able to read it now.
[[nodiscard]] bool is_needed(const RoomNow& room, WallTime now);
[[nodiscard]] bool is_needed(const Kiosk& kiosk);

// What the glass should be. `blank_after` 0: always on.
[[nodiscard]] Power power_at(const Blanking& rest, std::chrono::minutes blank_after, BootTime now);
// When power_at() next says something else if nothing stirs; none: never.
[[nodiscard]] std::optional<BootTime> darkens_at(const Blanking& rest, std::chrono::minutes blank_after);

// What a touch does to it; one that is swallowed is not for the screen.
struct Woken {
  Blanking rest;
  bool is_swallowed = false;
};
[[nodiscard]] Woken wake(Blanking rest, const Touch& touch, BootTime now);

}  // namespace tertulia
