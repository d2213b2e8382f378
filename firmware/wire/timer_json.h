// SPDX-License-Identifier: Apache-2.0
// Converts a timer to and from the members of a JSON object. For the sources of this folder.
#pragma once

#include "firmware/domain/timer.h"
#include "firmware/wire/json.h"

namespace tertulia::wire {

[[nodiscard]] Json timer_json(const Timer& timer);
// What is missing or out of range becomes an error of `read`.
[[nodiscard]] Timer read_timer(Reader& read);

}  // namespace tertulia::wire
