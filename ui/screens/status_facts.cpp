// SPDX-License-Identifier: Apache-2.0
// Facts about the device: a label, a value, and what to do about it.
#include "ui/frame/widgets.h"
#include "ui/screens/status_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kBetweenFacts = 14;  // above and below the line that parts two facts
constexpr float kLeastLabel = 0.2F;
constexpr float kMostLabel = 0.34F;  // of the width

Type fact_label_type(const Theme& theme) { return {20, theme.muted}; }
Type value_type(const Theme& theme, Tone tone) {
  const bool stands_out = tone == Tone::kAmber || tone == Tone::kRed;
  return {kLabelSize, stands_out ? tone_color(theme, tone) : theme.text, Weight::kBold};
}
Type detail_type(const Theme& theme) { return {kSmallSize, theme.muted}; }

float label_width(Frame& frame, const std::vector<StatusFact>& facts, float width) {
  float widest = 0;
  for (const StatusFact& each : facts)
    widest = std::max(widest, static_cast<float>(frame.measure(each.label, fact_label_type({})).width));
  return std::clamp(widest + frame.px(20), width * kLeastLabel, width * kMostLabel);
}

float shape_width(const Frame& frame, Tone tone) {
  return tone == Tone::kAmber || tone == Tone::kRed ? frame.text_px(34) : 0;
}

// Height of one, without what parts it from the next.
float height_of(Frame& frame, const StatusFact& fact, float label, float width) {
  const Theme& theme = frame.theme();
  const float beside = width - label;
  const float value = written_height(frame, fact.value, value_type(theme, fact.tone),
                                     beside - shape_width(frame, fact.tone)) +
                      written_height(frame, fact.detail, detail_type(theme), beside);
  return std::max(value, written_height(frame, fact.label, fact_label_type(theme), label - frame.px(8)));
}

void draw_fact(Frame& frame, Box box, const StatusFact& fact, float label) {
  const Theme& theme = frame.theme();
  Box name = box.cut_left(label);
  name.w -= frame.px(8);
  frame.write(name, fact.label, fact_label_type(theme));
  const Type type = value_type(theme, fact.tone);
  const float shape = shape_width(frame, fact.tone);
  Box value = box.cut_top(written_height(frame, fact.value, type, box.w - shape));
  if (shape > 0) {
    Box cell = value.cut_left(shape);
    draw_tone_shape(frame, cell.cut_top(frame.text_px(28)).inset(0, frame.px(2)), theme, fact.tone);
  }
  frame.write(value, fact.value, type);
  write_down(frame, box, fact.detail, detail_type(theme));
}

}  // namespace

float height_of(Frame& frame, const std::vector<StatusFact>& facts, float width) {
  const float inside = inside_width(frame, width);
  const float label = label_width(frame, facts, inside);
  float height = -2 * frame.px(kBetweenFacts);
  for (const StatusFact& each : facts)
    height += height_of(frame, each, label, inside) + 2 * frame.px(kBetweenFacts);
  return closed_height(frame, height);
}

void draw_part(Frame& frame, const Box& card, const std::vector<StatusFact>& facts) {
  Box inside = open_card(frame, card);
  const float label = label_width(frame, facts, inside.w);
  const float thickness = std::max(1.0F, frame.px(1.5F));
  for (const StatusFact& each : facts) {
    draw_fact(frame, inside.cut_top(height_of(frame, each, label, inside.w)), each, label);
    Box gap = inside.cut_top(2 * frame.px(kBetweenFacts));
    if (&each != &facts.back()) frame.fill(gap.centred(gap.w, thickness), frame.theme().line);
  }
}

}  // namespace tertulia::ui
