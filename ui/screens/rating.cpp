// SPDX-License-Identifier: Apache-2.0
// A range as stars, and as a knob on a line.
#include <algorithm>
#include <cmath>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kStar = 90;
constexpr float kStarCell = 130;
constexpr float kKnob = 74;
constexpr float kLine = 24;
constexpr float kSide = 20;  // free at both ends of the line
constexpr float kAbove = 40;

// The value at which a finger on the line points.
int value_at(const Box& line, std::size_t count, float x) {
  const float part = line.w > 0 ? std::clamp((x - line.x) / line.w, 0.0F, 1.0F) : 0.0F;
  return static_cast<int>(std::lround(part * static_cast<float>(count - 1)));
}

std::optional<Intent> draw_step_buttons(Frame& frame, Box box, const SliderBody& body) {
  const float side = std::max(frame.smallest_target(), frame.px(72));
  const int last = static_cast<int>(body.values.size()) - 1;
  const ButtonLook look = plain_look(frame.theme());
  std::optional<Intent> wish;
  const int now = body.chosen.value_or(last / 2);
  const Box less = box.cut_left(side).centred(side, side);
  const Box more = box.cut_right(side).centred(side, side);
  if (button(frame, less, "less", "−", look)) wish = intent::ChooseStep{body.question, std::max(0, now - 1)};
  if (button(frame, more, "more", "+", look))
    wish = intent::ChooseStep{body.question, std::min(last, now + 1)};
  const Type ends{24, frame.theme().muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  Type end = ends;
  end.align = Align::kEnd;
  frame.write(box.inset(frame.px(16), 0), body.values.front(), ends);
  frame.write(box.inset(frame.px(16), 0), body.values.back(), end);
  return wish;
}

void draw_knob(Frame& frame, const Box& line, const SliderBody& body, std::optional<int> chosen) {
  const Theme& theme = frame.theme();
  const float radius = line.h / 2;
  frame.fill(line, theme.track, radius);
  const float part = static_cast<float>(chosen.value_or(0)) /
                     static_cast<float>(std::max<std::size_t>(1, body.values.size() - 1));
  const float side = frame.px(kKnob);
  const Box knob{line.x + line.w * part - side / 2, line.middle_y() - side / 2, side, side};
  if (chosen) frame.fill({line.x, line.y, line.w * part, line.h}, theme.primary, radius);
  frame.disc(knob.middle_x(), knob.middle_y(), side / 2, chosen ? theme.primary : theme.ring);
  frame.disc(knob.middle_x(), knob.middle_y(), side / 2 - std::max(2.0F, frame.px(4)), theme.card);
  if (!chosen) return;
  const std::string& value = body.values[static_cast<std::size_t>(*chosen)];
  frame.write(knob.inset(frame.px(6), 0), value,
              {28, theme.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1});
}

int lines_of_stars(const Frame& frame, float width, const StarsBody& body) {
  const int count = static_cast<int>(body.values.size());
  const int fitting = std::max(1, static_cast<int>(width / std::max(frame.smallest_target(), frame.px(96))));
  return (count + fitting - 1) / fitting;
}

}  // namespace

// Neither has a text that could be cut; below their size no finger would find them.
bool has_room(Frame& frame, const Box& box, const StarsBody& body) {
  const auto lines = static_cast<float>(lines_of_stars(frame, box.w, body));
  return box.h * 0.88F >= lines * frame.smallest_target();
}
bool has_room(Frame& frame, const Box& box, const SliderBody&) {
  return box.h * 0.8F >= 2 * frame.smallest_target();
}

float whole_height(Frame& frame, float width, const StarsBody& body) {
  return frame.px(kAbove + kStarCell * static_cast<float>(lines_of_stars(frame, width, body)));
}
float whole_height(Frame& frame, float, const SliderBody&) {
  const float knob = std::max(frame.smallest_target(), frame.px(kKnob));
  const float buttons = std::max(frame.smallest_target(), frame.px(72));
  return (frame.px(kAbove) + knob + frame.px(24) + buttons) * 1.1F;
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const StarsBody& body) {
  return draw_body(frame, box, body);
}
std::optional<Intent> draw_whole(Frame& frame, const Box& box, const SliderBody& body) {
  return draw_body(frame, box, body);
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const StarsBody& body) {
  const int count = static_cast<int>(body.values.size());
  std::optional<Intent> wish;
  const int lines = lines_of_stars(frame, box.w, body);
  const int columns = (count + lines - 1) / lines;
  Box area = box;
  area.cut_top(std::min(frame.px(kAbove), area.h * 0.12F));
  area.h = std::min(area.h, frame.px(kStarCell) * static_cast<float>(lines));
  area = Box{area.x, area.y, area.w, area.h}.centred(
      std::min(area.w, frame.px(kStarCell) * static_cast<float>(columns)), area.h);
  for (int i = 0; i < count; ++i) {
    const Box cell = area.row(i / columns, lines, 0).column(i % columns, columns, 0);
    const bool is_lit = body.chosen && i <= *body.chosen;
    if (frame.pressed(cell, "star:" + std::to_string(i))) wish = intent::ChooseStep{body.question, i};
    const float side = std::min({frame.px(kStar), cell.w * 0.9F, cell.h * 0.9F});
    const Theme& theme = frame.theme();
    draw_star(frame, pressed_in(frame, cell.centred(side, side)), is_lit ? Star::kLit : Star::kEmpty,
              touched_ink(frame, is_lit ? theme.amber : theme.ring));
  }
  return wish;
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const SliderBody& body) {
  Box area = box;
  area.cut_top(std::min(frame.px(kAbove), area.h * 0.1F));
  const float height = std::max(frame.smallest_target(), frame.px(kKnob));
  const Box strip = area.cut_top(std::min(height, area.h));
  const Box line = strip.inset(frame.px(kSide) + frame.px(kKnob) / 2, 0)
                       .centred(strip.w - 2 * frame.px(kSide) - frame.px(kKnob), frame.px(kLine));
  std::optional<Intent> wish;
  std::optional<int> shown = body.chosen;
  if (const auto finger = frame.dragged(strip, "slider")) {
    shown = value_at(line, body.values.size(), finger->at.x);
    if (finger->is_lifted) wish = intent::ChooseStep{body.question, *shown};
  }
  draw_knob(frame, line, body, shown);
  area.cut_top(std::min(frame.px(24), area.h * 0.1F));
  const Box buttons = area.cut_top(std::min(std::max(frame.smallest_target(), frame.px(72)), area.h));
  if (auto pressed = draw_step_buttons(frame, buttons.inset(frame.px(kSide), 0), body))
    wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
