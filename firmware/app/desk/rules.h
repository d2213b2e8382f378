// SPDX-License-Identifier: Apache-2.0
// The page of how the clock of the part behaves: what starts a part, what displays count to, and when they
// warn. Pure.
#pragma once

#include "firmware/app/desk/page.h"

namespace tertulia {

[[nodiscard]] OptionsView rules_view(const Moderator& state, const PageAt& at);
// What steers the timer itself (Hold, Roll) is not handled here.
[[nodiscard]] PageTouch touch_rules(Moderator state, const intent::ChooseOption& chosen, const PageAt& at);
// Displays count to the planned end of the session, or each part.
[[nodiscard]] RoomSaying count_to(const PageAt& at, Control control);

}  // namespace tertulia
