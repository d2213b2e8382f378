// SPDX-License-Identifier: Apache-2.0
// Makes the state of the device before its first picture: what a crash left behind, and whether this device
// is enrolled.
#pragma once

#include "firmware/app/state/device_state.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/ports/store.h"

namespace tertulia {

// Reads whom a crash or a power cut interrupted, closes their answers as abandoned, and writes down the
// start. The kiosk tells the person who may still stand there. Errors: disk; who was interrupted is known all
// the same where it could be read.
[[nodiscard]] Outcome settle_answers(Store& store, std::vector<Interrupted>& interrupted, const Now& now);
// Lets timers and whatever else is stored of the rooms go on. What cannot be read is set aside and said; a
// store that refuses changes nothing.
void settle_rooms(Store& store, DeviceState& device_state, const Now& now);

// Whether the device may connect to a broker; else the state of the device says why not. If the identity is
// not there yet, makes its key and shows the request, made `today` by the machine's own clock.
[[nodiscard]] bool prepare_link(const formats::Configuration& configuration, DeviceState& device_state,
                                const Now& now, WallTime today);

}  // namespace tertulia
