// SPDX-License-Identifier: Apache-2.0
// The programme that people write often says only when things begin.
#pragma once

#include <vector>

#include "firmware/formats/schedule/draft_entry.h"

namespace tertulia::formats {

// Gives each entry whose end is missing, or cannot be read, the length until the next one of its day and room
// starts, and says so. The order of the entries makes no difference. One without a room is in every room.
void end_where_the_next_starts(std::vector<DraftEntry>& drafts, const DraftContext& context);

}  // namespace tertulia::formats
