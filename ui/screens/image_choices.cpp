// SPDX-License-Identifier: Apache-2.0
// Choices with pictures: a grid of cards, each with a picture and its label. No label is cut: where one would
// be, the cards scroll and are as high as they need.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/screenfuls.h"

namespace tertulia::ui {
namespace {

constexpr const char* kPictureList = "picture choices";
constexpr float kAroundPicture = 18;
constexpr float kPictureRadius = 16;
constexpr float kPictureLabel = 28;
constexpr float kPictureGap = 20;
constexpr float kTickSide = 38;
constexpr float kTickInset = 26;
constexpr float kBesideTick = 60;
constexpr float kMostBeside = 0.45F;     // of a card's width, for a picture beside its label
constexpr float kSmallestPicture = 110;  // a smaller one says little: then they scroll
constexpr float kNarrowestCard = 230;    // of those that scroll
constexpr float kPictureRoom = 220;      // for one row of those that scroll
constexpr float kMostOfGlass = 0.45F;    // of its height, for a card that scrolls, without its label
constexpr int kMostPictureColumns = 6;

enum class LabelPlace { kBelow, kBeside };

// Cards in rows and columns, and what is in each of them.
struct PictureGrid {
  int columns = 1;
  int rows = 1;
  float gap = 0;
  LabelPlace place = LabelPlace::kBelow;
  float label = 0;  // height below the picture
  float side = 0;   // of the largest square that a card has room for

