// SPDX-License-Identifier: Apache-2.0
// Makes the state of the device before its first picture: what a crash left behind, and whether this device
// is enrolled.
#pragma once

#include "firmware/app/state/device_state.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/ports/store.h"

namespace tertulia {

// Closes as abandoned what a crash or a power cut left open. The kiosk tells the person who may still stand
// there. Timers go on. Errors: disk.
[[nodiscard]] Outcome settle(Store& store, DeviceState& device_state, const Now& now);

// Whether the device may connect to a broker; else the state of the device says why not. If the identity is
// not there yet, makes its key and shows the request.
[[nodiscard]] bool prepare_link(const formats::Configuration& configuration, DeviceState& device_state,
                                const Now& now);

}  // namespace tertulia
