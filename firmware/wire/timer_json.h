// SPDX-License-Identifier: Apache-2.0
// Timer <-> JSON members. For the sources of this folder.
#pragma once

#include "firmware/domain/timer.h"
#include "firmware/wire/json.h"

namespace tertulia::wire {

[[nodiscard]] Json timer_json(const Timer& timer);
// Complains to `read` about what is missing or out of range.
[[nodiscard]] Timer read_timer(Reader& read);

}  // namespace tertulia::wire
