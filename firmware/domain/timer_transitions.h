// SPDX-License-Identifier: Apache-2.0
// Steps of the timer that commands and time share. For the sources of this folder.
#pragma once

#include <cstddef>

#include "firmware/domain/timer.h"

namespace tertulia {

// Time on the boot clock since the anchor; zero when it lies in another boot, never negative.
[[nodiscard]] Milliseconds since_anchor(const Timer& timer, const Now& now);

// By how much the countdown has moved since the anchor: that time, less what was put right of `slew`.
[[nodiscard]] Milliseconds counted(const Timer& timer, const Now& now);

// `segment` of the rundown, armed; the session and the run stay.
[[nodiscard]] Timer armed(const Timer& timer, const Rundown& rundown, std::size_t segment, const Now& now);

// A new run of the loaded segment.
[[nodiscard]] Timer begun(const Timer& timer, const Now& now);

// The segment after the loaded one; of a removed one, what took its place. May be past the end.
[[nodiscard]] std::size_t next_segment(const Timer& timer);

// A run with nothing left goes to overrun and fires, one with time left comes back from it.
void settle(TimerTransition& transition, const Now& now);

// Fires kFinished for a run that has not fired yet.
void end_run(TimerTransition& transition);

}  // namespace tertulia
