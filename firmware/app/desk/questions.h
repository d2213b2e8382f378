// SPDX-License-Identifier: Apache-2.0
// The page of the questions from the floor: all of them, also those that are hidden or answered. A touch on a
// question shows what can be done with it. Pure.
#pragma once

#include "firmware/app/desk/page.h"

namespace tertulia {

[[nodiscard]] OptionsView questions_view(const Moderator& state, const PageAt& at);
[[nodiscard]] PageTouch touch_questions(Moderator state, const intent::ChooseOption& chosen,
                                        const PageAt& at);

// An open question is shown to the room; the one that is shown has been answered.
[[nodiscard]] std::vector<RoomSaying> pick(const std::string& question, const PageAt& at);

}  // namespace tertulia
