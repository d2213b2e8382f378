// SPDX-License-Identifier: Apache-2.0
// The buttons of the languages at the foot of a kiosk's first page, in rows that fit the width.
#pragma once

#include <vector>

#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// Cuts the rows and their margin off the bottom of the page, draws them, and returns what was chosen.
[[nodiscard]] std::optional<Intent> draw_languages(Frame& frame, Box& page,
                                                   const std::vector<LanguageButton>& languages);

}  // namespace tertulia::ui
