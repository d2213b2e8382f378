// SPDX-License-Identifier: Apache-2.0
// The running part on the desk: title, countdown, minutes to add, bar.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/screens/desk/desk.h"

namespace tertulia::ui {
namespace {

// A clock face with two hands: no clock beside that of the part runs.
void draw_clock_face(Frame& frame, const Box& box, Color color) {
  const float radius = std::min(box.w, box.h) * 0.5F;
  const float pen = std::max(2.0F, frame.px(3));
  const float x = box.middle_x();
  const float y = box.middle_y();
  frame.ring({x, y, radius - pen / 2, pen}, 1, color);
  frame.stroke({{x, y - radius * 0.55F}, {x, y}, {x + radius * 0.4F, y + radius * 0.2F}}, pen, color);
}

std::optional<Intent> draw_adjust(Frame& frame, const Box& box, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const int count = static_cast<int>(view.adjust.size());
  for (int i = 0; i < count; ++i) {
    const ControlButton& item = view.adjust[static_cast<std::size_t>(i)];
    const Box place = box.column(i, count, frame.px(10));
    if (button(frame, place, name_of(item.control), item.label, plain_look(theme)))
      wish = intent::Steer{item.control};
    if (item.label.empty())
      draw_clock_face(frame, pressed_in(frame, place).centred(frame.px(34), frame.px(34)), theme.text);
  }
  return wish;
}

// A line that a touch opens: what could be done about the delay, or what has come to the desk.
struct OpeningLine {
  Control control = Control::kLate;
  Tone tone = Tone::kAmber;
  std::string_view text;  // empty: there is none
};
OpeningLine opening_line(const ModeratorView& view) {
  if (!view.problem.empty()) return {};
  if (view.news) return {view.news->opens, view.news->tone, view.news->text};
  return {Control::kLate, Tone::kAmber, view.proposal};
}

std::optional<Intent> draw_opening_line(Frame& frame, Box line, const OpeningLine& opens) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (frame.pressed(line, name_of(opens.control))) wish = intent::Steer{opens.control};
  const Box face = pressed_in(frame, line);
  frame.fill(face, lit(frame, theme.card, theme.text), frame.px(kKeyRadius));
  frame.outline(face, theme.line, frame.px(kKeyRadius), std::max(1.0F, frame.px(1.5F)));
  line = line.inset(frame.px(14), frame.px(2));
  const Box arrow = line.cut_right(frame.px(30)).centred(frame.px(14), frame.px(20));
  draw_chevron_onward(frame, arrow, theme.muted);
  const float shape = draw_tone_shape(frame, {line.x, line.y, frame.px(26), line.h}, theme, opens.tone);
  if (shape > 0) line.cut_left(shape + frame.px(10));
  frame.write(line, opens.text, {20, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2});
  return wish;
}

// What is wrong, else the word of the tone.
void draw_state_line(Frame& frame, Box line, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  const bool is_problem = !view.problem.empty();
  const Tone tone = is_problem ? Tone::kRed : view.tone;
  const float shape = draw_tone_shape(frame, {line.x, line.y, frame.px(26), line.h}, theme, tone);
  if (shape > 0) line.cut_left(shape + frame.px(10));
  frame.write(line, is_problem ? view.problem : view.state,
              {kLabelSize, tone_color(theme, tone), Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
}

float opening_height(Frame& frame) { return std::max(frame.smallest_target(), frame.text_px(56)); }

// Beside a countdown there is room for one line; before a session starts for both.
std::optional<Intent> draw_lines(Frame& frame, Box& inside, const ModeratorView& view) {
  std::optional<Intent> wish;
  const OpeningLine opens = opening_line(view);
  const bool has_words = !view.problem.empty() || !view.state.empty();
  if (!opens.text.empty()) {
    wish = draw_opening_line(frame, inside.cut_bottom(opening_height(frame)), opens);
    inside.cut_bottom(frame.px(8));
    if (!view.countdown.empty()) return wish;
  }
  if (has_words) draw_state_line(frame, inside.cut_bottom(frame.text_px(36)), view);
  return wish;
}

// As large as it may be where the buttons beside the countdown and the line below them need their room.
Type title_type(Frame& frame, Box most, float room, const ModeratorView& view) {
  Type title{30, frame.theme().text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2};
  if (view.countdown.empty() || opening_line(view).text.empty()) return title;
  const float target = std::max(frame.smallest_target(), frame.is_portrait() ? frame.px(76) : 0.0F);
  most.h = std::min(most.h, room - frame.px(36) - opening_height(frame) - target);
  while (title.size > 18 && !frame.fits(most, view.title, title)) title.size -= 1;
  return title;
}

// The title, and the length at its end: a touch there opens the page for typed minutes.
std::optional<Intent> draw_head(Frame& frame, Box& inside, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float length_width = frame.text_px(130);
  const Box most{0, 0, inside.w - length_width, std::min(frame.text_px(84), inside.h * 0.4F)};
  const Type title = title_type(frame, most, inside.h, view);
  const bool opens = !view.countdown.empty();
  const float least = opens ? std::max(frame.smallest_target(), frame.text_px(52)) : frame.text_px(52);
  Box head = inside.cut_top(std::max(least, frame.height_of(view.title, title, most) + 1));
  const Box length = head.cut_right(length_width);
  if (opens && frame.pressed(length, name_of(Control::kTime))) wish = intent::Steer{Control::kTime};
  Box words = length;
  if (opens) {
    const Box arrow = words.cut_right(frame.px(20)).centred(frame.px(12), frame.px(18));
    draw_chevron_onward(frame, arrow, touched_ink(frame, theme.muted));
  }
  frame.write(words, view.length,
              {20, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1});
  frame.write(head, view.title, title);
  return wish;
}

}  // namespace

std::optional<Intent> draw_timer_card(Frame& frame, const Box& card, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(28), frame.px(12));
  std::optional<Intent> wish = draw_head(frame, inside, view);
  if (view.bar) {
    inside.cut_bottom(frame.px(4));
    draw_time_bar(frame, inside.cut_bottom(frame.px(14)), theme, *view.bar, view.tone);
    inside.cut_bottom(frame.px(10));
  }
  if (auto pressed = draw_lines(frame, inside, view)) wish = std::move(pressed);
  if (view.countdown.empty()) return wish;
  const float target = std::max(frame.smallest_target(), frame.px(76));
  Box adjust = frame.is_portrait() ? inside.cut_bottom(target) : inside.cut_right(inside.w * 0.555F);
  adjust = adjust.centred(adjust.w, std::min(target, std::max(adjust.h, frame.smallest_target())));
  if (!view.adjust.empty())
    if (auto pressed = draw_adjust(frame, adjust, view)) wish = std::move(pressed);
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

}  // namespace tertulia::ui
