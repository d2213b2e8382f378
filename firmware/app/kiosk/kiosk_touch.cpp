// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_touch.h"

namespace tertulia {

BootTime* last_touch_in(Kiosk& state) {
  if (auto* asking = std::get_if<kiosk::Asking>(&state)) return &asking->last_touch;
  if (auto* own = std::get_if<kiosk::OwnQuestion>(&state)) return &own->offer.last_touch;
  if (auto* form = std::get_if<kiosk::ContactForm>(&state)) return form->saving ? nullptr : &form->last_touch;
  if (auto* offer = std::get_if<kiosk::Offer>(&state)) return &offer->last_touch;
  if (auto* attract = std::get_if<kiosk::Attract>(&state); attract && attract->last_touch)
    return &*attract->last_touch;
  return nullptr;
}

Kiosk touched(Kiosk state, const Now& now) {
  if (BootTime* touch = last_touch_in(state)) *touch = now.boot;
  return state;
}

}  // namespace tertulia
