// SPDX-License-Identifier: Apache-2.0
// Between two sessions: how long the break still lasts, large, and where it goes on.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kLeadSize = 35;

void draw_next_card(Frame& frame, const Box& box, const BreakCard& card) {
  const Theme& theme = frame.theme();
  Box inside = draw_edged_card(frame, box, {theme.card, kind_color(theme, card.kind)});
  inside = inside.inset(frame.px(26), frame.px(16));
  const Type room{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  const Type title{kFarSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 3};
  frame.write(inside.cut_top(frame.text_px(42)), card.room, room);
  frame.write(inside, card.title, title);
}

float cards_height(const Frame& frame, const Box& page, std::size_t count) {
  if (count == 0) return 0;
  if (!frame.is_portrait()) return std::min(frame.text_px(184), page.h * 0.36F);
  const float each = std::min(frame.text_px(150), page.h * 0.5F / static_cast<float>(count));
  return static_cast<float>(count) * (each + frame.px(20)) - frame.px(20);
}

void draw_cards(Frame& frame, const Box& box, const std::vector<BreakCard>& cards) {
  const auto count = static_cast<int>(cards.size());
  for (int i = 0; i < count; ++i) {
    const Box cell =
        frame.is_portrait() ? box.row(i, count, frame.px(20)) : box.column(i, count, frame.px(20));
    draw_next_card(frame, cell, cards[static_cast<std::size_t>(i)]);
  }
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const BreakView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_sign_page(frame, page, view.header);
  page.cut_bottom(frame.px(32));
  draw_cards(frame, page.cut_bottom(cards_height(frame, page, view.cards.size())), view.cards);
  page.cut_bottom(frame.px(16));

  const float line = frame.text_px(60);
  Type digits{kCountdownSize,           theme.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1,
              Digits::kEqualWidthTight, 1.0F};
  const Box most{0, 0, page.w, page.h - 2 * line};
  digits.size = largest_size(frame, view.countdown, digits, most);
  const float height =
      view.countdown.empty() ? 0 : static_cast<float>(frame.measure(view.countdown, digits).height) + 1;
  Box middle = page.centred(page.w, height + 2 * line);
  frame.write(middle.cut_top(line), view.lead,
              {kLeadSize, theme.muted, Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle, 1});
  frame.write(middle.cut_top(height), view.countdown, digits);
  draw_emphasised(frame, middle, view.at, {kLeadSize, theme.text, theme.text, Align::kCenter});
  return wish;
}

}  // namespace tertulia::ui
