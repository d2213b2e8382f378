// SPDX-License-Identifier: Apache-2.0
// When a changed visit pack is taken while the program runs, and what that changes (decision 099). Pure. Main
// thread only.
//
// - A device with a desk asks there.
// - One without follows the desks of its rooms: it takes what one of them shows.
// - Where no desk is heard it takes the pack by itself, when nobody answers at it.
#pragma once

#include <optional>

#include "firmware/app/state/device_state.h"

namespace tertulia {

// What the hub has to know to count the answers to this pack's forms.
[[nodiscard]] event::PackLoaded description_of(const VisitPack& pack);

// What was read becomes what is wrong, or the pack that waits. One that differs from the shown one in its
// version alone is no news.
void take_reading(DeviceState& device_state, const to_main::PackRead& read, const Now& now);

// When this device takes the pack that waits without being asked; none: it waits for a desk, or for none.
struct TakesAlone {
  BootTime at{};
  bool follows = false;  // a desk shows it already: nobody here has to be waited for
};
[[nodiscard]] std::optional<TakesAlone> takes_alone(const DeviceState& device_state);

// The pack that waits becomes the one that is shown. A session that runs goes on, see applied(). Rooms,
// timers and screens follow when their state is derived anew, see follow_room().
void take_update(DeviceState& device_state, const Now& now);

}  // namespace tertulia
