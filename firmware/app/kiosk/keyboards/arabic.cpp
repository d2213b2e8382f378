// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboards/layout.h"

namespace tertulia {
namespace {

// Letters that share a key, the signs of vowels, and the digits of the east.
constexpr KeyVariants kArabicVariants[] = {
    {"ا", "أإآٱ"}, {"ي", "ىئ"},   {"و", "ؤ"},  {"ه", "ةۀ"}, {"ء", "ًٌٍَُِّْ"},  {"ك", "گ"},  {"ب", "پ"}, {"ج", "چ"},
    {"ف", "ڤ"},    {".", "؟!…:"}, {"،", "؛-"}, {"1", "١"},  {"2", "٢"}, {"3", "٣"},  {"4", "٤"}, {"5", "٥"},
    {"6", "٦"},    {"7", "٧"},    {"8", "٨"},  {"9", "٩"},  {"0", "٠"}, {"\"", "«»"}};

constexpr KeyboardLayout make_arabic() {
  KeyboardLayout layout{{"ضصثقفغعهخحج", "شسيبلاتنمكط", "ذءؤرىةوزظد"}, kArabicVariants};
  layout.symbols = "!؟:؛\"€_=";
  layout.comma = "،";
  layout.letters = "ابت";
  layout.last_row = LastRow::kFromRight;
  return layout;
}
constexpr KeyboardLayout kArabic = make_arabic();

}  // namespace

const KeyboardLayout& arabic_keyboard() { return kArabic; }

}  // namespace tertulia
