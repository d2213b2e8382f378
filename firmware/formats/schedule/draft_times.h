// SPDX-License-Identifier: Apache-2.0
// The start and the end of one draft, from what is written in it. What is missing, contradicts itself or
// cannot be read is said.
#pragma once

#include <optional>

#include "firmware/formats/schedule/draft_entry.h"

namespace tertulia::formats {

struct DraftTimes {
  WallTime start;
  WallTime end;  // > start
};

// None when there is no day or start that can be read, or the end cannot be true. One whose end is not known,
// or is its start, is shown for kMilestone.
[[nodiscard]] std::optional<DraftTimes> times_of(const DraftEntry& draft, const DraftContext& context);

}  // namespace tertulia::formats
