// SPDX-License-Identifier: Apache-2.0
// Pictures of a form: choices as a grid of pictures with their labels below, and the picture of a question.
#include <algorithm>
#include <cmath>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/screenfuls.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr const char* kPictureList = "picture choices";
constexpr float kAroundPicture = 18;
constexpr float kPictureRadius = 16;
constexpr float kPictureLabel = 28;
constexpr float kPictureGap = 20;
constexpr float kSmallestPicture = 110;  // a smaller one says little: then they scroll
constexpr float kNarrowestCard = 230;    // of those that scroll
constexpr int kMostPictureColumns = 6;

// Where card and label stand in a grid of that many columns, and how large the pictures are.
struct PictureGrid {
  int columns = 1;
  int rows = 1;
  float gap = 0;
  float label = 0;  // height below the picture
  float side = 0;   // of the largest square that a card has room for
};

Type label_type(const Frame& frame, Align align) {
  return {kPictureLabel, frame.theme().text, Weight::kBold, align, VerticalAlign::kMiddle};
}

float label_height(Frame& frame, const ChoicesBody& body, float width) {
  float height = 0;
  const float inside = width - 2 * frame.px(kAroundPicture);
  for (const ChoiceButton& choice : body.choices)
    height = std::max(
        height, frame.height_of(choice.label, label_type(frame, Align::kCenter), {0, 0, inside, kEndless}));
  return height + 1;
}

PictureGrid grid_with(Frame& frame, const Box& box, const ChoicesBody& body, int columns) {
  const int count = static_cast<int>(body.choices.size());
  PictureGrid grid{columns, (count + columns - 1) / columns, frame.px(kPictureGap)};
  const Box card = box.column(0, grid.columns, grid.gap).row(0, grid.rows, grid.gap);
  grid.label = label_height(frame, body, card.w);
  const float edges = 2 * frame.px(kAroundPicture);
  grid.side = std::min(card.w - edges, card.h - edges - grid.label - frame.px(kAroundPicture));
  return grid;
}

// The one with the largest pictures.
PictureGrid grid_for(Frame& frame, const Box& box, const ChoicesBody& body) {
  const int most = std::min(kMostPictureColumns, static_cast<int>(body.choices.size()));
  PictureGrid best = grid_with(frame, box, body, 1);
  for (int columns = 2; columns <= most; ++columns) {
    const PictureGrid grid = grid_with(frame, box, body, columns);
    if (grid.side > best.side) best = grid;
  }
  return best;
}

// Several may be chosen: then a box to tick stands in the corner.
void draw_tick(Frame& frame, const Box& card, const ChoiceButton& choice) {
  const Theme& theme = frame.theme();
  Box corner = card.inset(frame.px(26), frame.px(26));
  corner.h = frame.px(38);
  const Box tick = corner.cut_right(corner.h);
  const float radius = frame.px(kOptionRadius);
  frame.fill(tick, choice.chosen ? theme.primary : theme.card, radius);
  if (choice.chosen) return draw_check(frame, tick.inset(tick.w * 0.24F), theme.on_primary);
  frame.outline(tick, theme.ring, radius, std::max(2.0F, frame.px(3)));
}

// Label below, or beside it on a wide card. The picture keeps its size while a finger presses the card.
std::optional<Intent> draw_picture_choice(Frame& frame, const Box& card, const ChoiceButton& choice,
                                          const ChoicesBody& body, float label) {
  const bool hit = frame.pressed(card, "choice:" + choice.name);
  draw_card(frame, card, frame.theme(), card_state(frame, choice.chosen));
  Box inside = card.inset(frame.px(kAroundPicture));
  const bool is_wide = card.w > 2 * card.h;
  if (is_wide) {
    const Box picture = inside.cut_left(std::min(inside.h * 1.3F, inside.w * 0.45F));
    frame.picture(picture, choice.picture, kPictureRadius);
    inside.cut_left(frame.px(kPictureGap));
    if (body.several) inside.cut_right(frame.px(60));
    frame.write(inside, choice.label, label_type(frame, Align::kStart));
  } else {
    frame.write(inside.cut_bottom(label), choice.label, label_type(frame, Align::kCenter));
    inside.cut_bottom(frame.px(kAroundPicture));
    frame.picture(inside, choice.picture, kPictureRadius);
  }
  if (body.several) draw_tick(frame, card, choice);
  if (!hit) return std::nullopt;
  return intent::Choose{body.question, choice.name};
}

}  // namespace

