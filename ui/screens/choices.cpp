// SPDX-License-Identifier: Apache-2.0
// Select one or several: cards with a box or a circle, two columns where the screen is wide; a list where
// they have no room; with large targets a few at a time.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/screenfuls.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr const char* kList = "choices";
constexpr float kListRow = 80;  // high enough for two lines
constexpr float kLargeSize = 32;
constexpr float kLargeRow = 150;
constexpr float kBesideChoice = 28;
constexpr float kAboveLabel = 14;  // and below it, where the row is as high as the label

void draw_radio(Frame& frame, const Box& box, const ChoiceButton& choice) {
  const Theme& theme = frame.theme();
  frame.outline(box, choice.chosen ? theme.primary : theme.ring, box.w / 2, std::max(2.0F, frame.px(3)));
  if (choice.chosen) frame.disc(box.middle_x(), box.middle_y(), box.w * 0.29F, theme.primary);
}

struct ChoicePlaces {  // within a card
  Box mark;
  Box label;
};
ChoicePlaces places_in(const Frame& frame, const Box& card, const ChoicesBody& body) {
  Box inside = card.inset(frame.px(kBesideChoice), frame.px(6));
  const float side = std::min(frame.px(is_large(body) ? 52.0F : 38.0F), inside.h);
  const Box mark = inside.cut_left(side).centred(side, side);
  inside.cut_left(frame.px(20));
  return {mark, inside};
}

Type choice_type(const Frame& frame, const ChoicesBody& body) {
  return {is_large(body) ? kLargeSize : kBodySize, frame.theme().text, Weight::kRegular, Align::kStart,
          VerticalAlign::kMiddle};
}

bool shows_label(Frame& frame, const Box& card, const ChoiceButton& choice, const ChoicesBody& body) {
  return frame.shows_all(places_in(frame, card, body).label, choice.label, choice_type(frame, body));
}

}  // namespace

// It may lie over a picture.
void draw_check_box(Frame& frame, const Box& box, const ChoiceButton& choice) {
  const Theme& theme = frame.theme();
  const float radius = frame.px(kOptionRadius);
  frame.fill(box, choice.chosen ? theme.primary : theme.card, radius);
  if (choice.chosen) return draw_check(frame, box.inset(box.w * 0.24F), theme.on_primary);
  frame.outline(box, theme.ring, radius, std::max(2.0F, frame.px(3)));
}

bool draw_choice(Frame& frame, const Box& card, const ChoiceButton& choice, const ChoicesBody& body) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(card, "choice:" + choice.name);
  draw_card(frame, card, theme, card_state(frame, choice.chosen));
  const ChoicePlaces places = places_in(frame, pressed_in(frame, card), body);
  body.several ? draw_check_box(frame, places.mark, choice) : draw_radio(frame, places.mark, choice);
  frame.write(places.label, choice.label, choice_type(frame, body));
  return hit;
}

namespace {

// As few as leave each row high enough for a finger; two at once where a few short cards would look lost.
// Where not even narrow cards have room they are wide ones in a list.
int columns_of(const Frame& frame, int count, float height) {
  const int most = frame.is_portrait() ? 2 : 3;
  const int rows = std::max(1, static_cast<int>(height / (frame.smallest_target() + frame.px(kGap))));
  const int least = count > 4 && !frame.is_portrait() ? 2 : 1;
  const int columns = std::max((count + rows - 1) / rows, least);
  return columns > most ? least : columns;
}

// Cards in rows and columns.
struct ChoiceGrid {
  int columns = 1;
  int rows = 1;
  float gap = 0;
  Box area;
  float height = 0;  // of all rows, where they scroll; else 0

  [[nodiscard]] Box card(const Box& cards, int index) const {
    return cards.column(index % columns, columns, gap).row(index / columns, rows, gap);
  }
};

ChoiceGrid grid_of(const Frame& frame, const Box& box, int count) {
  ChoiceGrid grid;
  grid.gap = frame.px(kGap);
  grid.columns = columns_of(frame, count, box.h + grid.gap);
  grid.rows = (count + grid.columns - 1) / grid.columns;
  const auto rows = static_cast<float>(grid.rows);
  const float most = frame.px(104) * rows + grid.gap * (rows - 1);
  const float least = std::max(frame.smallest_target(), frame.px(kListRow));
  const bool is_list = (frame.smallest_target() + grid.gap) * rows - grid.gap > box.h;
  grid.area = box;
  grid.area.h = std::min(box.h, most);
  if (is_list) grid.height = (least + grid.gap) * rows - grid.gap;
  return grid;
}

// One below the other, each as high as its label needs.
Stack stack_of(Frame& frame, float width, const ChoicesBody& body) {
  Stack stack(frame.px(kGap));
  const float least = std::max(frame.smallest_target(), frame.px(is_large(body) ? kLargeRow : kListRow));
  for (const ChoiceButton& choice : body.choices)
    stack.add(choice_height(frame, {0, 0, width, least}, choice, body));
  return stack;
}

}  // namespace

float choice_height(Frame& frame, const Box& least, const ChoiceButton& choice, const ChoicesBody& body) {
  const Box label = places_in(frame, least, body).label;
  const float needed = frame.height_of(choice.label, choice_type(frame, body), {0, 0, label.w, kEndless}) + 1;
  return std::max(least.h, needed + 2 * frame.px(kAboveLabel));
}

bool has_room(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (has_pictures(body)) return pictures_have_room(frame, box, body);
  const int count = static_cast<int>(body.choices.size());
  Box card = is_large(body) ? box_in_screenful(frame, box, {kList, count, body.at_once}) : Box{};
  if (!is_large(body)) {
    const ChoiceGrid grid = grid_of(frame, box, count);
    const float width = grid.height > 0 ? frame.width_in_list(grid.area.w) : grid.area.w;
    card = grid.card({0, 0, width, grid.height > 0 ? grid.height : grid.area.h}, 0);
  }
  return std::all_of(body.choices.begin(), body.choices.end(),
                     [&](const ChoiceButton& choice) { return shows_label(frame, card, choice, body); });
}

float whole_height(Frame& frame, float width, const ChoicesBody& body) {
  if (has_pictures(body)) return picture_choices_height(frame, width, body);
  return stack_of(frame, width, body).height();
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (has_pictures(body)) return draw_all_picture_choices(frame, box, body);
  const Stack stack = stack_of(frame, box.w, body);
  std::optional<Intent> wish;
  for (std::size_t i = 0; i < body.choices.size(); ++i)
    if (draw_choice(frame, stack.row(box, i), body.choices[i], body))
      wish = intent::Choose{body.question, body.choices[i].name};
  return wish;
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (has_pictures(body)) return draw_picture_choices(frame, box, body);
  const int count = static_cast<int>(body.choices.size());
  const auto draw_one = [&](const Box& card, int index) -> std::optional<Intent> {
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(index)];
    if (!draw_choice(frame, card, choice, body)) return std::nullopt;
    return intent::Choose{body.question, choice.name};
  };
  if (is_large(body)) return draw_screenfuls(frame, box, {kList, count, body.at_once}, draw_one);
  std::optional<Intent> wish;
  const ChoiceGrid grid = grid_of(frame, box, count);
  const Box cards = frame.begin_list({grid.area, kList, grid.height});
  for (int i = 0; i < count; ++i)
    if (auto pressed = draw_one(grid.card(cards, i), i)) wish = std::move(pressed);
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
