// SPDX-License-Identifier: Apache-2.0
// When somebody touched a kiosk last. Pure.
#pragma once

#include "firmware/app/kiosk/kiosk.h"

namespace tertulia {

// Within `state`; null: it does not go away for want of a touch.
[[nodiscard]] const BootTime* last_touch_in(const Kiosk& state);

}  // namespace tertulia
