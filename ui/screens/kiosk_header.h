// SPDX-License-Identifier: Apache-2.0
// The strip at the top of a kiosk's pages.
#pragma once

#include <optional>
#include <string_view>

#include "firmware/ports/intents.h"
#include "ui/frame/widgets.h"

namespace tertulia::ui {

// The ground of a kiosk's page with its header; `page` becomes what is left inside the edges.
[[nodiscard]] std::optional<Intent> begin_kiosk_page(Frame& frame, Box& page, const Heading& heading,
                                                     std::string_view clock);
// Draws the heading and, at the end, the clock. A finger that rests on the clock opens the status screen.
[[nodiscard]] std::optional<Intent> draw_kiosk_header(Frame& frame, Box header, const Heading& heading,
                                                      std::string_view clock);

}  // namespace tertulia::ui
