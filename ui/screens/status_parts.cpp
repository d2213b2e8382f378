// SPDX-License-Identifier: Apache-2.0
// Where the answers are, and the closing slip.
#include "ui/screens/status_parts.h"

#include <array>

#include "ui/frame/widgets.h"

namespace tertulia::ui {
namespace {

constexpr float kInset = 24;
constexpr float kOperator = 44;  // width of "=" and "+"
constexpr float kNumber = 60;
constexpr float kBetweenCardLines = 12;  // lines of a card

Type card_label_type(const Theme& theme) { return {kSmallSize, theme.muted}; }
Type title_type(const Theme& theme) { return {kLabelSize, theme.text, Weight::kBold}; }
Type words_type(const Theme& theme) { return {kBodySize, theme.text, Weight::kBold}; }
Type remark_type(const Theme& theme, Tone tone) {
  return {kLabelSize, tone_color(theme, tone), Weight::kBold};
}
Type sum_label_type(const Theme& theme) {
  Type type = card_label_type(theme);
  type.align = Align::kCenter;
  return type;
}

std::array<const StatusNumber*, 3> numbers_of(const StatusSum& sum) {
  return {&sum.submitted, &sum.received, &sum.waiting};
}

float cell_width(const Frame& frame, float inside) { return (inside - 2 * frame.px(kOperator)) / 3; }

float label_height(Frame& frame, const StatusSum& sum, float cell) {
  float height = 0;
  for (const StatusNumber* each : numbers_of(sum))
    height = std::max(height, written_height(frame, each->label, sum_label_type(frame.theme()), cell));
  return height;
}

float shape_width(const Frame& frame) { return frame.text_px(34); }

void draw_sum_line(Frame& frame, Box line, const StatusSum& sum, float cell) {
  const Theme& theme = frame.theme();
  const std::array<std::string_view, 3> before{"", "=", "+"};
  const Type sign{kQuestionSize, theme.muted, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1};
  const float height = frame.text_px(kNumber) * 1.25F;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (i > 0) {
      Box between = line.cut_left(frame.px(kOperator));
      frame.write(between.cut_top(height), before[i], sign);
    }
    const StatusNumber& each = *numbers_of(sum)[i];
    Box column = line.cut_left(cell);
    Type number{kNumber, theme.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1};
    number.size = largest_size(frame, each.number, number, {0, 0, cell, height});
    frame.write(column.cut_top(height), each.number, number);
    write_down(frame, column, each.label, sum_label_type(theme));
  }
}

}  // namespace

Box open_card(Frame& frame, const Box& card) {
  draw_card(frame, card, frame.theme(), CardState::kPlain);
  return card.inset(frame.px(kInset), frame.px(kInset) * 0.8F);
}
float inside_width(const Frame& frame, float card_width) { return card_width - 2 * frame.px(kInset); }
float closed_height(const Frame& frame, float inside) { return inside + 2 * frame.px(kInset) * 0.8F; }

float written_height(Frame& frame, std::string_view text, const Type& type, float width) {
  return text.empty() ? 0 : static_cast<float>(frame.measure(text, type, width).height) + 1;
}

void write_down(Frame& frame, Box& box, std::string_view text, const Type& type) {
  frame.write(box.cut_top(written_height(frame, text, type, box.w)), text, type);
}

float height_of(Frame& frame, const StatusSum& sum, float width) {
  const Theme& theme = frame.theme();
  const float inside = inside_width(frame, width);
  float height = frame.text_px(kNumber) * 1.25F + label_height(frame, sum, cell_width(frame, inside));
  for (const StatusRemark& each : sum.remarks)
    height += frame.px(kBetweenCardLines) +
              written_height(frame, each.text, remark_type(theme, each.tone), inside - shape_width(frame));
  return closed_height(frame, height);
}

void draw_part(Frame& frame, const Box& card, const StatusSum& sum) {
  const Theme& theme = frame.theme();
  Box inside = open_card(frame, card);
  const float cell = cell_width(frame, inside.w);
  draw_sum_line(frame, inside.cut_top(frame.text_px(kNumber) * 1.25F + label_height(frame, sum, cell)), sum,
                cell);
  for (const StatusRemark& each : sum.remarks) {
    inside.cut_top(frame.px(kBetweenCardLines));
    const Type type = remark_type(theme, each.tone);
    Box line = inside.cut_top(written_height(frame, each.text, type, inside.w - shape_width(frame)));
    Box symbol = line.cut_left(shape_width(frame));
    draw_tone_shape(frame, symbol.cut_top(frame.text_px(28)).inset(0, frame.px(2)), theme, each.tone);
    frame.write(line, each.text, type);
  }
}

float height_of(Frame& frame, const StatusSlip& slip, float width) {
  const Theme& theme = frame.theme();
  const float inside = inside_width(frame, width);
  float height = written_height(frame, slip.title, title_type(theme), inside);
  for (const SlipLine& each : slip.lines)
    height += frame.px(kBetweenCardLines) +
              written_height(frame, each.label, card_label_type(theme), inside) +
              written_height(frame, each.words, words_type(theme), inside);
  if (!slip.remark.empty())
    height +=
        frame.px(kBetweenCardLines) + written_height(frame, slip.remark, card_label_type(theme), inside);
  return closed_height(frame, height);
}

void draw_part(Frame& frame, const Box& card, const StatusSlip& slip) {
  const Theme& theme = frame.theme();
  Box inside = open_card(frame, card);
  write_down(frame, inside, slip.title, title_type(theme));
  for (const SlipLine& each : slip.lines) {
    inside.cut_top(frame.px(kBetweenCardLines));
    write_down(frame, inside, each.label, card_label_type(theme));
    write_down(frame, inside, each.words, words_type(theme));
  }
  if (slip.remark.empty()) return;
  inside.cut_top(frame.px(kBetweenCardLines));
  write_down(frame, inside, slip.remark, card_label_type(theme));
}

}  // namespace tertulia::ui
