// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboards/layout.h"

namespace tertulia {
namespace {

constexpr KeyVariants kGeorgianVariants[] = {{".", "?!…:"}, {",", ";-"}, {"\"", "„“«»"}, {"€", "₾$£"}};

// The letters of the phone layout; what lies there behind a shift key lies beside its neighbour, for Georgian
// has no capitals and nobody should look for one.
constexpr KeyboardLayout make_georgian() {
  KeyboardLayout layout{{"ქწჭერღტთყუიოპ", "ასშდფგჰჯჟკლ", "ზძხცჩვბნმ"}, kGeorgianVariants};
  layout.symbols = "!?:;\"₾_=";
  layout.letters = "აბგ";
  return layout;
}
constexpr KeyboardLayout kGeorgian = make_georgian();

}  // namespace

const KeyboardLayout& georgian_keyboard() { return kGeorgian; }

}  // namespace tertulia
