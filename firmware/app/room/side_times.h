// SPDX-License-Identifier: Apache-2.0
// How the clocks beside that of the part look, on displays and at the desk. Pure.
#pragma once

#include <string_view>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/room/side_clocks.h"
#include "firmware/ports/views/room.h"

namespace tertulia {

// "Intervention", "Group 2".
[[nodiscard]] std::string side_label(const Catalogue& words, std::string_view label);
// Amber for the last fifth of its time, red when it is over.
[[nodiscard]] SideTime side_time(const Catalogue& words, const SideClock& clock, const Now& now);
// When one of them next shows another second; none: none counts.
[[nodiscard]] std::optional<BootTime> next_side_tick(const ShownNow& shown, const Now& now);

}  // namespace tertulia
