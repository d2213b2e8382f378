// SPDX-License-Identifier: Apache-2.0
// What a kiosk counts, so that its room can be shown what people answered. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/results/counting.h"

namespace tertulia {

// Whether this kiosk asks about that session (its slug), or somebody still answers about it.
[[nodiscard]] bool asks_about(const Kiosk& kiosk, const ToAsk& asked, std::string_view session);

// None: no answers are revealed in the room, or they are not about an open session. `is_asked`: a kiosk of
// this device still asks about it.
[[nodiscard]] std::optional<ResultsToCount> results_to_count(const DeviceState& device_state,
                                                             const std::string& room, bool is_asked,
                                                             const Now& now);
// Slug of the session of which answers are revealed in the room; empty: none.
[[nodiscard]] std::string revealed_session(const DeviceState& device_state, const std::string& room);

}  // namespace tertulia
