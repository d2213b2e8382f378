// SPDX-License-Identifier: Apache-2.0
// The room display: what runs, how long it still has, what comes next and what the session is for.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestRoomTitle = 34;

SignHeader header_of(const RoomView& view) {
  SignHeader header{view.room, view.visit, view.clock, {}};
  if (view.chip) header.chips.push_back(*view.chip);
  if (view.step) header.chips.push_back(*view.step);
  return header;
}

void draw_outcome(Frame& frame, Box& page, const RoomView& view) {
  const Theme& theme = frame.theme();
  if (view.outcome.empty()) return;
  Box strip = page.cut_bottom(frame.text_px(frame.is_portrait() ? 190.0F : 122.0F));
  frame.fill(strip.cut_top(std::max(1.0F, frame.px(2))), theme.line);
  strip = strip.inset(0, frame.px(8));
  const Type label{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3};
  const Type text{kFarSize, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 4};
  if (frame.is_portrait())
    frame.write(strip.cut_top(frame.text_px(42)), view.outcome_label, label);
  else
    frame.write(strip.cut_left(frame.text_px(216)), view.outcome_label, label), strip.cut_left(frame.px(23));
  frame.write(strip, view.outcome, text);
}

// What the time needs at least: the word of its tone, digits, the bar and when it began and ends.
float least_of_time(const Frame& frame, const RoomView& view) {
  if (view.countdown.empty()) return 0;
  return frame.text_px(view.state.empty() ? 132.0F : 176.0F) + (view.bar ? frame.px(44) : 0);
}

// Kicker, title and speaker from the top; what is left is for the time. Where that would be too little, the
// speaker gives way.
void draw_title(Frame& frame, Box& main, const RoomView& view) {
  const Theme& theme = frame.theme();
  main.cut_top(frame.px(3));
  frame.write(main.cut_top(frame.text_px(44)), view.kicker,
              {kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  main.cut_top(frame.px(9));
  Type title{kHeadlineSize,       theme.text, Weight::kBold,    Align::kStart,
             VerticalAlign::kTop, 4,          Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, main.w, main.h * 0.36F};
  title.size = unbroken_size(frame, view.title, title, {most, kSmallestRoomTitle});
  frame.write(main.cut_top(frame.height_of(view.title, title, most) + 1), view.title, title);
  if (view.speaker.empty()) return;
  main.cut_top(frame.px(11));
  // Without a time below, all who take part have room.
  const int lines = view.countdown.empty() ? 2 : 1;
  const Type speaker{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, lines};
  const float line = frame.text_px(44);
  const float height =
      frame.height_of(view.speaker, speaker, {0, 0, main.w, static_cast<float>(lines) * line});
  if (main.h - std::max(line, height + 1) < least_of_time(frame, view)) return;
  frame.write(main.cut_top(std::max(line, height + 1)), view.speaker, speaker);
}

void draw_under_bar(Frame& frame, Box line, const RoomView& view) {
  const Theme& theme = frame.theme();
  const Type type{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  Type ends = type;
  ends.align = Align::kEnd;
  // Both shrink by the same part where they are too long together.
  const float end_width = static_cast<float>(frame.measure(view.ends, ends).width) + 2;
  const float start_width = static_cast<float>(frame.measure(view.started, type).width) + 2;
  const float part = std::min(1.F, line.w / (end_width + start_width));
  frame.write(line.cut_right(std::max(end_width * part, line.w - start_width)), view.ends, ends);
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

// The clocks beside that of the part, one below the other.
void draw_clocks(Frame& frame, Box& side, const RoomView& view) {
  const Theme& theme = frame.theme();
  const float row = frame.text_px(view.clocks.size() > 2 ? 58.0F : 76.0F);
  const auto count = static_cast<float>(view.clocks.size());
  const Box card = side.cut_top(std::min(side.h, row * count + frame.px(24)));
  side.cut_top(frame.px(16));
  frame.fill(card, theme.card, frame.px(kCardRadius));
  Box rows = card.inset(frame.px(29), frame.px(12));
  for (const SideTime& clock : view.clocks) {
    Box line = rows.cut_top(row);
    const Color color = clock.tone == Tone::kCalm ? theme.text : tone_color(theme, clock.tone);
    Type digits{view.clocks.size() > 2 ? 42.0F : 56.0F,
                color,
                Weight::kBold,
                Align::kEnd,
                VerticalAlign::kMiddle,
                1,
                Digits::kEqualWidth};
    const float width = static_cast<float>(frame.measure(clock.countdown, digits).width) + frame.px(8);
    frame.write(line.cut_right(width), clock.countdown, digits);
    line.cut_right(frame.px(12));
    const float shape = draw_tone_shape(frame, {line.x, line.y, frame.px(26), line.h}, theme, clock.tone);
    if (shape > 0) line.cut_left(shape + frame.px(10));
    frame.write(line, clock.label,
                {kFarSize, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2});
  }
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const RoomView& view) {
  Box page;
  std::optional<Intent> wish = begin_sign_page(frame, page, header_of(view));
  page.cut_bottom(frame.px(8));
  draw_outcome(frame, page, view);
  page.cut_bottom(frame.px(18));
  const bool has_side = !view.coming_up.empty() || !view.clocks.empty();
  if (has_side) {
    Box side = frame.is_portrait() ? page.cut_bottom(page.h * 0.36F) : page.cut_right(page.w * 0.367F);
    side.cut_top(frame.px(6));
    if (!view.clocks.empty()) draw_clocks(frame, side, view);
    if (!view.coming_up.empty()) draw_coming_up(frame, side, view);
    frame.is_portrait() ? page.cut_bottom(frame.px(20)) : page.cut_right(frame.px(36));
  }
  draw_title(frame, page, view);
  if (!frame.is_portrait() && has_side) page.cut_right(frame.px(20));
  draw_time(frame, page, view);
  return wish;
}

}  // namespace tertulia::ui