  [[nodiscard]] Box card(const Box& cards, int index) const {
    return cards.column(index % columns, columns, gap).row(index / columns, rows, gap);
  }
};

struct PicturePlaces {  // within a card
  Box picture;
  Box label;
};
PicturePlaces places_in(const Frame& frame, const Box& card, const PictureGrid& grid,
                        const ChoicesBody& body) {
  Box inside = card.inset(frame.px(kAroundPicture));
  if (grid.place == LabelPlace::kBelow) {
    const Box label = inside.cut_bottom(grid.label);
    inside.cut_bottom(frame.px(kAroundPicture));
    return {inside, label};
  }
  const Box picture = inside.cut_left(std::min(inside.h * 1.3F, inside.w * kMostBeside));
  inside.cut_left(frame.px(kPictureGap));
  if (body.several) inside.cut_right(frame.px(kBesideTick));
  return {picture, inside};
}

Type label_type(const Frame& frame, LabelPlace place) {
  const Align align = place == LabelPlace::kBelow ? Align::kCenter : Align::kStart;
  return {kPictureLabel, frame.theme().text, Weight::kBold, align, VerticalAlign::kMiddle};
}

// Of the longest label below a picture.
float label_height(Frame& frame, const ChoicesBody& body, float width) {
  const Box below{0, 0, width - 2 * frame.px(kAroundPicture), kEndless};
  float height = 0;
  for (const ChoiceButton& choice : body.choices)
    height = std::max(height, frame.height_of(choice.label, label_type(frame, LabelPlace::kBelow), below));
  return height + 1;
}

// The label stands beside the picture on a wide card.
PictureGrid fitted_to(Frame& frame, const Box& card, const ChoicesBody& body, PictureGrid grid) {
  const float edges = 2 * frame.px(kAroundPicture);
  grid.place = card.w > 2 * card.h ? LabelPlace::kBeside : LabelPlace::kBelow;
  grid.label = label_height(frame, body, card.w);
  if (grid.place == LabelPlace::kBeside)
    grid.side = std::min(card.h - edges, (card.w - edges) * kMostBeside);
  else
    grid.side = std::min(card.w - edges, card.h - edges - grid.label - frame.px(kAroundPicture));
  return grid;
}

PictureGrid grid_with(Frame& frame, const Box& box, const ChoicesBody& body, int columns) {
  const int count = static_cast<int>(body.choices.size());
  const PictureGrid grid{columns, (count + columns - 1) / columns, frame.px(kPictureGap)};
  return fitted_to(frame, grid.card(box, 0), body, grid);
}

// Each label is whole, and below one that is long there is a picture still.
bool is_whole(Frame& frame, const Box& card, const PictureGrid& grid, const ChoicesBody& body) {
  if (grid.place == LabelPlace::kBelow) return grid.side >= frame.px(kSmallestPicture);
  const Box label = places_in(frame, card, grid, body).label;
  return std::ranges::all_of(body.choices, [&](const ChoiceButton& choice) {
    return frame.shows_all(label, choice.label, label_type(frame, grid.place));
  });
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

// As wide as a finger needs, below each other as many as there are: for a list that scrolls.
PictureGrid grid_in_list(Frame& frame, float width, const ChoicesBody& body) {
  const int count = static_cast<int>(body.choices.size());
  const float narrowest = frame.px(kNarrowestCard) * (is_large(body) ? 2.0F : 1.0F);
  PictureGrid grid =
      grid_with(frame, {0, 0, width, 0}, body, std::clamp(static_cast<int>(width / narrowest), 1, count));
  grid.place = LabelPlace::kBelow;
  return grid;
}

// Of all cards, with pictures as large as they may be, up to a height.
float height_of(const Frame& frame, float width, const PictureGrid& grid, float most) {
  const float square = std::min(grid.card({0, 0, width, 0}, 0).w, most);
  const float card = square + grid.label + frame.px(kAroundPicture);
  return (card + grid.gap) * static_cast<float>(grid.rows) - grid.gap;
}
float height_in_list(const Frame& frame, float width, const PictureGrid& grid) {
  return height_of(frame, width, grid, frame.screen().h * kMostOfGlass);
}

// The picture keeps its size while a finger presses the card. Several may be chosen: then a box to tick
// stands in the corner.
std::optional<Intent> draw_picture_choice(Frame& frame, const Box& card, const ChoiceButton& choice,
                                          const PictureGrid& grid, const ChoicesBody& body) {
  const bool hit = frame.pressed(card, "choice:" + choice.name);
  draw_card(frame, card, frame.theme(), card_state(frame, choice.chosen));
  const PicturePlaces places = places_in(frame, card, grid, body);
  frame.picture(places.picture, choice.picture, kPictureRadius);
  frame.write(places.label, choice.label, label_type(frame, grid.place));
  if (body.several) {
    Box corner = card.inset(frame.px(kTickInset));
    corner.h = frame.px(kTickSide);
    draw_check_box(frame, corner.cut_right(corner.h), choice);
  }
  if (!hit) return std::nullopt;
  return intent::Choose{body.question, choice.name};
}

std::optional<Intent> draw_cards(Frame& frame, const Box& cards, const PictureGrid& grid,
                                 const ChoicesBody& body) {
  std::optional<Intent> wish;
  for (int i = 0; i < static_cast<int>(body.choices.size()); ++i) {
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(i)];
    if (auto pressed = draw_picture_choice(frame, grid.card(cards, i), choice, grid, body))
      wish = std::move(pressed);
  }
  return wish;
}

Screenfuls screenfuls_of(const ChoicesBody& body) {
  return {kPictureList, static_cast<int>(body.choices.size()), body.at_once};
}

}  // namespace

bool has_pictures(const ChoicesBody& body) {
  return std::ranges::any_of(body.choices,
                             [](const ChoiceButton& choice) { return choice.picture.exists(); });
}

// A few large ones do not scroll by themselves.
bool pictures_have_room(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (!is_large(body)) return box.h >= frame.px(kPictureRoom);
  const Box card = box_in_screenful(frame, box, screenfuls_of(body));
  return is_whole(frame, card, fitted_to(frame, card, body, {}), body);
}

float picture_choices_height(Frame& frame, float width, const ChoicesBody& body) {
  return height_in_list(frame, width, grid_in_list(frame, width, body));
}

std::optional<Intent> draw_all_picture_choices(Frame& frame, const Box& box, const ChoicesBody& body) {
  return draw_cards(frame, box, grid_in_list(frame, box.w, body), body);
}

std::optional<Intent> draw_picture_choices(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (is_large(body))
    return draw_screenfuls(frame, box, screenfuls_of(body), [&](const Box& card, int index) {
      const ChoiceButton& choice = body.choices[static_cast<std::size_t>(index)];
      return draw_picture_choice(frame, card, choice, fitted_to(frame, card, body, {}), body);
    });
  PictureGrid grid = grid_for(frame, box, body);
  List list{box, kPictureList};
  if (grid.side < frame.px(kSmallestPicture) || !is_whole(frame, grid.card(box, 0), grid, body)) {
    const float width = frame.width_in_list(box.w);
    grid = grid_in_list(frame, width, body);
    list.height = height_in_list(frame, width, grid);
    list.box.h = std::min(box.h, list.height);
  } else {
    list.box.h = std::min(box.h, height_of(frame, box.w, grid, kEndless));
  }
  const Box cards = frame.begin_list(list);
  auto wish = draw_cards(frame, cards, grid, body);
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
