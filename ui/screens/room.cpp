// SPDX-License-Identifier: Apache-2.0
// The room display: what runs, how long it still has, what comes next and what the session is for.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/theme/contrast.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestHeadline = 34;
constexpr float kAiryLineHeight = 1.35F;  // of small print in short lines
constexpr std::uint32_t kChipPart = 60;   // of 255: what a chip's ground has of its colour

void draw_chip(Frame& frame, Box& header, const Chip& chip) {
  const Theme& theme = frame.theme();
  const Color color = tone_color(theme, chip.tone == Tone::kCalm ? Tone::kMuted : chip.tone);
  const Color ground = mixed(theme.chip, color, kChipPart);
  const Type type{
      20, legible(color, ground, kHighContrast), Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(chip.text, type).width) + frame.px(36);
  const Box slot = header.cut_right(width);
  const Box box = slot.centred(width, frame.px(43));
  frame.fill(box, ground, box.h / 2);
  frame.write(box, chip.text, type);
  header.cut_right(frame.px(16));
}

std::optional<Intent> draw_header(Frame& frame, Box header, const RoomView& view) {
  const Theme& theme = frame.theme();
  const Type clock{30, theme.text,         Weight::kBold, Align::kEnd, VerticalAlign::kMiddle,
                   1,  Digits::kEqualWidth};
  const Box corner = header.cut_right(frame.text_px(93));
  frame.write(corner, view.clock, clock);
  if (view.chip) draw_chip(frame, header, *view.chip);
  draw_heading(frame, header, {view.room, view.visit, 24});
  return watch_clock(frame, corner);
}

void draw_outcome(Frame& frame, Box& page, const RoomView& view) {
  const Theme& theme = frame.theme();
  if (view.outcome.empty()) return;
  Box strip = page.cut_bottom(frame.text_px(frame.is_portrait() ? 150.0F : 102.0F));
  frame.fill(strip.cut_top(std::max(1.0F, frame.px(2))), theme.line);
  strip = strip.inset(0, frame.px(8));
  const Type label{20, theme.muted,      Weight::kRegular, Align::kStart, VerticalAlign::kMiddle,
                   3,  Digits::kAsDrawn, kAiryLineHeight};
  const Type text{25, theme.text,       Weight::kRegular, Align::kStart, VerticalAlign::kMiddle,
                  3,  Digits::kAsDrawn, kAiryLineHeight};
  if (frame.is_portrait())
    frame.write(strip.cut_top(frame.text_px(30)), view.outcome_label, label);
  else
    frame.write(strip.cut_left(frame.text_px(130)), view.outcome_label, label), strip.cut_left(frame.px(23));
  frame.write(strip, view.outcome, text);
}

// Kicker, title and speaker from the top; what is left is for the time.
void draw_title(Frame& frame, Box& main, const RoomView& view) {
  const Theme& theme = frame.theme();
  main.cut_top(frame.px(3));
  frame.write(main.cut_top(frame.text_px(40)), view.kicker,
              {24, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  main.cut_top(frame.px(9));
  Type title{kHeadlineSize,       theme.text, Weight::kBold,    Align::kStart,
             VerticalAlign::kTop, 4,          Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, main.w, main.h * 0.36F};
  title.size = unbroken_size(frame, view.title, title, {most, kSmallestHeadline});
  frame.write(main.cut_top(frame.height_of(view.title, title, most) + 1), view.title, title);
  if (view.speaker.empty()) return;
  main.cut_top(frame.px(11));
  // Without a time below, all who take part have room.
  const int lines = view.countdown.empty() ? 2 : 1;
  const Type speaker{kBodySize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, lines};
  const float line = frame.text_px(40);
  const float height =
      frame.height_of(view.speaker, speaker, {0, 0, main.w, static_cast<float>(lines) * line});
  frame.write(main.cut_top(std::max(line, height + 1)), view.speaker, speaker);
}

void draw_under_bar(Frame& frame, Box line, const RoomView& view) {
  const Theme& theme = frame.theme();
  const Type type{kLabelSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  Type ends = type;
  ends.align = Align::kEnd;
  frame.write(line.cut_right(line.w * 0.6F), view.ends, ends);
  frame.write(line, view.started, type);
}

// The word of the tone with its shape, above the digits.
void draw_state(Frame& frame, Box line, const RoomView& view) {
  const Theme& theme = frame.theme();
  const float shape_width = draw_tone_shape(frame, {line.x, line.y, frame.px(30), line.h}, theme, view.tone);
  if (shape_width > 0) line.cut_left(shape_width + frame.px(12));
  frame.write(line, view.state,
              {30, tone_color(theme, view.tone), Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
}

void draw_time(Frame& frame, Box main, const RoomView& view) {
  const Theme& theme = frame.theme();
  main.cut_bottom(frame.px(9));
  draw_under_bar(frame, main.cut_bottom(frame.text_px(44)), view);
  if (view.bar) {
    main.cut_bottom(frame.px(8));
    draw_time_bar(frame, main.cut_bottom(frame.px(20)), theme, *view.bar, view.tone);
    main.cut_bottom(frame.px(16));
  }
  if (view.countdown.empty()) return;
  const float state = view.state.empty() ? 0 : std::min(frame.text_px(44), main.h * 0.3F);
  main.cut_left(frame.px(3));
  Type digits{kCountdownSize,
              tone_color(theme, view.tone),
              Weight::kBold,
              Align::kStart,
              VerticalAlign::kBottom,
              1,
              Digits::kEqualWidthTight,
              1.0F};
  digits.size = largest_size(frame, view.countdown, digits, {0, 0, main.w, main.h - state});
  frame.write(main.cut_bottom(static_cast<float>(frame.measure(view.countdown, digits).height) + 1),
              view.countdown, digits);
  if (state > 0) draw_state(frame, main.cut_bottom(state), view);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const RoomView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  Box page = frame.screen().inset(frame.px(kEdge), 0);
  std::optional<Intent> wish = draw_header(frame, page.cut_top(frame.text_px(74)), view);
  page.cut_bottom(frame.px(8));
  draw_outcome(frame, page, view);
  page.cut_bottom(frame.px(18));
  if (!view.coming_up.empty()) {
    Box side = frame.is_portrait() ? page.cut_bottom(page.h * 0.36F) : page.cut_right(page.w * 0.367F);
    side.cut_top(frame.px(6));
    draw_coming_up(frame, side, view);
    frame.is_portrait() ? page.cut_bottom(frame.px(20)) : page.cut_right(frame.px(36));
  }
  draw_title(frame, page, view);
  if (!frame.is_portrait() && !view.coming_up.empty()) page.cut_right(frame.px(20));
  draw_time(frame, page, view);
  return wish;
}

}  // namespace tertulia::ui
