// SPDX-License-Identifier: Apache-2.0
// Icons and faces as vector shapes, never font glyphs. Each fills the box that it is given.
#pragma once

#include "ui/frame/frame.h"

namespace tertulia::ui {

// `mood` 0 (worst) to 4 (best).
void draw_face(Frame& frame, const Box& box, int mood);
void draw_shield(Frame& frame, const Box& box, Color color);
void draw_check(Frame& frame, const Box& box, Color color);
// A loudspeaker with two waves, mirrored with the language.
void draw_speaker(Frame& frame, const Box& box, Color color);
// Points to the start of reading (back) or to its end; mirrored with the language.
void draw_chevron_back(Frame& frame, const Box& box, Color color);
void draw_chevron_onward(Frame& frame, const Box& box, Color color);
void draw_chevron_up(Frame& frame, const Box& box, Color color);
void draw_chevron_down(Frame& frame, const Box& box, Color color);
void draw_backspace(Frame& frame, const Box& box, Color color);
void draw_globe(Frame& frame, const Box& box, Color color);
void draw_shift(Frame& frame, const Box& box, Color color);
void draw_return(Frame& frame, const Box& box, Color color);
// Two bars; goes with the word "Paused".
void draw_pause(Frame& frame, const Box& box, Color color);
// A triangle with its tip up; goes with "Wrap up" and with what is wrong.
void draw_warning(Frame& frame, const Box& box, Color color);
// A full disc; goes with "Over by". `ink` is that of the mark in it.
void draw_alarm(Frame& frame, const Box& box, Color color, Color ink);

}  // namespace tertulia::ui
