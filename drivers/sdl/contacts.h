// SPDX-License-Identifier: Apache-2.0
// Turns SDL's finger and mouse events into contacts with the glass. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "drivers/touch/touch_tracker.h"
#include "firmware/ports/geometry.h"

union SDL_Event;

namespace tertulia {

inline constexpr std::int64_t kMouseFinger = -1;

// The left mouse button counts as a finger. Other buttons, a hovering pointer and all other events give none.
// `size` is that of the window in pixels. The point is always inside the window.
[[nodiscard]] std::optional<TouchContact> contact_from(const SDL_Event& event, Size size, BootTime now);

// The window of a finger or mouse event; 0 when the driver does not know it.
[[nodiscard]] unsigned window_of_contact(const SDL_Event& event);

}  // namespace tertulia
