// SPDX-License-Identifier: Apache-2.0
// What is where in all rooms: a scale of hours with the line of now where every title has room, else for each
// room what runs and what comes.
#include <algorithm>
#include <iterator>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kHourSize = 24;
constexpr float kTitleSizes[] = {kFarSize, 24, 20};
constexpr float kBlockRadius = 16;
constexpr float kRowHeight = 132;
constexpr float kRowGap = 14;

struct Scale {
  Box hours;
  Box names;
  Box area;  // of the blocks of all rooms
  float row = 0;

  [[nodiscard]] float x(int at) const { return area.x + area.w * static_cast<float>(at) / 1000.0F; }
  [[nodiscard]] Box row_of(std::size_t index) const {
    return {area.x, area.y + static_cast<float>(index) * row, area.w, row};
  }
};

Type title_type(const Theme& theme, const DayBlock& block, float size) {
  const bool is_running = block.state == BlockState::kRunning;
  const Color color = block.state == BlockState::kOver ? theme.muted : theme.text;
  return {size, color, is_running ? Weight::kBold : Weight::kRegular, Align::kStart, VerticalAlign::kTop, 4};
}

Box box_of(const Frame& frame, const Scale& scale, const DayRow& row, std::size_t row_index, std::size_t i) {
  const DayBlock& block = row.blocks[i];
  const Box line = scale.row_of(row_index);
  const float gap = frame.px(kRowGap);
  const float left = scale.x(block.from) + frame.px(2);
  return {left, line.y + gap, std::max(frame.px(20), scale.x(block.to) - frame.px(2) - left),
          line.h - 2 * gap};
}

// The text of a short block may lie over the free time behind it.
Box text_box(const Frame& frame, const Scale& scale, const DayRow& row, std::size_t i, const Box& block) {
  const float end = i + 1 < row.blocks.size() ? scale.x(row.blocks[i + 1].from) : scale.area.right();
  Box box = block.inset(0, frame.px(5));
  box.cut_left(frame.px(18));
  box.w = std::max(box.w - frame.px(6), end - frame.px(8) - box.x);
  return box;
}

// The type in which the title has room: the largest in `inside` pixels of the block, else the smallest beyond
// it; size 0: none.
Type fitting_type(Frame& frame, const Box& box, float inside, const DayBlock& block) {
  const auto fits = [&](float width, const Type& type) {
    return frame.fits({box.x, box.y, width, box.h}, block.title, type);
  };
  for (const float size : kTitleSizes)
    if (const Type type = title_type(frame.theme(), block, size); fits(std::min(inside, box.w), type))
      return type;
  Type beyond = title_type(frame.theme(), block, *std::rbegin(kTitleSizes));
  if (!fits(box.w, beyond)) beyond.size = 0;
  return beyond;
}

bool may_stay_silent(const DayBlock& block) {
  return block.state == BlockState::kOver || block.kind == SegmentKind::kBreak;
}

bool has_room_for_all(Frame& frame, const Scale& scale, const DayView& view) {
  if (frame.is_portrait() || scale.row < frame.px(72)) return false;
  for (std::size_t r = 0; r < view.rows.size(); ++r)
    for (std::size_t i = 0; i < view.rows[r].blocks.size(); ++i) {
      const DayBlock& block = view.rows[r].blocks[i];
      if (may_stay_silent(block)) continue;
      const Box box = box_of(frame, scale, view.rows[r], r, i);
      if (fitting_type(frame, text_box(frame, scale, view.rows[r], i, box), box.w - frame.px(24), block)
              .size <= 0)
        return false;
    }
  return true;
}

Scale scale_of(Frame& frame, Box page, const DayView& view) {
  Scale scale;
  scale.hours = page.cut_top(frame.text_px(42));
  const Type name{kFarSize, {}, Weight::kBold};
  float widest = frame.text_px(120);
  for (const DayRow& row : view.rows)
    widest = std::max(widest, static_cast<float>(frame.measure(row.room, name).width));
  const float names = std::min(widest + frame.px(20), page.w * 0.22F);
  scale.hours.cut_left(names);
  scale.names = page.cut_left(names);
  scale.area = page;
  scale.row =
      view.rows.empty() ? 0 : std::min(frame.px(kRowHeight), page.h / static_cast<float>(view.rows.size()));
  return scale;
}

void draw_hours(Frame& frame, const Scale& scale, const DayView& view) {
  const Theme& theme = frame.theme();
  const Type type{kHourSize, theme.muted,        Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle,
                  1,         Digits::kEqualWidth};
  const float half = static_cast<float>(frame.measure("00:00", type).width) / 2 + 3;
  for (const HourMark& hour : view.hours) {
    const float x = scale.x(hour.at);
    const bool is_under_now = view.now && std::abs(scale.x(*view.now) - x) < 2.4F * half;
    if (is_under_now || x + half > scale.area.right() || x < scale.area.x) continue;
    frame.write({x - half, scale.hours.y, 2 * half, scale.hours.h}, hour.label, type);
  }
}

void draw_now(Frame& frame, const Scale& scale, const DayView& view) {
  if (!view.now) return;
  const Theme& theme = frame.theme();
  const Type type{kHourSize, theme.background,   Weight::kBold, Align::kCenter, VerticalAlign::kMiddle,
                  1,         Digits::kEqualWidth};
  const float x = scale.x(*view.now);
  const float width = static_cast<float>(frame.measure(view.header.clock, type).width) + frame.px(26);
  const float bottom = scale.row_of(view.rows.size()).y;
  const float line = std::max(2.0F, frame.px(3));
  frame.fill({x - line / 2, scale.hours.y, line, bottom - scale.hours.y}, theme.red);
  if (view.header.clock.empty()) return;
  const Box pill{std::clamp(x - width / 2, scale.hours.x, scale.area.right() - width),
                 scale.hours.y + frame.px(3), width, scale.hours.h - frame.px(6)};
  frame.fill(pill, theme.red, pill.h / 2);
  frame.write(pill, view.header.clock, type);
}

