// SPDX-License-Identifier: Apache-2.0
// Choices to put in an order: a touch gives the next place, a drag any place.
#include <algorithm>
#include <numbers>

#include "ui/drawing/shapes.h"
#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr const char* kRanks = "ranks";
constexpr float kRankGap = 13;
constexpr float kRankRow = 84;
constexpr float kHandleWidth = 78;

// A dashed circle: no place yet.
void draw_no_place(Frame& frame, const Box& box, Color color) {
  constexpr int kDashes = 12;
  constexpr float kEach = 2 * std::numbers::pi_v<float> / kDashes;
  const float radius = box.w / 2 - frame.px(2);
  for (int dash = 0; dash < kDashes; ++dash) {
    const float from = kEach * static_cast<float>(dash);
    const Path arc = arc_path({{box.middle_x(), box.middle_y()}, radius, from, from + kEach * 0.6F});
    frame.stroke(arc, std::max(2.0F, frame.px(2.5F)), color);
  }
}

void draw_place(Frame& frame, const Box& box, int place) {
  const Theme& theme = frame.theme();
  if (place == 0) return draw_no_place(frame, box, theme.ring);
  frame.disc(box.middle_x(), box.middle_y(), box.w / 2, theme.primary);
  frame.write(box, std::to_string(place),
              {30, theme.on_primary, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1});
}

struct RankPlaces {  // within a card
  Box place;
  Box label;
  Box handle;
};
RankPlaces rank_places_in(const Frame& frame, const Box& card) {
  RankPlaces places;
  places.label = card.inset(frame.px(16), frame.px(6));
  const float side = std::min(frame.px(58), places.label.h);
  places.place = places.label.cut_left(side).centred(side, side);
  places.label.cut_left(frame.px(20));
  places.handle = places.label.cut_right(frame.px(44)).centred(frame.px(24), frame.px(38));
  return places;
}
Type rank_type(const Frame& frame) {
  return {kBodySize, frame.theme().text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle};
}

void draw_rank_row(Frame& frame, const Box& card, const RankRow& row, CardState state) {
  draw_card(frame, card, frame.theme(), state);
  const RankPlaces places = rank_places_in(frame, card);
  draw_place(frame, places.place, row.place);
  draw_handle(frame, places.handle, frame.theme().ring);
  frame.write(places.label, row.label, rank_type(frame));
}

struct Held {  // by a finger, on its way
  std::size_t row = 0;
  float y = 0;            // of the finger
  std::size_t place = 0;  // where it would come to lie, counted from 0
  bool is_lifted = false;
};

class RankPage {
 public:
  // `rows` may reach beyond what is `seen` of them.
  RankPage(Frame& frame, const Box& seen, const Box& rows, const RankBody& body)
      : frame_(frame), seen_(seen), rows_(rows), body_(body) {}

  std::optional<Intent> draw() {
    const std::optional<Held> held = find_held();
    std::optional<Intent> wish;
    for (std::size_t i = 0; i < body_.rows.size(); ++i)
      if (auto pressed = draw_row(i, held)) wish = std::move(pressed);
    if (!held) return wish;
    const RankRow& row = body_.rows[held->row];
    if (held->is_lifted) return intent::MoveChoice{body_.question, row.name, held->place};
    // Last: it lies over the others.
    Box card = box_of(held->row);
    card.y = std::clamp(held->y - card.h / 2, rows_.y, std::max(rows_.y, rows_.bottom() - card.h));
    draw_rank_row(frame_, card, {row.name, row.label, static_cast<int>(held->place) + 1}, CardState::kHeld);
    return std::nullopt;
  }

