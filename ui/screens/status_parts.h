// SPDX-License-Identifier: Apache-2.0
// The cards of the status screen: how high each has to be, and what is in it.
#pragma once

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// For a card of that width.
[[nodiscard]] float height_of(Frame& frame, const StatusSum& sum, float width);
[[nodiscard]] float height_of(Frame& frame, const StatusSlip& slip, float width);
[[nodiscard]] float height_of(Frame& frame, const std::vector<StatusFact>& facts, float width);
[[nodiscard]] float height_of(Frame& frame, const EnrolmentCard& card, float width);

void draw_part(Frame& frame, const Box& card, const StatusSum& sum);
void draw_part(Frame& frame, const Box& card, const StatusSlip& slip);
void draw_part(Frame& frame, const Box& card, const std::vector<StatusFact>& facts);
void draw_part(Frame& frame, const Box& card, const EnrolmentCard& enrolment);

// Dark on light in every theme and never mirrored, with its quiet zone, as large as the box allows: cameras
// expect nothing else.
void draw_qr(Frame& frame, const Box& box, const QrCode& code);

// The card itself, and the room in it.
[[nodiscard]] Box open_card(Frame& frame, const Box& card);
[[nodiscard]] float inside_width(const Frame& frame, float card_width);
[[nodiscard]] float closed_height(const Frame& frame, float inside);

// A text on top of what is left of the box, as high as it needs.
void write_down(Frame& frame, Box& box, std::string_view text, const Type& type);
[[nodiscard]] float written_height(Frame& frame, std::string_view text, const Type& type, float width);

}  // namespace tertulia::ui
