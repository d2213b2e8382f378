// SPDX-License-Identifier: Apache-2.0
// Sample views of what a room display shows beside a session, and of what a kiosk offers: with the contents
// of one day in four languages, and the words of the catalogues.
#pragma once

#include <vector>

#include "tests/ui/screens/sample_views.h"

namespace tertulia::test {

[[nodiscard]] std::vector<SampleView> sample_group();

}  // namespace tertulia::test
