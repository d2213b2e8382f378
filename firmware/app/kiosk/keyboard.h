// SPDX-License-Identifier: Apache-2.0
// Makes the keys of the on-screen keyboard from the rows of a layout (keyboards/). Pure.
#pragma once

#include "firmware/app/kiosk/text_entry.h"
#include "firmware/domain/catalogue.h"

namespace tertulia {

enum class LineMode {
  kOneLine,
  kMultiline,
  kSearch
};  // kSearch: one line, and a key that hides the keyboard
// Letters as people of that language know them, in their own script or in Latin.
[[nodiscard]] Keyboard keyboard_for(const Catalogue& words, const TextEntry& entry, LineMode lines);

enum class Sign { kNone, kMinus };
enum class Decimals { kNone, kSome };
// A large pad of digits; with a key for minus where a number may be below zero, and with the decimal mark of
// the language where it may have decimals. That key types "." in every language.
[[nodiscard]] Keyboard number_pad(const Catalogue& words, Sign sign, Decimals decimals = Decimals::kNone);
// Pads of large digits for the desk: 1 to 9, 0 and backspace; and the same with what a typed time needs.
[[nodiscard]] Keyboard digit_pad();
[[nodiscard]] Keyboard time_pad();
// "." or ","
[[nodiscard]] char decimal_mark(const Catalogue& words);

}  // namespace tertulia
