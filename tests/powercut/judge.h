// SPDX-License-Identifier: Apache-2.0
// The next start after a power cut: the real store opens what is left, and has to keep what it promised.
#pragma once

#include <cstddef>
#include <string>

#include "tests/powercut/recording.h"

namespace tertulia::powercut {

// `folder` holds the image of a cut before operation number `cut`. Empty: every promise is kept.
[[nodiscard]] std::string judge_life(const Recording& recording, std::size_t cut, const std::string& folder);

// I1, I2: what was thanked for is there, whole, and once on its way; or the hub has it. Empty: it is so.
[[nodiscard]] std::string check_thanked(const Seen& seen, const Submission& submission);

}  // namespace tertulia::powercut
