// SPDX-License-Identifier: Apache-2.0
// What has to be read now: an announcement to a room or to all, one sentence of the moderator, or nothing at
// all.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallest = 40;
constexpr Color kBlack = rgb(0x000000);

void draw_audience(Frame& frame, Box line, const AnnouncementView& view) {
  const Theme& theme = frame.theme();
  const float side = std::min(frame.text_px(40), line.h);
  draw_speaker(frame, line.cut_left(side).centred(side, side), theme.on_pause);
  line.cut_left(frame.px(20));
  frame.write(line, view.audience,
              {kFarSize, theme.on_pause, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const AnnouncementView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_sign_page(frame, page, view.header);
  page.cut_top(frame.px(14));
  page.cut_bottom(frame.px(32));
  frame.fill(page, theme.pause, frame.px(kCardRadius));
  Box inside =
      page.inset(frame.px(frame.is_portrait() ? 40.0F : 80.0F), std::min(frame.px(56), page.h * 0.08F));
  Box foot = inside.cut_bottom(frame.text_px(52));
  const Type small{kFarSize, theme.on_pause, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  Type at_end = small;
  at_end.align = Align::kEnd;
  frame.write(foot.cut_left(frame.text_px(110)), view.said, small);
  frame.write(foot, view.shown, at_end);
  draw_audience(frame, inside.cut_top(frame.text_px(64)), view);
  inside.cut_top(frame.px(20));
  Type text{84, theme.on_pause,   Weight::kBold,      Align::kStart, VerticalAlign::kTop,
            0,  Digits::kAsDrawn, kHeadlineLineHeight};
  text.size = unbroken_size(frame, view.text, text, {inside, kSmallest});
  frame.write(inside, view.text, text);
  return wish;
}

std::optional<Intent> draw(Frame& frame, const MessageView& view) {
  const Theme& theme = frame.theme();
  const bool is_black = view.text.empty();
  frame.fill(frame.screen(), is_black ? kBlack : theme.background);
  Box page = frame.screen().inset(frame.px(kEdge), 0);
  std::optional<Intent> wish = draw_sign_header(frame, cut_heading(frame, page), view.header);
  if (is_black) return wish;
  page = page.inset(frame.px(kEdge), frame.px(32));
  const float below = view.detail.empty() ? 0 : frame.text_px(110);
  Type text{84, theme.text,       Weight::kBold,      Align::kCenter, VerticalAlign::kMiddle,
            0,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h - below};
  text.size = unbroken_size(frame, view.text, text, {most, kSmallest});
  const float height = frame.height_of(view.text, text, most) + 1;
  Box middle = page.centred(page.w, height + below);
  frame.write(middle.cut_top(height), view.text, text);
  frame.write(middle, view.detail,
              {35, theme.muted, Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle, 2});
  return wish;
}

}  // namespace tertulia::ui
