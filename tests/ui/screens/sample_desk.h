// SPDX-License-Identifier: Apache-2.0
// Pages of the desk like those of the target pictures, in English, French, Arabic and Amharic.
#pragma once

#include <vector>

#include "tests/ui/screens/sample_views.h"

namespace tertulia::test {

// `display` is what the room sees, in the same language.
[[nodiscard]] std::vector<SampleView> sample_desk(const Language& language, const RoomView& display);

}  // namespace tertulia::test
