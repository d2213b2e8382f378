// SPDX-License-Identifier: Apache-2.0
// Draws icons and faces as vector shapes; they are never font glyphs. Each fills its box.
#pragma once

#include "ui/frame/frame.h"

namespace tertulia::ui {

// `mood` is 0 (worst) to 4 (best).
void draw_face(Frame& frame, const Box& box, int mood);
// Lit, or only its outline.
enum class Star { kEmpty, kLit };
void draw_star(Frame& frame, const Box& box, Star star, Color line);
// Six dots: here a finger takes hold.
void draw_handle(Frame& frame, const Box& box, Color color);
void draw_shield(Frame& frame, const Box& box, Color color);
void draw_check(Frame& frame, const Box& box, Color color);
// A loudspeaker with two waves, mirrored with the language.
void draw_speaker(Frame& frame, const Box& box, Color color);
// An arrow to the start of reading (back) or to its end (onward); mirrored with the language.
void draw_chevron_back(Frame& frame, const Box& box, Color color);
void draw_chevron_onward(Frame& frame, const Box& box, Color color);
void draw_chevron_up(Frame& frame, const Box& box, Color color);
void draw_chevron_down(Frame& frame, const Box& box, Color color);
void draw_backspace(Frame& frame, const Box& box, Color color);
void draw_globe(Frame& frame, const Box& box, Color color);
void draw_shift(Frame& frame, const Box& box, Color color);
void draw_return(Frame& frame, const Box& box, Color color);
// Two bars, for the word "Paused".
void draw_pause(Frame& frame, const Box& box, Color color);
// A triangle with its tip up, for "Wrap up" and for warnings.
void draw_warning(Frame& frame, const Box& box, Color color);
// A full disc, for "Over by". `ink` is the colour of the exclamation mark in it.
void draw_alarm(Frame& frame, const Box& box, Color color, Color ink);

}  // namespace tertulia::ui
