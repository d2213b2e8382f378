// SPDX-License-Identifier: Apache-2.0
// The clocks beside that of the part: one of an intervention from the floor, and those of three working
// groups. Each is named by its label, see SideClock. Pure.
#pragma once

#include <array>
#include <string_view>

#include "firmware/domain/room/shown.h"

namespace tertulia {

inline constexpr std::string_view kIntervention;
inline constexpr std::array<std::string_view, kMostSideClocks> kSideClocks = {kIntervention, "1", "2", "3"};

// Null: it is not used.
[[nodiscard]] const SideClock* find_clock(const ShownNow& shown, std::string_view label);
[[nodiscard]] bool is_counting(const SideClock& clock);

// Starts the clock anew with that length. A label that is not in kSideClocks changes nothing.
[[nodiscard]] ShownNow with_clock(ShownNow shown, std::string_view label, Milliseconds length,
                                  const Now& now);
// Stands still with what is left, or goes on from there. One that is not used stays so.
[[nodiscard]] ShownNow with_clock_paused(ShownNow shown, std::string_view label, const Now& now);
[[nodiscard]] ShownNow with_clock_going_on(ShownNow shown, std::string_view label, const Now& now);
[[nodiscard]] ShownNow without_clock(ShownNow shown, std::string_view label);

}  // namespace tertulia
