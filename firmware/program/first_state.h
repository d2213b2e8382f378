// SPDX-License-Identifier: Apache-2.0
// The state of the device before its first picture: what a crash left behind, and whether the hub knows
// this device.
#pragma once

#include "firmware/app/state/device_state.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/ports/store.h"

namespace tertulia {

// What a crash or power cut left open ends as abandoned: nobody stands there any more, or somebody who is
// told. Timers go on. Errors: disk.
[[nodiscard]] Outcome settle(Store& store, DeviceState& device_state, const Now& now);

// Whether there is a broker that this device may try; else the state of the device says why not. A device
// with an identity to come asks for it: its key is made if there is none.
[[nodiscard]] bool prepare_link(const formats::Configuration& configuration, DeviceState& device_state,
                                const Now& now);

}  // namespace tertulia
