// SPDX-License-Identifier: Apache-2.0
// Minutes that are typed, and how the clock behaves; or the day and time that it is.
#include <algorithm>

#include "ui/screens/desk/desk.h"
#include "ui/screens/desk/pad.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

std::optional<Intent> draw_modes(Frame& frame, Box& side, const TimeView& view) {
  std::optional<Intent> wish;
  const Theme& theme = frame.theme();
  const float height = std::max(frame.smallest_target(), frame.px(72));
  for (const ControlButton& mode : view.modes) {
    if (button(frame, side.cut_bottom(height), name_of(mode.control), mode.label, plain_look(theme)))
      wish = intent::Steer{mode.control};
    side.cut_bottom(frame.px(12));
  }
  return wish;
}

float field_height(Frame& frame, const Box& side) {
  return std::min(side.h * 0.5F, std::max(frame.text_px(60), frame.px(96)));
}

// Cuts the days off, above the field and two lines below it. Where they have no room they scroll.
std::optional<std::string> draw_days(Frame& frame, Box& side, const std::vector<ChoiceButton>& days) {
  constexpr float kBesideBar = 24;
  const float below = std::max(frame.text_px(60), frame.px(60)) + frame.text_px(70);
  const float whole = chips_height(frame, side.w, days);
  const float room = std::max(side.h - below, frame.smallest_target());
  const bool scrolls = whole > room;
  const float width = scrolls ? side.w - frame.px(kBesideBar) : side.w;
  Box list = frame.begin_list(
      {side.cut_top(std::min(whole, room)), "days", scrolls ? chips_height(frame, width, days) : 0});
  list.w = width;
  auto day = draw_chips(frame, list, "day:", days);
  frame.end_list(frame.theme().background, frame.theme().ring);
  side.cut_top(frame.px(12));
  return day;
}

std::optional<Intent> draw_entry(Frame& frame, Box side, const TimeView& view) {
  const Theme& theme = frame.theme();
  Type headline{kQuestionSize,       theme.text, Weight::kBold,    Align::kStart,
                VerticalAlign::kTop, 2,          Digits::kAsDrawn, kHeadlineLineHeight};
  std::optional<Intent> wish = draw_modes(frame, side, view);
  const Box most{0, 0, side.w, side.h * 0.34F};
  headline.size = unbroken_size(frame, view.headline, headline, {most, 28});
  frame.write(side.cut_top(frame.height_of(view.headline, headline, most) + 1), view.headline, headline);
  side.cut_top(frame.px(16));
  if (!view.days.empty())
    if (auto day = draw_days(frame, side, view.days)) wish = intent::ChooseOption{"day", *day};
  const Box field = side.cut_top(field_height(frame, side));
  frame.fill(field, theme.card, frame.px(kButtonRadius));
  frame.outline(field, theme.primary, frame.px(kButtonRadius), std::max(2.0F, frame.px(3)));
  frame.write(field.inset(frame.px(24), frame.px(4)), view.typed,
              {50, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1, Digits::kEqualWidth});
  side.cut_top(frame.px(12));
  const bool is_wrong = view.tone == Tone::kRed;
  frame.write(side, view.meaning,
              {24, is_wrong ? theme.red : theme.muted, is_wrong ? Weight::kBold : Weight::kRegular,
               Align::kStart, VerticalAlign::kTop, 3});
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const TimeView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  Box page = frame.screen();
  std::optional<Intent> wish = draw_desk_strip(frame, page, view.strip);
  page = page.inset(frame.px(frame.is_portrait() ? 40.0F : kMargin), frame.px(24));
  const Box buttons = page.cut_bottom(std::max(frame.smallest_target(), frame.px(84)));
  page.cut_bottom(frame.px(20));
  Box pad = frame.is_portrait() ? page.cut_bottom(page.h * 0.52F) : page.cut_right(page.w * 0.4F);
  frame.is_portrait() ? page.cut_bottom(frame.px(24)) : page.cut_right(frame.px(48));
  if (auto pressed = draw_entry(frame, page, view)) wish = std::move(pressed);
  if (auto pressed = draw_pad(frame, pad, view.pad)) wish = std::move(pressed);
  if (auto pressed = draw_button_row(frame, buttons, view.controls)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
