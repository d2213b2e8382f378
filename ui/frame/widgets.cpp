// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/widgets.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/icons.h"

namespace tertulia::ui {
namespace {

constexpr float kHeldPart = 26;  // of 255 towards the text colour
constexpr float kGive = 2.5F;    // tokens
constexpr float kLogoHeight = 46;

struct HeadingCells {
  Box name;
  Box dot;
  Box detail;
  Type name_type;
  Type detail_type;
};

HeadingCells cells_of(Frame& frame, Box box, const Heading& heading) {
  const Theme& theme = frame.theme();
  Type name{heading.size, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2};
  Type detail{kLabelSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  if (frame.is_portrait()) {
    name.vertical = VerticalAlign::kBottom;
    detail.vertical = VerticalAlign::kTop;
    const bool has_one_line = frame.shows_all({box.x, box.y, box.w, box.h / 2}, heading.name, name);
    const Box upper = box.cut_top(box.h * (has_one_line ? 0.5F : 0.66F));
    return {upper, {}, box, name, detail};
  }
  const float width = static_cast<float>(frame.measure(heading.name, name).width) + frame.px(4);
  const Box start = box.cut_left(std::min(width, box.w * 0.72F));
  box.cut_left(frame.px(3));
  const Box dot = box.cut_left(frame.text_px(20));
  return {start, dot, box, name, detail};
}

bool shows_all(Frame& frame, const Heading& heading, const HeadingCells& cells) {
  return frame.shows_all(cells.name, heading.name, cells.name_type) &&
         frame.shows_all(cells.detail, heading.detail, cells.detail_type);
}

}  // namespace

ButtonLook primary_look(const Theme& theme) { return {theme.primary, theme.on_primary}; }
ButtonLook plain_look(const Theme& theme) { return {theme.card, theme.text, theme.line}; }
ButtonLook quiet_look(const Theme& theme) { return {theme.background, theme.muted}; }

Box pressed_in(const Frame& frame, const Box& box) {
  return box.inset(std::round(frame.px(kGive) * frame.depth()));
}

Color lit(const Frame& frame, Color fill, Color ink) {
  return mixed(fill, ink, static_cast<std::uint32_t>(std::lround(kHeldPart * frame.depth())));
}

Color touched_ink(const Frame& frame, Color resting) {
  return mixed(resting, frame.theme().primary, static_cast<std::uint32_t>(std::lround(255 * frame.depth())));
}

bool button(Frame& frame, const Box& box, std::string_view name, std::string_view label,
            const ButtonLook& look) {
  const bool hit = frame.pressed(box, name);
  const Box face = pressed_in(frame, box);
  frame.fill(face, lit(frame, look.fill, look.text), frame.px(look.radius));
  if (look.line.argb >> 24U)
    frame.outline(face, look.line, frame.px(look.radius), std::max(1.0F, frame.px(1.5F)));
  Type type{look.size, look.text, look.weight, Align::kCenter, VerticalAlign::kMiddle, 2};
  frame.write(box.inset(frame.px(12), frame.px(4)), label, type);
  return hit;
}

CardState card_state(const Frame& frame, bool chosen) {
  if (chosen) return CardState::kChosen;
  return frame.depth() > 0 ? CardState::kHeld : CardState::kPlain;
}

void draw_card(Frame& frame, const Box& box, const Theme& theme, CardState state) {
  const float radius = frame.px(kCardRadius);
  const Box face = state == CardState::kPlain ? box : pressed_in(frame, box);
  if (state == CardState::kChosen) {
    frame.fill(face, theme.selected, radius);
    frame.outline(face, theme.primary, radius, std::max(2.0F, frame.px(4)));
    return;
  }
  frame.fill(face, state == CardState::kHeld ? lit(frame, theme.card, theme.text) : theme.card, radius);
  frame.outline(face, theme.line, radius, std::max(1.0F, frame.px(1.5F)));
}

Box cut_logo(Frame& frame, Box& line, Color ground, float height) {
  constexpr float kWidest = 3;           // times its height
  constexpr float kLargestPart = 0.24F;  // of the line
  const float most = std::min(height * kWidest, line.w * kLargestPart);
  const float width = frame.logo_width({line.x, line.middle_y() - height / 2, most, height}, ground);
  if (width <= 0) return {};
  const Box slot = line.cut_left(width).centred(width, height);
  line.cut_left(frame.px(kGap));
  return slot;
}

bool shows_name(Frame& frame, const Box& box, const Heading& heading) {
  if (box.w <= 0) return false;
  const HeadingCells cells = cells_of(frame, box, heading);
  Type type = cells.name_type;
  type.size = unbroken_size(frame, heading.name, type, {cells.name, heading.size * 0.7F});
  return frame.fits(cells.name, heading.name, type);
}

Box cut_heading(const Frame& frame, Box& page) {
  return page.cut_top(frame.text_px(frame.is_portrait() ? 100.0F : 74.0F));
}

void draw_heading(Frame& frame, Box box, const Heading& heading) {
  const Theme& theme = frame.theme();
  Box beside = box;
  const Box logo = cut_logo(frame, beside, theme.background, frame.px(kLogoHeight));
  if (logo.w > 0 && shows_all(frame, heading, cells_of(frame, beside, heading))) {
    frame.logo(logo, theme.background);
    box = beside;
  }
  const HeadingCells cells = cells_of(frame, box, heading);
  frame.write(cells.name, heading.name, cells.name_type);
  // Half of it would tell nobody anything.
  if (heading.detail.empty() || !frame.shows_all(cells.detail, heading.detail, cells.detail_type)) return;
  if (!frame.is_portrait()) {
    Type dot = cells.detail_type;
    dot.align = Align::kCenter;
    frame.write(cells.dot, "·", dot);
  }
  frame.write(cells.detail, heading.detail, cells.detail_type);
}

void draw_bar(Frame& frame, const Box& box, const Theme& theme, int done) {
  const float radius = box.h / 2;
  frame.fill(box, theme.track, radius);
  if (done <= 0) return;
  Box part = box;
  part.w = std::max(box.h, box.w * static_cast<float>(std::min(done, 1000)) / 1000.0F);
  frame.fill(part, theme.primary, radius);
}

void draw_time_bar(Frame& frame, const Box& box, const Theme& theme, const TimeBar& bar, Tone tone) {
  Theme toned = theme;
  if (tone == Tone::kAmber || tone == Tone::kRed || tone == Tone::kPaused)
    toned.primary = tone_color(theme, tone);
  draw_bar(frame, box, toned, bar.done);
  const auto draw_tick = [&](int at, Color color) {
    if (at <= 0 || at >= 1000) return;
    const float x = std::round(box.x + box.w * static_cast<float>(at) / 1000.0F);
    const float over = std::round(box.h * 0.3F);
    frame.fill({x, box.y - over, std::max(2.0F, std::round(frame.px(4))), box.h + 2 * over}, color);
  };
  draw_tick(bar.amber, theme.amber);
  draw_tick(bar.red, theme.red);
}

Color tone_color(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::kCalm:
      return theme.text;
    case Tone::kAmber:
    case Tone::kPaused:
      return theme.amber;
    case Tone::kRed:
      return theme.red;
    case Tone::kMuted:
      return theme.muted;
  }
  return theme.text;
}

float draw_tone_shape(Frame& frame, const Box& box, const Theme& theme, Tone tone) {
  const Box icon{box.x, box.y + (box.h - std::min(box.h, box.w)) / 2, std::min(box.h, box.w),
                 std::min(box.h, box.w)};
  if (tone == Tone::kPaused)
    draw_pause(frame, icon, tone_color(theme, tone));
  else if (tone == Tone::kAmber)
    draw_warning(frame, icon, tone_color(theme, tone));
  else if (tone == Tone::kRed)
    draw_alarm(frame, icon, tone_color(theme, tone), theme.background);
  else
    return 0;
  return icon.w;
}

float largest_size(Frame& frame, std::string_view text, const Type& type, const Box& box) {
  const Size full = frame.measure(text, type);
  if (full.width <= 0 || full.height <= 0) return type.size;
  const float by_width = box.w / static_cast<float>(full.width);
  const float by_height = box.h / static_cast<float>(full.height);
  return type.size * std::min({1.0F, by_width, by_height});
}

float unbroken_size(Frame& frame, std::string_view text, const Type& type, const SizeRange& range) {
  constexpr float kStep = 0.92F;
  Type tried = type;
  while (tried.size > range.least && !frame.fits(range.box, text, tried))
    tried.size = std::max(range.least, tried.size * kStep);
  return tried.size;
}

}  // namespace tertulia::ui