namespace {

// As wide as a finger needs, below each other as many as there are: for a list that scrolls.
PictureGrid grid_in_list(Frame& frame, float width, const ChoicesBody& body) {
  const int count = static_cast<int>(body.choices.size());
  const int columns = std::clamp(static_cast<int>(width / frame.px(kNarrowestCard)), 1, count);
  return grid_with(frame, {0, 0, width, 0}, body, columns);
}

float height_in_list(const Frame& frame, float width, const PictureGrid& grid) {
  const float card = Box{0, 0, width, 0}.column(0, grid.columns, grid.gap).w;
  const float square = card + grid.label + frame.px(kAroundPicture);
  return (square + grid.gap) * static_cast<float>(grid.rows) - grid.gap;
}

std::optional<Intent> draw_cards(Frame& frame, const Box& cards, const PictureGrid& grid,
                                 const ChoicesBody& body) {
  std::optional<Intent> wish;
  for (int i = 0; i < static_cast<int>(body.choices.size()); ++i) {
    const Box card =
        cards.column(i % grid.columns, grid.columns, grid.gap).row(i / grid.columns, grid.rows, grid.gap);
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(i)];
    if (auto pressed = draw_picture_choice(frame, card, choice, body, grid.label)) wish = std::move(pressed);
  }
  return wish;
}

}  // namespace

bool has_pictures(const ChoicesBody& body) {
  return std::any_of(body.choices.begin(), body.choices.end(),
                     [](const ChoiceButton& choice) { return choice.picture.exists(); });
}

float picture_choices_height(Frame& frame, float width, const ChoicesBody& body) {
  return height_in_list(frame, width, grid_in_list(frame, width, body));
}

std::optional<Intent> draw_all_picture_choices(Frame& frame, const Box& box, const ChoicesBody& body) {
  return draw_cards(frame, box, grid_in_list(frame, box.w, body), body);
}

std::optional<Intent> draw_picture_choices(Frame& frame, const Box& box, const ChoicesBody& body) {
  const int count = static_cast<int>(body.choices.size());
  if (body.at_once > 0)
    return draw_screenfuls(frame, box, {kPictureList, count, body.at_once}, [&](const Box& card, int index) {
      const ChoiceButton& choice = body.choices[static_cast<std::size_t>(index)];
      return draw_picture_choice(frame, card, choice, body, label_height(frame, body, card.w));
    });
  PictureGrid grid = grid_for(frame, box, body);
  const bool scrolls = grid.side < frame.px(kSmallestPicture);
  if (scrolls) grid = grid_in_list(frame, box.w, body);
  const float all = height_in_list(frame, box.w, grid);
  Box area = box;
  area.h = std::min(box.h, all);
  const Box cards = frame.begin_list({area, kPictureList, scrolls ? all : 0});
  auto wish = draw_cards(frame, cards, grid, body);
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

float question_picture_height(float width, float most, const QuestionView& view) {
  if (!view.picture.exists()) return 0;
  const PictureSize own = view.picture.size();
  const float shape = static_cast<float>(own.width) / static_cast<float>(own.height);
  return std::min({most * 0.8F, width / shape, static_cast<float>(own.height)});
}

Box place_question_picture(Frame& frame, Box& page, const QuestionView& view) {
  if (!view.picture.exists()) return {};
  const bool is_alone = std::holds_alternative<NoteBody>(view.body);
  const PictureSize own = view.picture.size();
  const float shape = static_cast<float>(own.width) / static_cast<float>(own.height);
  if (is_alone || frame.is_portrait()) {
    const float most = is_alone ? page.h * 0.8F : page.h * 0.4F;
    const float height = std::min({most, page.w / shape, static_cast<float>(own.height)});
    const Box place = page.cut_top(height);
    page.cut_top(frame.px(kPictureGap));
    return place;
  }
  const float width = std::min({page.w * 0.36F, page.h * shape, static_cast<float>(own.width)});
  Box place = page.cut_right(width);
  place.h = std::min(place.h, width / shape);
  page.cut_right(frame.px(kPictureGap));
  return place;
}

void draw_question_picture(Frame& frame, Box place, const QuestionView& view) {
  if (!view.picture.exists()) return;
  const PictureSize own = view.picture.size();
  const float shape = static_cast<float>(own.width) / static_cast<float>(own.height);
  place.w = std::min(place.w, place.h * shape);
  frame.picture(place, view.picture, kPictureRadius);
}

}  // namespace tertulia::ui
