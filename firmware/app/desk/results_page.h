// SPDX-License-Identifier: Apache-2.0
// The page of what the people in the room have answered: the moderator puts a question on the room display,
// and reveals or hides its answers. Pure.
#pragma once

#include "firmware/app/desk/page.h"

namespace tertulia {

[[nodiscard]] OptionsView results_view(const Moderator& state, const PageAt& at);
[[nodiscard]] PageTouch touch_results(Moderator state, const intent::ChooseOption& chosen, const PageAt& at);

}  // namespace tertulia
