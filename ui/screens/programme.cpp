// SPDX-License-Identifier: Apache-2.0
// The programme of a day at a kiosk, with a code that takes it along on a telephone.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/kiosk_header.h"
#include "ui/screens/languages.h"
#include "ui/screens/screens.h"
#include "ui/screens/status_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kEntrySize = 25;

struct RowTypes {
  Type time, title, room;
};

RowTypes types_of(const Theme& theme, const ProgrammeRow& row) {
  const Color ink = row.is_over ? theme.muted : theme.text;
  const Weight weight = row.is_running ? Weight::kBold : Weight::kRegular;
  return {{kEntrySize, ink, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1, Digits::kEqualWidth},
          {kEntrySize, ink, weight, Align::kStart, VerticalAlign::kTop},
          {kLabelSize, row.is_running ? theme.text : theme.muted, Weight::kRegular, Align::kStart,
           VerticalAlign::kTop}};
}

float time_width(const Frame& frame) { return frame.text_px(96); }

// What stands around the texts of a row.
constexpr float kAround = 20;
constexpr float kRowGap = 8;

float text_height(Frame& frame, const ProgrammeRow& row, float width) {
  const RowTypes types = types_of(frame.theme(), row);
  const float inside = width - time_width(frame) - frame.px(44);
  const float title = static_cast<float>(frame.measure(row.title, types.title, inside).height) + 1;
  const float room =
      row.room.empty() ? 0 : static_cast<float>(frame.measure(row.room, types.room, inside).height) + 1;
  return title + room;
}

void draw_row(Frame& frame, const Box& box, const ProgrammeRow& row) {
  const Theme& theme = frame.theme();
  const RowTypes types = types_of(theme, row);
  if (row.is_running) frame.fill(box, theme.selected, frame.px(kButtonRadius));
  Box inside = box.inset(frame.px(20), frame.px(kAround / 2));
  frame.write(inside.cut_left(time_width(frame)), row.time, types.time);
  inside.cut_left(frame.px(4));
  const float title = static_cast<float>(frame.measure(row.title, types.title, inside.w).height) + 1;
  frame.write(inside.cut_top(title), row.title, types.title);
  frame.write(inside, row.room, types.room);
}

void draw_rows(Frame& frame, const Box& box, const ProgrammeView& view) {
  if (view.rows.empty())
    return frame.write(box, view.empty,
                       {30, frame.theme().muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle});
  const float width = box.w - frame.px(18);
  std::vector<float> heights;
  float height = 0;
  std::optional<float> focus;
  for (const ProgrammeRow& row : view.rows) {
    if (!focus && !row.is_over) focus = height;
    heights.push_back(text_height(frame, row, width) + frame.px(kAround));
    height += heights.back() + frame.px(kRowGap);
  }
  Box content = frame.begin_list({box, "programme", height, focus});
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    draw_row(frame, {content.x, content.y, width, heights[i]}, view.rows[i]);
    content.y += heights[i] + frame.px(kRowGap);
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
}

// The code with its label below, in a card.
void draw_code(Frame& frame, const Box& card, const ProgrammeView& view) {
  const Theme& theme = frame.theme();
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(20));
  const Type label{kLabelSize,
                   theme.muted,
                   Weight::kRegular,
                   frame.is_portrait() ? Align::kStart : Align::kCenter,
                   VerticalAlign::kMiddle,
                   5};
  if (frame.is_portrait()) {
    draw_qr(frame, inside.cut_left(inside.h), view.code);
    inside.cut_left(frame.px(24));
    return frame.write(inside, view.code_label, label);
  }
  const float height = frame.height_of(view.code_label, label, {0, 0, inside.w, inside.h * 0.4F}) + 1;
  frame.write(inside.cut_bottom(height), view.code_label, label);
  inside.cut_bottom(frame.px(10));
  draw_qr(frame, inside, view.code);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ProgrammeView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_kiosk_page(frame, page, {view.title, view.day}, view.clock);

  if (!view.languages.empty())
    if (auto chosen = draw_languages(frame, page, view.languages)) wish = std::move(chosen);
  page = page.inset(frame.px(frame.is_portrait() ? 0.0F : 32.0F), 0);
  page.cut_bottom(frame.px(24));
  if (!view.back.empty()) {
    Box buttons = page.cut_bottom(std::max(frame.smallest_target(), frame.px(84)));
    if (button(frame, buttons.cut_right(std::min(buttons.w, frame.text_px(320))), "back", view.back,
               primary_look(theme)))
      wish = intent::Back{};
    page.cut_bottom(frame.px(16));
  }
  page.cut_top(frame.px(8));
  if (view.code.side > 0) {
    const float side = std::min(page.h, page.w * 0.36F);
    draw_code(frame, frame.is_portrait() ? page.cut_bottom(page.h * 0.3F) : page.cut_right(side), view);
    frame.is_portrait() ? page.cut_bottom(frame.px(20)) : page.cut_right(frame.px(28));
  }
  draw_rows(frame, page, view);
  return wish;
}

}  // namespace tertulia::ui
