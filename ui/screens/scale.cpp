// SPDX-License-Identifier: Apache-2.0
// A scale of steps: one row for a range, several for an agreement matrix; with large targets one row at a
// time. Here those with numbers; worded_scale.cpp has those with words.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/scale_steps.h"
#include "ui/screens/screenfuls.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kLabelPart = 0.42F;  // of a row's height, where the label stands above the steps
constexpr float kLargeHeight = 520;  // of a label and its steps, so that they stay together
constexpr float kScaleGap = 14;
constexpr const char* kList = "rows";

// As few as leave each step wide enough for a finger; large ones, for a finger that trembles.
int lines_of(const Frame& frame, const ScaleBody& body, float width) {
  const float least = frame.smallest_target() * (is_large(body) ? 2.0F : 1.0F);
  const int steps = static_cast<int>(body.steps.size());
  const int fitting = std::max(1, static_cast<int>(width / least));
  return std::max(1, (steps + fitting - 1) / fitting);
}

bool stands_above(const Frame& frame, const ScaleBody& body) { return frame.is_portrait() || is_large(body); }

std::optional<Intent> draw_steps(Frame& frame, const Box& box, const ScaleBody& body, const ScaleRow& row) {
  std::optional<Intent> wish;
  const int count = static_cast<int>(body.steps.size());
  const int lines = lines_of(frame, body, box.w);
  const int columns = (count + lines - 1) / lines;
  for (int i = 0; i < count; ++i) {
    const Box cell = box.row(i / columns, lines, 0).column(i % columns, columns, 0);
    const float room = lines > 1 ? cell.h - frame.px(8) : cell.h;
    const float side =
        std::min({frame.px(is_large(body) ? kLargeStep : kScaleStep), cell.w - frame.px(8), room});
    // The whole cell can be touched, so that neighbours leave no dead strip.
    if (auto pressed = press_step(frame, cell, {body, row, i})) wish = std::move(pressed);
    draw_step(frame, cell.centred(side, side), {body, row, i});
  }
  return wish;
}

// Where the label of a row stands; the steps get the rest of `inside`.
Box cut_label(const Frame& frame, Box& inside, const ScaleBody& body) {
  if (is_large(body)) inside = inside.centred(inside.w, std::min(inside.h, frame.px(kLargeHeight)));
  if (body.rows.front().label.empty()) return {};
  return stands_above(frame, body) ? inside.cut_top(inside.h * kLabelPart)
                                   : inside.cut_left(inside.w * kBesideRow);
}

std::optional<Intent> draw_row(Frame& frame, const Box& card, const ScaleBody& body, const ScaleRow& row) {
  draw_scale_card(frame, card, row);
  Box inside = card.inset(frame.px(kScaleInset), frame.px(kScalePadding));
  frame.write(cut_label(frame, inside, body), row.label, scale_label_type(frame, body));
  return draw_steps(frame, inside, body, row);
}

// The least height of a row whose steps, in so many lines, are large enough for a finger.
float least_height(const Frame& frame, const ScaleBody& body, int lines) {
  const float steps = frame.smallest_target() * static_cast<float>(lines);
  const bool is_above = frame.is_portrait() && !body.rows.front().label.empty();
  return (is_above ? steps / (1 - kLabelPart) : steps) + 2 * frame.px(kScalePadding);
}

std::optional<int> missing_row(const ScaleBody& body) {
  const auto found = std::ranges::find_if(body.rows, [](const ScaleRow& row) { return row.missing; });
  if (found == body.rows.end()) return std::nullopt;
  return static_cast<int>(found - body.rows.begin());
}

struct ScaleList {
  Box area;
  float least = 0;  // of all rows
};
ScaleList list_of(const Frame& frame, const Box& box, const ScaleBody& body) {
  const auto count = static_cast<float>(body.rows.size());
  const float gap = frame.px(kScaleGap);
  const float each = frame.is_portrait() ? frame.px(180) : frame.px(112);
  ScaleList list{box};
  if (body.rows.size() == 1) list.area.cut_top(std::min(frame.px(60), list.area.h * 0.15F));
  const int lines = lines_of(frame, body, list.area.w - 2 * frame.px(kScaleInset));
  const float most = each + static_cast<float>(lines - 1) * frame.px(112);
  list.least = (least_height(frame, body, lines) + gap) * count - gap;
  list.area.h = std::min(list.area.h, (most + gap) * count - gap);
  return list;
}

// What the steps of a row need beside or under a label of any length.
float steps_height(const Frame& frame, float width, const ScaleBody& body) {
  const bool is_beside = !stands_above(frame, body) && !body.rows.front().label.empty();
  const int lines = lines_of(frame, body, is_beside ? width * (1 - kBesideRow) : width);
  return static_cast<float>(lines) *
         std::max(frame.smallest_target(), frame.px(is_large(body) ? kLargeStep : kScaleStep + 8));
}

float whole_row_height(Frame& frame, float width, const ScaleBody& body, const ScaleRow& row) {
  if (is_worded(body)) return worded_row_height(frame, width, body, row);
  const float inside = width - 2 * frame.px(kScaleInset);
  const float steps = steps_height(frame, inside, body);
  const bool is_above = stands_above(frame, body);
  const float label = frame.height_of(row.label, scale_label_type(frame, body),
                                      {0, 0, is_above ? inside : inside * kBesideRow, kEndless});
  return (is_above ? label + steps : std::max(label, steps)) + 1 + 2 * frame.px(kScalePadding);
}

