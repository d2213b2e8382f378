// SPDX-License-Identifier: Apache-2.0
// A scale whose steps are choices in words. No word is left out: several rows are a table with the words
// above its columns, one row has them beneath its circles. Where they have no room there, the page scrolls,
// and each row has them beneath its own circles or, where not even that is wide enough, beside them.
#include <algorithm>

#include "ui/screens/bodies.h"
#include "ui/screens/scale_steps.h"

namespace tertulia::ui {
namespace {

constexpr const char* kTable = "rows";
constexpr float kTableRow = 112;
constexpr float kTableGap = 14;
constexpr float kWordGap = 6;         // between a circle and its words
constexpr float kMostOfTable = 0.4F;  // of its height, for the words above the columns
constexpr float kBesideCircle = 46;
constexpr float kMostBeneath = 130;  // of words beneath a circle: five lines

Type word_type(const Frame& frame, VerticalAlign vertical) {
  return {kSmallSize, frame.theme().muted, Weight::kRegular, Align::kCenter, vertical};
}

// The height of the tallest words in columns of that width; none: some would be cut, or a column is narrower
// than a finger.
std::optional<float> words_height(Frame& frame, float width, const ScaleBody& body) {
  const float column = width / static_cast<float>(body.steps.size());
  if (column < frame.smallest_target()) return std::nullopt;
  const Box box{0, 0, column - frame.px(8), kEndless};
  float height = 0;
  for (const std::string& word : body.steps) {
    const Type type = word_type(frame, VerticalAlign::kTop);
    if (!frame.fits(box, word, type)) return std::nullopt;
    height = std::max(height, static_cast<float>(frame.measure(word, type, box.w).height));
  }
  return height + 1;
}

float circle_side(const Frame& frame, float column) {
  return std::min(std::max(frame.smallest_target(), frame.px(kScaleStep)), column - frame.px(8));
}

// ---- a table

struct Table {
  Box head;
  List list;
  float width = 0;   // of a row
  float height = 0;  // of all rows
};

Box steps_in(const Frame& frame, const Box& card) {
  Box inside = card.inset(frame.px(kScaleInset), frame.px(kScalePadding));
  inside.cut_left(inside.w * kBesideRow);
  return inside;
}

std::optional<Table> table_in(Frame& frame, const Box& box, const ScaleBody& body) {
  if (frame.is_portrait() || body.rows.size() < 2 || is_large(body)) return std::nullopt;
  const auto words = words_height(frame, steps_in(frame, {0, 0, frame.width_in_list(box.w), 0}).w, body);
  if (!words || *words > box.h * kMostOfTable) return std::nullopt;
  Table table;
  Box rest = box;
  table.head = rest.cut_top(*words);
  rest.cut_top(frame.px(kWordGap));
  const auto count = static_cast<float>(body.rows.size());
  const float gap = frame.px(kTableGap);
  const float least = frame.smallest_target() + 2 * frame.px(kScalePadding);
  rest.h = std::min(rest.h, (frame.px(kTableRow) + gap) * count - gap);
  table.height = (least + gap) * count - gap;
  table.list = {rest, kTable, table.height};
  const bool scrolls = table.height > rest.h;
  table.width = scrolls ? frame.width_in_list(rest.w) : rest.w;
  if (!scrolls) table.height = rest.h;
  for (std::size_t i = 0; i < body.rows.size(); ++i)
    if (body.rows[i].missing) table.list.focus = (least + gap) * static_cast<float>(i);
  return table;
}

std::optional<Intent> draw_circles(Frame& frame, const Box& steps, const ScaleBody& body,
                                   const ScaleRow& row) {
  std::optional<Intent> wish;
  const int count = static_cast<int>(body.steps.size());
  for (int i = 0; i < count; ++i) {
    const Box cell = steps.column(i, count, 0);
    if (auto pressed = press_step(frame, cell, {body, row, i})) wish = std::move(pressed);
    const float side = std::min(circle_side(frame, cell.w), cell.h);
    draw_step(frame, cell.centred(side, side), {body, row, i});
  }
  return wish;
}

std::optional<Intent> draw_table(Frame& frame, const Table& table, const ScaleBody& body) {
  std::optional<Intent> wish;
  const int count = static_cast<int>(body.rows.size());
  const Box head = steps_in(frame, {table.head.x, table.head.y, table.width, 2 * frame.px(kScalePadding)});
  const int steps = static_cast<int>(body.steps.size());
  for (int i = 0; i < steps; ++i) {
    const Box column = Box{head.x, table.head.y, head.w, table.head.h}.column(i, steps, 0);
    frame.write(column.inset(frame.px(4), 0), body.steps[static_cast<std::size_t>(i)],
                word_type(frame, VerticalAlign::kBottom));
  }
  const Box rows = frame.begin_list(table.list);
  for (int i = 0; i < count; ++i) {
    const ScaleRow& row = body.rows[static_cast<std::size_t>(i)];
    const Box card = rows.row(i, count, frame.px(kTableGap));
    draw_scale_card(frame, card, row);
    Box label = card.inset(frame.px(kScaleInset), frame.px(kScalePadding));
    frame.write(label.cut_left(label.w * kBesideRow), row.label, scale_label_type(frame, body));
    if (auto pressed = draw_circles(frame, steps_in(frame, card), body, row)) wish = std::move(pressed);
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

// ---- a row for itself

float label_height(Frame& frame, float width, const ScaleBody& body, const ScaleRow& row) {
  if (row.label.empty()) return 0;
  return frame.height_of(row.label, scale_label_type(frame, body), {0, 0, width, kEndless}) + 1 +
         frame.px(kTableGap);
}

Stack steps_below(Frame& frame, float width, const ScaleBody& body) {
  Stack stack(frame.px(8));
  const float label = width - frame.px(kBesideCircle) - frame.px(20);
  const float least = frame.smallest_target() * (is_large(body) ? 2.0F : 1.0F);
  for (const std::string& word : body.steps)
    stack.add(
        std::max(least, frame.height_of(word, scale_label_type(frame, body), {0, 0, label, kEndless}) + 1));
  return stack;
}

std::optional<float> words_beneath(Frame& frame, float width, const ScaleBody& body) {
  if (is_large(body)) return std::nullopt;
  const auto height = words_height(frame, width, body);
  return height && *height <= frame.text_px(kMostBeneath) ? height : std::nullopt;
}

}  // namespace

bool words_have_room(Frame& frame, const Box& box, const ScaleBody& body) {
  if (body.rows.size() == 1)
    return words_beneath(frame, box.w - 2 * frame.px(kScaleInset), body) &&
           worded_row_height(frame, box.w, body, body.rows.front()) <= box.h;
  const auto table = table_in(frame, box, body);
  if (!table) return false;
  const Box rows{0, 0, table->width, table->height};
  Box label = rows.row(0, static_cast<int>(body.rows.size()), frame.px(kTableGap))
                  .inset(frame.px(kScaleInset), frame.px(kScalePadding));
  label = label.cut_left(label.w * kBesideRow);
  return std::ranges::all_of(body.rows, [&](const ScaleRow& row) {
    return frame.shows_all(label, row.label, scale_label_type(frame, body));
  });
}

std::optional<Intent> draw_worded(Frame& frame, const Box& box, const ScaleBody& body) {
  if (const auto table = table_in(frame, box, body)) return draw_table(frame, *table, body);
  const ScaleRow& row = body.rows.front();
  Box below = box;
  below.cut_top(std::min(frame.px(60), below.h * 0.15F));
  const float height = worded_row_height(frame, box.w, body, row);
  return draw_worded_row(frame, {box.x, std::min(below.y, box.bottom() - height), box.w, height}, body, row);
}

float worded_row_height(Frame& frame, float width, const ScaleBody& body, const ScaleRow& row) {
  const float inside = width - 2 * frame.px(kScaleInset);
  const float padding = 2 * frame.px(kTableGap);
  const float label = label_height(frame, inside, body, row);
  const auto words = words_beneath(frame, inside, body);
  if (!words) return label + steps_below(frame, inside, body).height() + padding;
  const float circle = circle_side(frame, inside / static_cast<float>(body.steps.size()));
  return label + circle + frame.px(kWordGap) + *words + padding;
}

std::optional<Intent> draw_worded_row(Frame& frame, const Box& card, const ScaleBody& body,
                                      const ScaleRow& row) {
  std::optional<Intent> wish;
  draw_scale_card(frame, card, row);
  Box inside = card.inset(frame.px(kScaleInset), frame.px(kTableGap));
  Box label = inside.cut_top(label_height(frame, inside.w, body, row));
  label.cut_bottom(frame.px(kTableGap));
  frame.write(label, row.label, scale_label_type(frame, body));
  const auto words = words_beneath(frame, inside.w, body);
  const Stack below = words ? Stack(0) : steps_below(frame, inside.w, body);
  const int count = static_cast<int>(body.steps.size());
  for (int i = 0; i < count; ++i) {
    const std::string& word = body.steps[static_cast<std::size_t>(i)];
    Box cell = words ? inside.column(i, count, 0) : below.row(inside, static_cast<std::size_t>(i));
    if (auto pressed = press_step(frame, cell, {body, row, i})) wish = std::move(pressed);
    if (words) {
      const float side = circle_side(frame, cell.w);
      const Box circle = cell.cut_top(side).centred(side, side);
      draw_step(frame, circle, {body, row, i});
      cell.cut_top(frame.px(kWordGap));
      frame.write(cell.inset(frame.px(4), 0), word, word_type(frame, VerticalAlign::kTop));
    } else {
      const float side = frame.px(kBesideCircle);
      draw_step(frame, cell.cut_left(side).centred(side, side), {body, row, i});
      cell.cut_left(frame.px(20));
      frame.write(cell, word, scale_label_type(frame, body));
    }
  }
  return wish;
}

}  // namespace tertulia::ui
