// SPDX-License-Identifier: Apache-2.0
// The strip on top of every page of the desk. Pure.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/state/device_state.h"

namespace tertulia {

// Room and clock. The pages add what else they tell.
[[nodiscard]] DeskStrip desk_strip(const DeviceState& device_state, const RoleSettings& settings,
                                   std::string role, const Now& now);

// "4 screens in step": displays of other devices that count what this desk counts; none: there are none.
[[nodiscard]] std::optional<Chip> step_chip(const DeviceState& device_state, const RoleSettings& settings,
                                            const Catalogue& words);
// How the device stands with the hub: "Hub away · 12 waiting". A storage that fails stands before it.
[[nodiscard]] std::vector<Chip> link_chips(const DeviceState& device_state, const Catalogue& words);

}  // namespace tertulia
