// SPDX-License-Identifier: Apache-2.0
// What a kiosk offers: large cards with an icon, a title and a line that says what stands behind it.
#include <algorithm>
#include <cmath>

#include "ui/frame/menu_icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/kiosk_header.h"
#include "ui/screens/languages.h"
#include "ui/screens/notice.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kTitleSize = 31;
constexpr float kDetailSize = 23;
constexpr float kHeadline = 54;
constexpr float kSmallestHeadline = 34;
constexpr std::uint32_t kTint = 44;  // of 255: what a plate has of its colour

std::string_view name_of(MenuItemKind kind) {
  switch (kind) {
    case MenuItemKind::kFeedback:
      return "menu:feedback";
    case MenuItemKind::kQuestion:
      return "menu:question";
    case MenuItemKind::kProgramme:
      return "menu:programme";
    case MenuItemKind::kContact:
      break;
  }
  return "menu:contact";
}

Color color_of(const Theme& theme, MenuItemKind kind) {
  switch (kind) {
    case MenuItemKind::kFeedback:
      return theme.primary;
    case MenuItemKind::kQuestion:
      return theme.pause;
    case MenuItemKind::kProgramme:
      return theme.sky;
    case MenuItemKind::kContact:
      break;
  }
  return theme.good;
}

void draw_icon(Frame& frame, const Box& box, MenuItemKind kind) {
  const Theme& theme = frame.theme();
  switch (kind) {
    case MenuItemKind::kFeedback:
      return draw_smile(frame, box, theme.text);
    case MenuItemKind::kQuestion:
      return draw_question_mark(frame, box, theme.text);
    case MenuItemKind::kProgramme:
      return draw_calendar(frame, box, theme.text);
    case MenuItemKind::kContact:
      return draw_person(frame, box, theme.text);
  }
}

bool draw_item(Frame& frame, const Box& card, const MenuItem& item) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(card, name_of(item.kind));
  draw_card(frame, card, theme, card_state(frame, false));
  Box inside = pressed_in(frame, card).inset(frame.px(28), frame.px(10));
  const float side = std::min({frame.px(108), inside.h, inside.w * 0.26F});
  const Box plate = inside.cut_left(side).centred(side, side);
  frame.fill(plate, mixed(theme.card, color_of(theme, item.kind), kTint), side * 0.24F);
  const float icon = side * 0.42F;
  draw_icon(frame, plate.centred(icon, icon), item.kind);
  inside.cut_left(frame.px(26));
  const Type title{kTitleSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kBottom, 3};
  const Type detail{kDetailSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 2};
  const float above = frame.height_of(item.title, title, {0, 0, inside.w, inside.h * 0.62F}) + 1;
  const float below = frame.height_of(item.detail, detail, {0, 0, inside.w, inside.h - above}) + 1;
  const float gap = frame.px(6);
  Box texts = inside.centred(inside.w, std::min(inside.h, above + below + gap));
  frame.write(texts.cut_top(above), item.title, title);
  texts.cut_top(std::min(gap, std::max(0.0F, texts.h - below)));
  frame.write(texts, item.detail, detail);
  return hit;
}

std::optional<Intent> draw_items(Frame& frame, const Box& page, const std::vector<MenuItem>& items) {
  std::optional<Intent> wish;
  const auto count = static_cast<int>(items.size());
  const int columns = frame.is_portrait() || count < 2 ? 1 : 2;
  const int rows = (count + columns - 1) / columns;
  const float gap = frame.px(20);
  Box area = page;
  area.h = std::min(page.h, static_cast<float>(rows) * (frame.text_px(190) + gap) - gap);
  for (int i = 0; i < count; ++i) {
    const MenuItem& item = items[static_cast<std::size_t>(i)];
    const Box card = area.column(i % columns, columns, gap).row(i / columns, std::max(1, rows), gap);
    if (draw_item(frame, card, item)) wish = intent::ChooseItem{item.kind};
  }
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const MenuView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_kiosk_page(frame, page, {view.title, view.detail}, view.clock);
  if (auto chosen = draw_languages(frame, page, view.languages)) wish = std::move(chosen);
  page.cut_bottom(frame.px(28));
  page = page.inset(frame.px(frame.is_portrait() ? 0.0F : 32.0F), 0);
  if (view.notice) {
    draw_notice(frame, page, *view.notice);
    page.cut_top(frame.px(10));
  }
  Type headline{kHeadline, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                2,         Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * 0.3F};
  headline.size = unbroken_size(frame, view.headline, headline, {most, kSmallestHeadline});
  const float height =
      std::max(frame.height_of(view.headline, headline, most) + 1, std::min(frame.px(86), most.h));
  frame.write(page.cut_top(height), view.headline, headline);
  page.cut_top(frame.px(20));
  if (auto chosen = draw_items(frame, page, view.items)) wish = std::move(chosen);
  return wish;
}

}  // namespace tertulia::ui