 private:
  [[nodiscard]] Box box_of(std::size_t index) const {
    return rows_.row(static_cast<int>(index), static_cast<int>(body_.rows.size()), frame_.px(kRankGap));
  }
  [[nodiscard]] float handle_width() const {
    return std::max(frame_.smallest_target(), frame_.px(kHandleWidth));
  }
  [[nodiscard]] std::size_t count_placed() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(body_.rows, [](const RankRow& r) { return r.place > 0; }));
  }

  [[nodiscard]] std::optional<Held> find_held() {
    std::optional<Held> held;
    for (std::size_t i = 0; i < body_.rows.size(); ++i) {
      Box card = box_of(i);
      const auto finger = frame_.dragged(card.cut_right(handle_width()), "drag:" + body_.rows[i].name);
      if (!finger) continue;
      const bool has_place = body_.rows[i].place > 0;
      const std::size_t last = count_placed() - (has_place ? 1 : 0);
      const float each = card.h + frame_.px(kRankGap);
      const float at = std::max(0.0F, (finger->at.y - rows_.y) / each);
      held = Held{i, finger->at.y, std::min(static_cast<std::size_t>(at), last), finger->is_lifted};
    }
    return held;
  }

  // Where the row stands while another one is held: it makes room.
  [[nodiscard]] std::size_t stands_at(std::size_t index, const std::optional<Held>& held) const {
    if (!held) return index;
    const std::size_t without = index - (index > held->row ? 1 : 0);
    return without + (without >= held->place ? 1 : 0);
  }

  std::optional<Intent> draw_row(std::size_t index, const std::optional<Held>& held) {
    const RankRow& row = body_.rows[index];
    const bool is_held = held && held->row == index;
    Box touched = box_of(index);
    touched.cut_right(handle_width());
    const bool hit = frame_.pressed(touched, "choice:" + row.name);
    const CardState state = card_state(frame_, row.place > 0);
    if (is_held) return std::nullopt;
    const Box card = box_of(stands_at(index, held));
    const bool is_seen = card.bottom() > seen_.y && card.y < seen_.bottom();
    if (is_seen) draw_rank_row(frame_, held ? card : pressed_in(frame_, card), row, state);
    if (hit && !held) return intent::Choose{body_.question, row.name};
    return std::nullopt;
  }

  Frame& frame_;
  Box seen_;
  Box rows_;
  const RankBody& body_;
};

struct RankList {
  Box area;
  float height = 0;  // of all rows, where they scroll; else 0
};
RankList list_of(const Frame& frame, const Box& box, const RankBody& body) {
  const auto count = static_cast<float>(body.rows.size());
  const float gap = frame.px(kRankGap);
  const float least = std::max(frame.smallest_target(), frame.px(72));
  RankList list{box};
  list.area.h = std::min(box.h, (frame.px(kRankRow) + gap) * count - gap);
  const float needed = (least + gap) * count - gap;
  if (needed > list.area.h) list.height = needed;
  return list;
}

}  // namespace

bool has_room(Frame& frame, const Box& box, const RankBody& body) {
  const RankList list = list_of(frame, box, body);
  const float width = list.height > 0 ? frame.width_in_list(list.area.w) : list.area.w;
  const Box rows{0, 0, width, list.height > 0 ? list.height : list.area.h};
  const Box card = rows.row(0, std::max(1, static_cast<int>(body.rows.size())), frame.px(kRankGap));
  const Box label = rank_places_in(frame, card).label;
  return std::all_of(body.rows.begin(), body.rows.end(),
                     [&](const RankRow& row) { return frame.shows_all(label, row.label, rank_type(frame)); });
}

// All rows are as high as the one with the longest label: a finger that drags counts in rows.
float whole_height(Frame& frame, float width, const RankBody& body) {
  const float least = std::max(frame.smallest_target(), frame.px(kRankRow));
  const Box label = rank_places_in(frame, {0, 0, width, least}).label;
  float each = least;
  for (const RankRow& row : body.rows) {
    const float needed = frame.height_of(row.label, rank_type(frame), {0, 0, label.w, kEndless}) + 1;
    each = std::max(each, needed + 2 * frame.px(14));
  }
  const float gap = frame.px(kRankGap);
  return (each + gap) * static_cast<float>(body.rows.size()) - gap;
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const RankBody& body) {
  return RankPage(frame, frame.screen(), box, body).draw();
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const RankBody& body) {
  const RankList list = list_of(frame, box, body);
  const Box rows = frame.begin_list({list.area, kRanks, list.height});
  std::optional<Intent> wish = RankPage(frame, list.area, rows, body).draw();
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