void draw_block(Frame& frame, const Box& box, const Box& text, const DayBlock& block) {
  const Theme& theme = frame.theme();
  const bool is_running = block.state == BlockState::kRunning;
  const Color edge = block.is_closed ? theme.closed : kind_color(theme, block.kind);
  draw_edged_card(frame, box, {is_running ? theme.selected : theme.card, edge, kBlockRadius});
  const float inside = box.w - frame.px(24);
  const Type type = fitting_type(frame, text, inside, block);
  if (type.size <= 0) return;
  const Box own{text.x, text.y, std::min(text.w, inside), text.h};
  frame.write(frame.fits(own, block.title, type) ? own : text, block.title, type);
}

void draw_scale(Frame& frame, const Scale& scale, const DayView& view) {
  const Theme& theme = frame.theme();
  draw_hours(frame, scale, view);
  const float thin = std::max(1.0F, frame.px(2));
  for (std::size_t r = 0; r < view.rows.size(); ++r)
    frame.fill({scale.names.x, scale.row_of(r).y, scale.area.right() - scale.names.x, thin}, theme.line);
  draw_now(frame, scale, view);
  for (std::size_t r = 0; r < view.rows.size(); ++r) {
    const Box line = scale.row_of(r);
    frame.write({scale.names.x, line.y, scale.names.w - frame.px(16), line.h}, view.rows[r].room,
                {kFarSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2});
    for (std::size_t i = 0; i < view.rows[r].blocks.size(); ++i) {
      const Box box = box_of(frame, scale, view.rows[r], r, i);
      draw_block(frame, box, text_box(frame, scale, view.rows[r], i, box), view.rows[r].blocks[i]);
    }
  }
}

// A block as a line of the board: its time and its title.
void draw_cell(Frame& frame, const Box& box, const DayBlock& block) {
  const Theme& theme = frame.theme();
  const bool is_running = block.state == BlockState::kRunning;
  const Color edge = block.is_closed ? theme.closed : kind_color(theme, block.kind);
  Box inside = draw_edged_card(frame, box, {is_running ? theme.selected : theme.card, edge, kBlockRadius});
  inside = inside.inset(frame.px(16), frame.px(4));
  frame.write(
      inside.cut_left(frame.text_px(96)), block.time,
      {kFarSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1, Digits::kEqualWidth});
  Type type;
  for (const float size : kTitleSizes) {
    type = title_type(theme, block, size);
    type.vertical = VerticalAlign::kMiddle;
    if (frame.shows_all(inside, block.title, type)) break;
  }
  frame.write(inside, block.title, type);
}

void draw_board_row(Frame& frame, Box row, const DayRow& day) {
  const Theme& theme = frame.theme();
  const Type name{kFarSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2};
  if (frame.is_portrait())
    frame.write(row.cut_top(std::min(frame.text_px(44), row.h * 0.24F)), day.room, name);
  else
    frame.write(row.cut_left(row.w * 0.19F), day.room, name);
  constexpr int kAtOnce = 2;  // what runs, and what comes
  std::vector<const DayBlock*> shown;
  for (const DayBlock& block : day.blocks)
    if (block.state != BlockState::kOver && shown.size() < kAtOnce) shown.push_back(&block);
  for (std::size_t i = 0; i < shown.size(); ++i)
    draw_cell(frame,
              frame.is_portrait() ? row.row(static_cast<int>(i), kAtOnce, frame.px(8))
                                  : row.column(static_cast<int>(i), kAtOnce, frame.px(12)),
              *shown[i]);
}

void draw_board(Frame& frame, const Box& page, const DayView& view) {
  const auto count = static_cast<int>(view.rows.size());
  Box rows = page;
  const float most = frame.text_px(frame.is_portrait() ? 260.0F : 120.0F);
  rows.h = std::min(page.h, static_cast<float>(count) * most);
  for (int i = 0; i < count; ++i)
    draw_board_row(frame, rows.row(i, count, frame.px(12)), view.rows[static_cast<std::size_t>(i)]);
}

void draw_foot(Frame& frame, Box foot, const DayView& view) {
  const Theme& theme = frame.theme();
  draw_rule(frame, foot);
  const Type remark{kFarSize,
                    theme.muted,
                    Weight::kRegular,
                    frame.is_portrait() ? Align::kStart : Align::kEnd,
                    VerticalAlign::kMiddle,
                    2};
  if (!view.remark.empty())
    frame.write(frame.is_portrait() ? foot.cut_bottom(foot.h / 2) : foot.cut_right(foot.w * 0.4F),
                view.remark, remark);
  foot.cut_right(frame.px(16));
  draw_emphasised(frame, foot, view.next, {kFarSize, theme.text, theme.text});
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const DayView& view) {
  Box page;
  std::optional<Intent> wish = begin_sign_page(frame, page, view.header);
  page.cut_bottom(frame.px(8));
  if (!view.next.before.empty() || !view.next.strong.empty() || !view.remark.empty())
    draw_foot(frame, page.cut_bottom(frame.text_px(frame.is_portrait() ? 150.0F : 72.0F)), view);
  page.cut_bottom(frame.px(8));
  const Scale scale = scale_of(frame, page, view);
  has_room_for_all(frame, scale, view) ? draw_scale(frame, scale, view) : draw_board(frame, page, view);
  return wish;
}

}  // namespace tertulia::ui
