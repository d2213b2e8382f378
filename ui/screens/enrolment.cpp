// SPDX-License-Identifier: Apache-2.0
// The request of a device that is not enrolled: a QR code for a camera, and letters that two people compare.
#include <cmath>

#include "ui/frame/widgets.h"
#include "ui/screens/status_parts.h"

namespace tertulia::ui {
namespace {

constexpr Color kDark = rgb(0x000000);
constexpr Color kLight = rgb(0xffffff);
constexpr float kBetweenLines = 12;
constexpr float kLeastQr = 320;  // below that a camera has to come too near
constexpr float kPortraitQr = 480;
constexpr float kCodeSize = 36;

Type title_type(const Theme& theme) { return {kBodySize, theme.text, Weight::kBold}; }
Type steps_type(const Theme& theme) { return {kLabelSize, theme.muted}; }
Type word_label_type(const Theme& theme) {
  return {kSmallSize, theme.muted, Weight::kRegular, Align::kCenter};
}
Type code_type(const Theme& theme) {
  return {kCodeSize, theme.text, Weight::kBold, Align::kCenter, VerticalAlign::kTop, 1};
}

// Everything but the picture.
float words_height(Frame& frame, const EnrolmentCard& card, float inside) {
  const Theme& theme = frame.theme();
  return written_height(frame, card.title, title_type(theme), inside) +
         written_height(frame, card.steps, steps_type(theme), inside) +
         written_height(frame, card.code_label, word_label_type(theme), inside) +
         written_height(frame, card.code, code_type(theme), inside) + 2 * frame.px(kBetweenLines);
}

}  // namespace

void draw_qr(Frame& frame, const Box& box, const QrCode& code) {
  const int across = code.side + 2 * QrCode::kQuiet;
  const float module = std::floor(std::min(box.w, box.h) / static_cast<float>(across));
  if (code.side <= 0 || module < 1) return;
  const float side = module * static_cast<float>(across);
  Box plate = frame.placed(box.centred(side, side));
  plate.x = std::round(plate.x), plate.y = std::round(plate.y);
  frame.read(Reading::kLeftToRight);
  frame.fill({plate.x, plate.y, side, side}, kLight);
  const auto at = [module](int modules) { return module * static_cast<float>(modules + QrCode::kQuiet); };
  for (int row = 0; row < code.side; ++row)
    for (int from = 0, to = 0; from < code.side; from = to + 1) {
      for (to = from; code.is_dark(row, to);) ++to;
      frame.fill({plate.x + at(from), plate.y + at(row), at(to) - at(from), module}, kDark);
    }
  frame.read(Reading::kByLanguage);
}

float height_of(Frame& frame, const EnrolmentCard& card, float width) {
  const float inside = inside_width(frame, width);
  return closed_height(frame, words_height(frame, card, inside) +
                                  std::min(inside, frame.px(frame.is_portrait() ? kPortraitQr : kLeastQr)));
}

void draw_part(Frame& frame, const Box& card, const EnrolmentCard& enrolment) {
  const Theme& theme = frame.theme();
  Box inside = open_card(frame, card);
  write_down(frame, inside, enrolment.title, title_type(theme));
  write_down(frame, inside, enrolment.steps, steps_type(theme));
  const Type code = code_type(theme);
  frame.write(inside.cut_bottom(written_height(frame, enrolment.code, code, inside.w)), enrolment.code, code);
  const Type label = word_label_type(theme);
  frame.write(inside.cut_bottom(written_height(frame, enrolment.code_label, label, inside.w)),
              enrolment.code_label, label);
  draw_qr(frame, inside.inset(0, frame.px(kBetweenLines)), enrolment.request);
}

}  // namespace tertulia::ui
