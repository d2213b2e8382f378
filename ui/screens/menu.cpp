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

constexpr float kTileTitleSize = 31;
constexpr float kDetailSize = 23;
constexpr float kHeadline = 54;
constexpr float kSmallestMenuHeadline = 34;
constexpr float kHighestCard = 190;
constexpr float kSmallestTexts = 0.8F;  // of their size
constexpr std::uint32_t kTint = 44;     // of 255: what a plate has of its colour

std::string name_of(const MenuItem& item) {
  switch (item.kind) {
    case MenuItemKind::kFeedback:
      return item.form.empty() ? "menu:feedback" : "menu:feedback:" + item.form;
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

constexpr float kHighestPlate = 108;
constexpr float kMostPlate = 0.26F;  // of the width of a card
constexpr float kBesidePlate = 26;
constexpr float kBetweenTexts = 6;
constexpr float kMarginX = 28;
constexpr float kMarginY = 10;

Type title_type(const Theme& theme, float size) {
  return {kTileTitleSize * size, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kBottom};
}
Type detail_type(const Theme& theme, float size) {
  return {kDetailSize * size, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop};
}

// Of a card whose texts have so much of their size.
float height_of_card(Frame& frame, float width, const MenuItem& item, float size) {
  const float inside = width - 2 * frame.px(kMarginX);
  const float plate = std::min(frame.px(kHighestPlate), inside * kMostPlate);
  const Box most{0, 0, inside - plate - frame.px(kBesidePlate), frame.screen().h};
  const float texts = frame.height_of(item.title, title_type(frame.theme(), size), most) +
                      frame.height_of(item.detail, detail_type(frame.theme(), size), most) + 2;
  return texts + frame.px(kBetweenTexts + 2 * kMarginY);
}

bool draw_item(Frame& frame, const Box& card, const MenuItem& item, float size) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(card, name_of(item));
  draw_card(frame, card, theme, card_state(frame, false));
  Box inside = pressed_in(frame, card).inset(frame.px(kMarginX), frame.px(kMarginY));
  const float side = std::min({frame.px(kHighestPlate), inside.h, inside.w * kMostPlate});
  const Box plate = inside.cut_left(side).centred(side, side);
  frame.fill(plate, mixed(theme.card, color_of(theme, item.kind), kTint), side * 0.24F);
  const float icon = side * 0.42F;
  draw_icon(frame, plate.centred(icon, icon), item.kind);
  inside.cut_left(frame.px(kBesidePlate));
  const Type title = title_type(theme, size);
  const Type detail = detail_type(theme, size);
  const float gap = frame.px(kBetweenTexts);
  const float below = frame.height_of(item.detail, detail, {0, 0, inside.w, inside.h * 0.5F}) + 1;
  const float above = frame.height_of(item.title, title, {0, 0, inside.w, inside.h - below - gap}) + 1;
  Box texts = inside.centred(inside.w, std::min(inside.h, above + below + gap));
  frame.write(texts.cut_top(above), item.title, title);
  texts.cut_top(std::min(gap, std::max(0.0F, texts.h - below)));
  frame.write(texts, item.detail, detail);
  return hit;
}

struct Grid {
  int columns = 1;
  int rows = 1;
  float gap = 0;
  float height = 0;  // of all
  bool scrolls = false;
  float text_size = 1;
};

// Cards share the page while their texts fit in it, perhaps a little smaller. Else they are as high as their
// texts, and scroll: none is cut.
Grid grid_of(Frame& frame, const Box& page, const std::vector<MenuItem>& items) {
  const auto count = static_cast<int>(items.size());
  Grid grid;
  grid.columns = frame.is_portrait() || count < 2 ? 1 : 2;
  grid.rows = std::max(1, (count + grid.columns - 1) / grid.columns);
  grid.gap = frame.px(20);
  const auto height = [&](float card) {
    return static_cast<float>(grid.rows) * (card + grid.gap) - grid.gap;
  };
  const auto needed = [&](float width, float size) {
    float card = frame.smallest_target();
    for (const MenuItem& item : items)
      card = std::max(
          card, height_of_card(frame, Box{0, 0, width, 0}.column(0, grid.columns, grid.gap).w, item, size));
    return height(card);
  };
  for (const float size : {1.0F, kSmallestTexts})
    if (const float least = needed(page.w, size); least <= page.h) {
      grid.height = std::min(page.h, std::max(least, height(frame.text_px(kHighestCard))));
      grid.text_size = size;
      return grid;
    }
  grid.scrolls = true;
  grid.height = needed(frame.width_in_list(page.w), 1);
  return grid;
}

std::optional<Intent> draw_items(Frame& frame, const Box& page, const std::vector<MenuItem>& items) {
  std::optional<Intent> wish;
  const Grid grid = grid_of(frame, page, items);
  Box area = page;
  area.h = std::min(page.h, grid.height);
  const Box content = frame.begin_list({area, "menu", grid.scrolls ? grid.height : 0});
  for (int i = 0; i < static_cast<int>(items.size()); ++i) {
    const MenuItem& item = items[static_cast<std::size_t>(i)];
    const Box card =
        content.column(i % grid.columns, grid.columns, grid.gap).row(i / grid.columns, grid.rows, grid.gap);
    if (draw_item(frame, card, item, grid.text_size)) wish = intent::ChooseItem{item.kind, item.form};
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
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
  headline.size = unbroken_size(frame, view.headline, headline, {most, kSmallestMenuHeadline});
  const float height =
      std::max(frame.height_of(view.headline, headline, most) + 1, std::min(frame.px(86), most.h));
  frame.write(page.cut_top(height), view.headline, headline);
  page.cut_top(frame.px(20));
  if (auto chosen = draw_items(frame, page, view.items)) wish = std::move(chosen);
  return wish;
}

}  // namespace tertulia::ui
