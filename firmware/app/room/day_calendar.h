// SPDX-License-Identifier: Apache-2.0
// Today's agenda as iCalendar (RFC 5545), short enough for a QR code that a telephone can read from a screen.
// Closed sessions have times only. Pure.
#pragma once

#include <string>

#include "firmware/app/state/device_state.h"

namespace tertulia {

// A code with more bytes has modules that are too small for a camera.
inline constexpr std::size_t kMostCodedBytes = 1200;

// In the visit's default language. Where it would be too long, breaks are left out, then the last sessions.
// Empty when nothing is left of today.
[[nodiscard]] std::string day_calendar(const DeviceState& device_state, const Now& now);

}  // namespace tertulia
