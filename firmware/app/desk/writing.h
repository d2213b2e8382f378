// SPDX-License-Identifier: Apache-2.0
// The two pages where the moderator types what the room shall read: an announcement or a message, and when
// and where the same people meet again. Pure.
#pragma once

#include "firmware/app/desk/page.h"

namespace tertulia {

[[nodiscard]] WritingView words_view(const Moderator& state, const PageAt& at);
[[nodiscard]] PageTouch touch_words(Moderator state, const Intent& intent, const PageAt& at);

[[nodiscard]] WritingView meeting_view(const Moderator& state, const PageAt& at);
[[nodiscard]] PageTouch touch_meeting(Moderator state, const Intent& intent, const PageAt& at);

}  // namespace tertulia
