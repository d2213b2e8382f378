// SPDX-License-Identifier: Apache-2.0
// The moderator's desk: the rundown, the countdown and the controls, large enough for a hurried thumb.
#include <algorithm>
#include <string_view>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

std::string_view name_of(Control control) {
  switch (control) {
    case Control::kBack:
      return "back";
    case Control::kStart:
      return "start";
    case Control::kPause:
      return "pause";
    case Control::kResume:
      return "resume";
    case Control::kNext:
      return "next";
    case Control::kTakeOne:
      return "take-one";
    case Control::kAddOne:
      return "add-one";
    case Control::kAddFive:
      return "add-five";
  }
  return "";
}

std::optional<Intent> draw_adjust(Frame& frame, const Box& box, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const int count = static_cast<int>(view.adjust.size());
  for (int i = 0; i < count; ++i) {
    const ControlButton& item = view.adjust[static_cast<std::size_t>(i)];
    if (button(frame, box.column(i, count, frame.px(10)), name_of(item.control), item.label,
               plain_look(theme)))
      wish = intent::Steer{item.control};
  }
  return wish;
}

void draw_state_line(Frame& frame, Box line, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  const bool is_problem = !view.problem.empty();
  const Tone tone = is_problem ? Tone::kRed : view.tone;
  const float shape_width = draw_tone_shape(frame, {line.x, line.y, frame.px(26), line.h}, theme, tone);
  if (shape_width > 0) line.cut_left(shape_width + frame.px(10));
  const Color ink = tone_color(theme, tone);
  frame.write(line, is_problem ? view.problem : view.state,
              {kLabelSize, ink, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
}

std::optional<Intent> draw_timer(Frame& frame, const Box& card, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(28), frame.px(18));
  const Type title{30, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2};
  const float length_width = frame.text_px(130);
  const Box most{0, 0, inside.w - length_width, std::min(frame.text_px(84), inside.h * 0.4F)};
  Box head = inside.cut_top(std::max(frame.text_px(52), frame.height_of(view.title, title, most) + 1));
  frame.write(head.cut_right(length_width), view.length,
              {20, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1});
  frame.write(head, view.title, title);
  if (view.bar) {
    draw_time_bar(frame, inside.cut_bottom(frame.px(14)), theme, *view.bar, view.tone);
    inside.cut_bottom(frame.px(14));
  }
  draw_state_line(frame, inside.cut_bottom(frame.text_px(36)), view);
  if (view.countdown.empty()) return wish;
  const float target = std::max(frame.smallest_target(), frame.px(76));
  Box adjust = frame.is_portrait() ? inside.cut_bottom(target) : inside.cut_right(inside.w * 0.555F);
  adjust = adjust.centred(adjust.w, target);
  if (!view.adjust.empty()) wish = draw_adjust(frame, adjust, view);
  if (!frame.is_portrait()) inside.cut_right(frame.px(20));
  Type digits{140,
              view.tone == Tone::kRed ? theme.red : theme.text,
              Weight::kBold,
              Align::kStart,
              VerticalAlign::kMiddle,
              1,
              Digits::kEqualWidthTight,
              1.0F};
  digits.size = largest_size(frame, view.countdown, digits, inside);
  frame.write(inside, view.countdown, digits);
  return wish;
}

ButtonLook look_of(const Theme& theme, Control control) {
  if (control == Control::kPause) return {theme.pause, theme.on_pause};
  if (control == Control::kBack) return plain_look(theme);
  return primary_look(theme);
}

// Draws the arrows of Back and Next beside their labels.
void draw_way(Frame& frame, const Box& box, const ControlButton& item, const ButtonLook& look) {
  const bool is_back = item.control == Control::kBack;
  if (!is_back && item.control != Control::kNext) return;
  const Box face = pressed_in(frame, box);
  const auto label_width = static_cast<float>(frame.measure(item.label, {look.size, {}, look.weight}).width);
  const float away = label_width / 2 + frame.px(20);
  if (away + frame.px(18) > face.w / 2) return;
  const Box icon = Box{face.middle_x() + (is_back ? -away : away), face.y, 0, face.h}.inset(-frame.px(9), 0);
  const Box shape = icon.centred(frame.px(18), frame.px(22));
  is_back ? draw_chevron_back(frame, shape, look.text) : draw_chevron_onward(frame, shape, look.text);
}

std::optional<Intent> draw_controls(Frame& frame, Box row, const ModeratorView& view) {
  std::optional<Intent> wish;
  const float gap = frame.px(kGap);
  for (std::size_t i = 0; i < view.controls.size(); ++i) {
    const ControlButton& item = view.controls[i];
    const auto left = static_cast<float>(view.controls.size() - i);
    // Back is smaller than the others: it is rarely needed.
    const float width = item.control == Control::kBack ? row.w * 0.23F : (row.w - gap * (left - 1)) / left;
    const Box box = row.cut_left(width);
    row.cut_left(gap);
    const ButtonLook look = look_of(frame.theme(), item.control);
    if (button(frame, box, name_of(item.control), item.label, look)) wish = intent::Steer{item.control};
    draw_way(frame, box, item, look);
  }
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  Box page = frame.screen();
  std::optional<Intent> wish = draw_desk_header(frame, page.cut_top(frame.px(72)), view);
  page = page.inset(frame.px(24), frame.px(20));
  const float gap = frame.px(kGap);
  Box desk = page;
  if (frame.is_portrait()) {
    const Box rundown = desk.cut_bottom(desk.h * 0.5F);
    desk.cut_bottom(gap);
    if (auto pressed = draw_rundown(frame, rundown, view)) wish = std::move(pressed);
  } else {
    const Box rundown = desk.cut_left(desk.w * 0.325F);
    desk.cut_left(frame.px(20));
    if (auto pressed = draw_rundown(frame, rundown, view)) wish = std::move(pressed);
  }
  const float controls = std::max(frame.smallest_target(),
                                  std::min(frame.px(frame.is_portrait() ? 120.0F : 190.0F), desk.h * 0.32F));
  const Box row = desk.cut_bottom(controls);
  desk.cut_bottom(gap);
  if (auto pressed = draw_timer(frame, desk, view)) wish = std::move(pressed);
  if (auto pressed = draw_controls(frame, row, view)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
