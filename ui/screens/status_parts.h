// SPDX-License-Identifier: Apache-2.0
// The cards of the status screen: the height that each needs, and its content.
#pragma once

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// The height that a card of this width needs.
[[nodiscard]] float height_of(Frame& frame, const StatusSum& sum, float width);
[[nodiscard]] float height_of(Frame& frame, const StatusSlip& slip, float width);
[[nodiscard]] float height_of(Frame& frame, const std::vector<StatusFact>& facts, float width);
[[nodiscard]] float height_of(Frame& frame, const EnrolmentCard& card, float width);

void draw_part(Frame& frame, const Box& card, const StatusSum& sum);
void draw_part(Frame& frame, const Box& card, const StatusSlip& slip);
void draw_part(Frame& frame, const Box& card, const std::vector<StatusFact>& facts);
void draw_part(Frame& frame, const Box& card, const EnrolmentCard& enrolment);

// Draws a QR code as large as the box allows, with its quiet zone. It is dark on light in every theme and
// never mirrored, as cameras expect.
void draw_qr(Frame& frame, const Box& box, const QrCode& code);

// Draws the card and returns the space inside it.
[[nodiscard]] Box open_card(Frame& frame, const Box& card);
[[nodiscard]] float inside_width(const Frame& frame, float card_width);
[[nodiscard]] float closed_height(const Frame& frame, float inside);

// Writes a text at the top of the box and cuts the height that it needs off the box.
void write_down(Frame& frame, Box& box, std::string_view text, const Type& type);
[[nodiscard]] float written_height(Frame& frame, std::string_view text, const Type& type, float width);

}  // namespace tertulia::ui
