// SPDX-License-Identifier: Apache-2.0
// The status screens among the sample views: their texts are those of the catalogues.
#pragma once

#include <vector>

#include "tests/ui/screens/sample_views.h"

namespace tertulia::test {

[[nodiscard]] std::vector<SampleView> sample_status();

}  // namespace tertulia::test