std::optional<Intent> draw_whole_row(Frame& frame, const Box& card, const ScaleBody& body,
                                     const ScaleRow& row) {
  if (is_worded(body)) return draw_worded_row(frame, card, body, row);
  draw_scale_card(frame, card, row);
  Box inside = card.inset(frame.px(kScaleInset), frame.px(kScalePadding));
  const float steps = steps_height(frame, inside.w, body);
  const Box label = row.label.empty()           ? Box{}
                    : stands_above(frame, body) ? inside.cut_top(inside.h - steps)
                                                : inside.cut_left(inside.w * kBesideRow);
  frame.write(label, row.label, scale_label_type(frame, body));
  return draw_steps(frame, inside.centred(inside.w, steps), body, row);
}

Stack stack_of(Frame& frame, float width, const ScaleBody& body) {
  Stack stack(frame.px(kScaleGap));
  for (const ScaleRow& row : body.rows) stack.add(whole_row_height(frame, width, body, row));
  return stack;
}

}  // namespace

void draw_scale_card(Frame& frame, const Box& card, const ScaleRow& row) {
  draw_card(frame, card, frame.theme(), CardState::kPlain);
  if (row.missing) frame.outline(card, frame.theme().red, frame.px(kCardRadius), std::max(2.0F, frame.px(3)));
}

Type scale_label_type(const Frame& frame, const ScaleBody& body) {
  return {is_large(body) ? kLargeScaleLabel : kBodySize, frame.theme().text, Weight::kRegular, Align::kStart,
          VerticalAlign::kMiddle};
}

std::optional<Intent> press_step(Frame& frame, const Box& cell, const Step& step) {
  const auto& [body, row, index] = step;
  if (!frame.pressed(cell, "step:" + row.question + ":" + std::to_string(index))) return std::nullopt;
  if (!is_worded(body)) return intent::ChooseStep{row.question, index};
  return intent::Choose{row.question, body.choices[static_cast<std::size_t>(index)]};
}

void draw_step(Frame& frame, const Box& circle, const Step& step) {
  const Theme& theme = frame.theme();
  const auto& [body, row, index] = step;
  const bool chosen = row.chosen == index;
  const Box pressed = pressed_in(frame, circle);
  if (chosen)
    frame.disc(pressed.middle_x(), pressed.middle_y(), pressed.w / 2, theme.primary);
  else
    frame.outline(pressed, touched_ink(frame, theme.ring), circle.w / 2, std::max(2.0F, frame.px(3)));
  if (is_worded(body)) {
    if (chosen) draw_check(frame, pressed.inset(pressed.w * 0.26F), theme.on_primary);
    return;
  }
  frame.write(pressed, body.steps[static_cast<std::size_t>(index)],
              {28, chosen ? theme.on_primary : theme.muted, Weight::kBold, Align::kCenter,
               VerticalAlign::kMiddle, 1});
}

bool has_room(Frame& frame, const Box& box, const ScaleBody& body) {
  if (body.rows.empty()) return true;
  if (is_worded(body)) return words_have_room(frame, box, body);
  const int count = static_cast<int>(body.rows.size());
  Box card;
  if (is_large(body)) {
    card = box_in_screenful(frame, box, {kList, count, body.at_once});
  } else {
    const ScaleList list = list_of(frame, box, body);
    const bool scrolls = count > 1 && list.least > list.area.h;
    const Box rows{0, 0, scrolls ? frame.width_in_list(list.area.w) : list.area.w,
                   scrolls ? list.least : list.area.h};
    card = rows.row(0, count, frame.px(kScaleGap));
  }
  Box inside = card.inset(frame.px(kScaleInset), frame.px(kScalePadding));
  const Box label = cut_label(frame, inside, body);
  return std::ranges::all_of(body.rows, [&](const ScaleRow& row) {
    return frame.shows_all(label, row.label, scale_label_type(frame, body));
  });
}

float whole_height(Frame& frame, float width, const ScaleBody& body) {
  return stack_of(frame, width, body).height();
}

std::optional<float> missing_at(Frame& frame, float width, const ScaleBody& body) {
  const std::optional<int> missing = missing_row(body);
  if (!missing) return std::nullopt;
  return stack_of(frame, width, body).row({}, static_cast<std::size_t>(*missing)).y;
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const ScaleBody& body) {
  const Stack stack = stack_of(frame, box.w, body);
  std::optional<Intent> wish;
  for (std::size_t i = 0; i < body.rows.size(); ++i)
    if (auto pressed = draw_whole_row(frame, stack.row(box, i), body, body.rows[i]))
      wish = std::move(pressed);
  return wish;
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const ScaleBody& body) {
  std::optional<Intent> wish;
  if (body.rows.empty()) return wish;
  if (is_worded(body)) return draw_worded(frame, box, body);
  const int count = static_cast<int>(body.rows.size());
  const std::optional<int> missing = missing_row(body);
  const auto draw_one = [&](const Box& card, int index) {
    return draw_row(frame, card, body, body.rows[static_cast<std::size_t>(index)]);
  };
  if (is_large(body)) return draw_screenfuls(frame, box, {kList, count, body.at_once, missing}, draw_one);
  const float gap = frame.px(kScaleGap);
  const auto [area, least] = list_of(frame, box, body);
  List list{area, kList, count > 1 ? least : 0};
  if (missing) list.focus = (least + gap) / static_cast<float>(count) * static_cast<float>(*missing);
  const Box rows = frame.begin_list(list);
  for (int i = 0; i < count; ++i)
    if (auto pressed = draw_one(rows.row(i, count, gap), i)) wish = std::move(pressed);
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
