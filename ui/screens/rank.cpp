// SPDX-License-Identifier: Apache-2.0
// Choices to put in an order: a touch gives the next place, a drag any place.
#include <algorithm>
#include <numbers>

#include "ui/drawing/shapes.h"
#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
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

void draw_rank_row(Frame& frame, const Box& card, const RankRow& row, CardState state) {
  const Theme& theme = frame.theme();
  draw_card(frame, card, theme, state);
  Box inside = card.inset(frame.px(16), frame.px(6));
  const float side = std::min(frame.px(58), inside.h);
  draw_place(frame, inside.cut_left(side).centred(side, side), row.place);
  inside.cut_left(frame.px(20));
  const Box handle = inside.cut_right(frame.px(44));
  draw_handle(frame, handle.centred(frame.px(24), frame.px(38)), theme.ring);
  frame.write(inside, row.label,
              {kBodySize, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2});
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

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const RankBody& body) {
  const auto count = static_cast<float>(body.rows.size());
  const float gap = frame.px(kRankGap);
  const float least = std::max(frame.smallest_target(), frame.px(72));
  Box area = box;
  area.h = std::min(area.h, (frame.px(kRankRow) + gap) * count - gap);
  const float needed = (least + gap) * count - gap;
  const Box rows = frame.begin_list({area, kRanks, needed > area.h ? needed : 0});
  std::optional<Intent> wish = RankPage(frame, area, rows, body).draw();
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
