// SPDX-License-Identifier: Apache-2.0
// When the chime of a room rings: once as the time of a part comes to its mark "Wrap up", and once as it is
// up. It rings for what it sees happen. A device that starts late, hears late or is put right by more than a
// moment is silent, and so is time that somebody takes away. It goes by the part, also while the display
// counts to the end of the session. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "firmware/domain/timer.h"
#include "firmware/ports/chime.h"

namespace tertulia {

// A moment that is over for longer is not rung any more.
inline constexpr Milliseconds kLatestChime = std::chrono::seconds(2);

// What is watched in one room: one run of one part.
struct ChimeWatch {
  std::string session;  // empty: nothing counts
  std::string segment;
  std::uint64_t run = 0;
  // On the boot clock. None: it is over, was rung, or the time stands still.
  std::optional<BootTime> warning_at;
  std::optional<BootTime> end_at;
  bool has_warned = false;  // in this run, whatever was added since
  bool has_ended = false;
};

struct ChimeLook {
  ChimeWatch watch;
  std::optional<ChimeKind> rings;
};
// `timer` is what the display of the room counts and `segment` its part; null: nothing.
[[nodiscard]] ChimeLook look(const ChimeWatch& before, const Timer* timer, const Segment* segment,
                             const Now& now);

// When look() has to be called again, if nothing else happens.
[[nodiscard]] std::optional<BootTime> next_look(const ChimeWatch& watch);

}  // namespace tertulia
