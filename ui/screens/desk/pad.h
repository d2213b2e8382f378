// SPDX-License-Identifier: Apache-2.0
// A pad of large keys for digits. For the sources of this folder.
#pragma once

#include <optional>

#include "firmware/ports/intents.h"
#include "ui/frame/widgets.h"

namespace tertulia::ui {

// The keys lie as they are listed in every language; only the place of the pad is mirrored. Their touch areas
// are named "pad:" and what they type.
[[nodiscard]] std::optional<Intent> draw_pad(Frame& frame, const Box& box, const Keyboard& pad);

}  // namespace tertulia::ui
