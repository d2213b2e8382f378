// SPDX-License-Identifier: Apache-2.0
// The status screen of the sample device: when all is well, and in each state that has words of
// its own.
#pragma once

#include <vector>

#include "tests/support/lisbon_views.h"

namespace tertulia::test {

// What a device has after a day: 43 answers in that room, of which the hub has 40.
void fill_day(DeviceState& device_state, const std::string& room);
// A device that asks to be taken in, with a request as long as real ones.
void ask_for_enrolment(DeviceState& device_state);

[[nodiscard]] std::vector<NamedView> status_views(DeviceState device_state, const Language& language);

}  // namespace tertulia::test
