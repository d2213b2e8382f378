// SPDX-License-Identifier: Apache-2.0
// The page of the clocks beside that of the part: of an intervention from the floor, and of three working
// groups. Pure.
#pragma once

#include "firmware/app/desk/page.h"

namespace tertulia {

[[nodiscard]] OptionsView clocks_view(const Moderator& state, const PageAt& at);
[[nodiscard]] PageTouch touch_clocks(Moderator state, const intent::ChooseOption& chosen, const PageAt& at);

}  // namespace tertulia
