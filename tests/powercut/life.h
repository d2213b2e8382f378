// SPDX-License-Identifier: Apache-2.0
// Some days of a store: people answer, drafts come and go, the hub acknowledges, programs end and start.
#pragma once

#include <cstdint>
#include <string>

#include "tests/powercut/defects.h"
#include "tests/powercut/recording.h"

namespace tertulia::powercut {

inline constexpr const char* kDatabase = "store.db";

// In `folder`, which is empty and stays as the life left it. The same seed is the same life.
[[nodiscard]] Recording record_life(const std::string& folder, std::uint64_t seed, Defect defect);

}  // namespace tertulia::powercut
