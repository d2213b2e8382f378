// SPDX-License-Identifier: Apache-2.0
// A scale of numbered steps: one row for a range, several for an agreement matrix; with large targets one row
// at a time.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screenfuls.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kInset = 20;         // of a row's card, at its sides
constexpr float kPadding = 8;        // above and below
constexpr float kLabelPart = 0.42F;  // of a row's height, where the label stands above the steps
constexpr float kStep = 76;
constexpr float kLargeStep = 150;
constexpr float kLargeLabel = 32;
constexpr float kLargeHeight = 520;  // of a label and its steps, so that they stay together
constexpr const char* kList = "rows";

bool is_large(const ScaleBody& body) { return body.at_once > 0; }

// As few as leave each step wide enough for a finger; large ones, for a finger that trembles.
int lines_of(const Frame& frame, const ScaleBody& body, float width) {
  const float least = frame.smallest_target() * (is_large(body) ? 2.0F : 1.0F);
  const int steps = static_cast<int>(body.steps.size());
  const int fitting = std::max(1, static_cast<int>(width / least));
  return std::max(1, (steps + fitting - 1) / fitting);
}

std::optional<Intent> draw_steps(Frame& frame, const Box& box, const ScaleBody& body, const ScaleRow& row) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const int count = static_cast<int>(body.steps.size());
  const int lines = lines_of(frame, body, box.w);
  const int columns = (count + lines - 1) / lines;
  for (int i = 0; i < count; ++i) {
    const Box cell = box.row(i / columns, lines, 0).column(i % columns, columns, 0);
    const float room = lines > 1 ? cell.h - frame.px(8) : cell.h;
    const float side = std::min({frame.px(is_large(body) ? kLargeStep : kStep), cell.w - frame.px(8), room});
    const bool chosen = row.chosen == i;
    // The whole cell can be touched, so that neighbours leave no dead strip.
    if (frame.pressed(cell, "step:" + row.question + ":" + std::to_string(i)))
      wish = intent::ChooseStep{row.question, i};
    const Box circle = pressed_in(frame, cell.centred(side, side));
    if (chosen)
      frame.disc(circle.middle_x(), circle.middle_y(), circle.w / 2, theme.primary);
    else
      frame.outline(circle, touched_ink(frame, theme.ring), side / 2, std::max(2.0F, frame.px(3)));
    frame.write(circle, body.steps[static_cast<std::size_t>(i)],
                {28, chosen ? theme.on_primary : theme.muted, Weight::kBold, Align::kCenter,
                 VerticalAlign::kMiddle, 1});
  }
  return wish;
}

std::optional<Intent> draw_row(Frame& frame, const Box& card, const ScaleBody& body, const ScaleRow& row) {
  const Theme& theme = frame.theme();
  draw_card(frame, card, theme, CardState::kPlain);
  if (row.missing) frame.outline(card, theme.red, frame.px(kCardRadius), std::max(2.0F, frame.px(3)));
  Box inside = card.inset(frame.px(kInset), frame.px(kPadding));
  if (is_large(body)) inside = inside.centred(inside.w, std::min(inside.h, frame.px(kLargeHeight)));
  const Type label{is_large(body) ? kLargeLabel : kBodySize,
                   theme.text,
                   Weight::kRegular,
                   Align::kStart,
                   VerticalAlign::kMiddle,
                   2};
  if (row.label.empty()) return draw_steps(frame, inside, body, row);
  if (frame.is_portrait() || is_large(body))
    frame.write(inside.cut_top(inside.h * kLabelPart), row.label, label);
  else
    frame.write(inside.cut_left(inside.w * 0.45F), row.label, label);
  return draw_steps(frame, inside, body, row);
}

// The least height of a row whose steps, in so many lines, are large enough for a finger.
float least_height(const Frame& frame, const ScaleBody& body, int lines) {
  const float steps = frame.smallest_target() * static_cast<float>(lines);
  const bool is_above = frame.is_portrait() && !body.rows.front().label.empty();
  return (is_above ? steps / (1 - kLabelPart) : steps) + 2 * frame.px(kPadding);
}

std::optional<int> missing_row(const ScaleBody& body) {
  const auto found = std::ranges::find_if(body.rows, [](const ScaleRow& row) { return row.missing; });
  if (found == body.rows.end()) return std::nullopt;
  return static_cast<int>(found - body.rows.begin());
}

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const ScaleBody& body) {
  std::optional<Intent> wish;
  if (body.rows.empty()) return wish;
  const int count = static_cast<int>(body.rows.size());
  const std::optional<int> missing = missing_row(body);
  const auto draw_one = [&](const Box& card, int index) {
    return draw_row(frame, card, body, body.rows[static_cast<std::size_t>(index)]);
  };
  if (is_large(body)) return draw_screenfuls(frame, box, {kList, count, body.at_once, missing}, draw_one);
  const float gap = frame.px(14);
  const float each = frame.is_portrait() ? frame.px(180) : frame.px(112);
  Box area = box;
  if (count == 1) area.cut_top(std::min(frame.px(60), area.h * 0.15F));
  const int lines = lines_of(frame, body, area.w - 2 * frame.px(kInset));
  const float most = each + static_cast<float>(lines - 1) * frame.px(112);
  const float least = (least_height(frame, body, lines) + gap) * static_cast<float>(count) - gap;
  area.h = std::min(area.h, (most + gap) * static_cast<float>(count) - gap);
  List list{area, kList, count > 1 ? least : 0};
  if (missing) list.focus = (least + gap) / static_cast<float>(count) * static_cast<float>(*missing);
  const Box rows = frame.begin_list(list);
  for (int i = 0; i < count; ++i)
    if (auto pressed = draw_one(rows.row(i, count, gap), i)) wish = std::move(pressed);
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
