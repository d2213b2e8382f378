// SPDX-License-Identifier: Apache-2.0
// Icons of what a kiosk offers, in lines of one thickness. Each fills its box.
#pragma once

#include "ui/frame/frame.h"

namespace tertulia::ui {

void draw_smile(Frame& frame, const Box& box, Color color);
// A question mark, which Arabic writes the other way round: mirrored with the language.
void draw_question_mark(Frame& frame, const Box& box, Color color);
void draw_calendar(Frame& frame, const Box& box, Color color);
void draw_person(Frame& frame, const Box& box, Color color);
// A raised hand: "this question is mine, too".
void draw_hand(Frame& frame, const Box& box, Color color);

}  // namespace tertulia::ui
