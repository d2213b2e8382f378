// SPDX-License-Identifier: Apache-2.0
// The steps of a scale: circles to touch, with numbers in them or words beside them.
#pragma once

#include <optional>

#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

inline constexpr float kScaleInset = 20;   // of a row's card, at its sides
inline constexpr float kScalePadding = 8;  // above and below
inline constexpr float kScaleStep = 76;
inline constexpr float kLargeStep = 150;
inline constexpr float kLargeScaleLabel = 32;
inline constexpr float kBesideRow = 0.45F;  // of a row's width, for the label beside the steps

[[nodiscard]] inline bool is_worded(const ScaleBody& body) { return !body.choices.empty(); }

// The card of a row, marked when it must be answered and was not.
void draw_scale_card(Frame& frame, const Box& card, const ScaleRow& row);
[[nodiscard]] Type scale_label_type(const Frame& frame, const ScaleBody& body);

// Whether the step was pressed anywhere in the cell.
struct Step {
  const ScaleBody& body;
  const ScaleRow& row;
  int index = 0;
};
[[nodiscard]] std::optional<Intent> press_step(Frame& frame, const Box& cell, const Step& step);
// Call it right after press_step().
void draw_step(Frame& frame, const Box& circle, const Step& step);

// Scales with words: a table where the words have room above its columns, one line where there is one row.
[[nodiscard]] bool words_have_room(Frame& frame, const Box& box, const ScaleBody& body);
[[nodiscard]] std::optional<Intent> draw_worded(Frame& frame, const Box& box, const ScaleBody& body);
// Each row for itself: words beneath their circles where they have room, else beside them.
[[nodiscard]] float worded_row_height(Frame& frame, float width, const ScaleBody& body, const ScaleRow& row);
[[nodiscard]] std::optional<Intent> draw_worded_row(Frame& frame, const Box& card, const ScaleBody& body,
                                                    const ScaleRow& row);

}  // namespace tertulia::ui
