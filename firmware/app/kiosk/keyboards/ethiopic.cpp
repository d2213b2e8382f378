// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboards/layout.h"

namespace tertulia {
namespace {

// Letters of one sound share a key.
constexpr KeyVariants kEthiopicVariants[] = {{"ሀ", "ሐኀኸ"}, {"ሰ", "ሠ"},      {"አ", "ዐ"},  {"ጸ", "ፀ"},
                                             {"በ", "ቨ"},   {"።", "?!፥፦፡."}, {"፣", "፤,"}, {"\"", "«»"}};

// In the order in which children learn them, a consonant by its first form; the row of vowels above is made
// of the syllable before the caret.
constexpr KeyboardLayout make_ethiopic() {
  KeyboardLayout layout{{"ሀለመረሰሸቀበተ", "ቸነኘአከወዘዠየ", "ደጀገጠጨጰጸፈፐ"}, kEthiopicVariants};
  layout.symbols = "!?፡፥\"€_=";
  layout.comma = "፣";
  layout.stop = "።";
  layout.letters = "ሀለመ";
  return layout;
}
constexpr KeyboardLayout kEthiopic = make_ethiopic();

}  // namespace

const KeyboardLayout& ethiopic_keyboard() { return kEthiopic; }

}  // namespace tertulia
