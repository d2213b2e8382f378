// SPDX-License-Identifier: Apache-2.0
// How long to wait before the next attempt to reach the broker. Pure.
#pragma once

#include "firmware/domain/time.h"

namespace tertulia::hub {

// Full jitter: `chance` in 0..1 of a ceiling that doubles from 1 s to 30 s with each failed `attempt` (from
// 0); never less than 100 ms, so that a refusing broker is not hammered.
[[nodiscard]] Milliseconds reconnect_delay(unsigned attempt, double chance);

}  // namespace tertulia::hub
