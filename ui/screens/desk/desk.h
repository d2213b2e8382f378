// SPDX-License-Identifier: Apache-2.0
// Parts of the pages of the desk. For the sources of this folder.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "firmware/ports/intents.h"
#include "ui/frame/widgets.h"

namespace tertulia::ui {

// The name of a button's touch area: "take-one".
[[nodiscard]] std::string_view name_of(Control control);

// Cuts the strip off the page and draws it: room, role, status and clock. A touch on the status opens the
// status screen.
[[nodiscard]] std::optional<Intent> draw_desk_strip(Frame& frame, Box& page, const DeskStrip& strip);

// The ground of a page with its strip; `page` becomes what is left inside the margins.
[[nodiscard]] std::optional<Intent> begin_desk_page(Frame& frame, Box& page, const DeskStrip& strip);
// Cuts the headline off the page and draws it, in at most `share` of the page's height.
void draw_headline(Frame& frame, Box& page, std::string_view headline, Color color, float share = 0.3F);
// Parts a row of a list from the one before.
void draw_line_above(Frame& frame, const Box& row);

// The rundown, or the sessions to load, with what the room sees at its foot.
[[nodiscard]] std::optional<Intent> draw_rundown(Frame& frame, const Box& card, const ModeratorView& view);
// Title, countdown, minutes to add, bar.
[[nodiscard]] std::optional<Intent> draw_timer_card(Frame& frame, const Box& card, const ModeratorView& view);
// Back, Pause, Next; or the question that one of them asks.
[[nodiscard]] std::optional<Intent> draw_controls(Frame& frame, const Box& row, const ModeratorView& view);
// Who has spoken, and the questions from the floor.
[[nodiscard]] std::optional<Intent> draw_speaking(Frame& frame, const Box& card, const SpeakingCard& view);
[[nodiscard]] std::optional<Intent> draw_floor(Frame& frame, const Box& card, const FloorCard& view);

// Chips of one to choose, each as wide as its label, from line to line. The name of a touch area is `prefix`
// and that of the chip. Returns the name of the one that was pressed.
[[nodiscard]] std::optional<std::string> draw_chips(Frame& frame, const Box& box, std::string_view prefix,
                                                    std::span<const ChoiceButton> chips);
[[nodiscard]] float chips_height(Frame& frame, float width, std::span<const ChoiceButton> chips);

// A row of buttons with equal gaps, the last one the main one. Each is as wide as its label needs, and the
// main one at least a quarter of the row.
[[nodiscard]] std::optional<Intent> draw_button_row(Frame& frame, const Box& row,
                                                    std::span<const ControlButton> buttons);

}  // namespace tertulia::ui
