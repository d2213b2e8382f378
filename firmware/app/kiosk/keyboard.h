// SPDX-License-Identifier: Apache-2.0
// Makes the keys of the on-screen keyboard from the rows of a layout (keyboards/). Pure.
#pragma once

#include "firmware/app/kiosk/text_entry.h"
#include "firmware/domain/catalogue.h"

namespace tertulia {

enum class LineMode { kOneLine, kMultiline };
// Letters as people of that language know them, in their own script or in Latin.
[[nodiscard]] Keyboard keyboard_for(const Catalogue& words, const TextEntry& entry, LineMode lines);

enum class Sign { kNone, kMinus };
// A large number pad, with a minus key where a number may be negative.
[[nodiscard]] Keyboard number_pad(const Catalogue& words, Sign sign);

}  // namespace tertulia
