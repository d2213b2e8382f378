// SPDX-License-Identifier: Apache-2.0
// What a moderator decided about a delay, as changes of today's plan. Pure.
#pragma once

#include "firmware/domain/reflow.h"
#include "firmware/domain/room/plan.h"

namespace tertulia {

// The plan with the proposal for `session` in it. `session` is as the agenda has it; `today` is the rundown
// that the proposal was made for, which may lack segments that were left out earlier.
[[nodiscard]] Plan accepted(Plan plan, const Session& session, const Rundown& today, const Reflow& proposal);

// "End later": nothing gets shorter. What was pinned moves to where it is expected, else the end of the
// session does.
[[nodiscard]] Plan ended_later(Plan plan, const Session& session, const Rundown& today,
                               const Reflow& proposal);

}  // namespace tertulia
