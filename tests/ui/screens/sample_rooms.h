// SPDX-License-Identifier: Apache-2.0
// The sample screens of rooms and doors.
#pragma once

#include <vector>

#include "tests/ui/screens/sample_views.h"

namespace tertulia::test {

// In English, French, Arabic and Amharic.
[[nodiscard]] std::vector<SampleView> sample_rooms();
// A room with the logo of a programme.
[[nodiscard]] std::vector<SampleView> sample_logos();

}  // namespace tertulia::test
