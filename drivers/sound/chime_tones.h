// SPDX-License-Identifier: Apache-2.0
// The sound of the chimes, computed: no file, no licence. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/ports/chime.h"

namespace tertulia {

inline constexpr int kChimeRate = 48'000;  // samples a second, one channel

// Two soft tones that die away, under two seconds. The warning rises, the end falls. Begins and ends in
// silence, and is at most half as loud as the format allows: the loudness is set at the loudspeaker.
[[nodiscard]] std::vector<std::int16_t> chime_samples(ChimeKind kind);

}  // namespace tertulia
