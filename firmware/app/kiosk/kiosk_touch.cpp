// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_touch.h"

namespace tertulia {

namespace {

// Of a state that may be changed, or of one that may not.
auto* touch_in(auto& state) {
  using Touch = std::remove_reference_t<decltype((std::get<kiosk::Offer>(state).last_touch))>;
  if (auto* asking = std::get_if<kiosk::Asking>(&state)) return &asking->last_touch;
  if (auto* own = std::get_if<kiosk::OwnQuestion>(&state)) return &own->offer.last_touch;
  if (auto* form = std::get_if<kiosk::ContactForm>(&state); form && !form->saving) return &form->last_touch;
  if (auto* offer = std::get_if<kiosk::Offer>(&state)) return &offer->last_touch;
  if (auto* attract = std::get_if<kiosk::Attract>(&state); attract && attract->last_touch)
    return &*attract->last_touch;
  return static_cast<Touch*>(nullptr);
}

}  // namespace

const BootTime* last_touch_in(const Kiosk& state) { return touch_in(state); }

Kiosk touched(Kiosk state, const Now& now) {
  if (BootTime* touch = touch_in(state)) *touch = now.boot;
  return state;
}

}  // namespace tertulia
