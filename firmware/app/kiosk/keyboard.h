// SPDX-License-Identifier: Apache-2.0
// Which keys lie on the glass while a text is typed: rows of a layout (keyboards/) as Keys. Pure.
#pragma once

#include "firmware/app/kiosk/text_entry.h"
#include "firmware/domain/catalogue.h"

namespace tertulia {

enum class LineMode { kOneLine, kMultiline };
// Letters as people of that language know them, in their own script or, beside it, in Latin.
[[nodiscard]] Keyboard keyboard_for(const Catalogue& words, const TextEntry& entry, LineMode lines);

enum class Sign { kNone, kMinus };
// A large pad of digits; with a key for minus where a number may be below zero.
[[nodiscard]] Keyboard number_pad(const Catalogue& words, Sign sign);

}  // namespace tertulia
