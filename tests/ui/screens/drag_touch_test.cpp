// SPDX-License-Identifier: Apache-2.0
// A finger that takes hold of something: a row of an order, the knob of a slider.
#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

class Dragged : public testing::TestWithParam<Language> {
 protected:
  [[nodiscard]] Shown shown(const std::string& name, Size size = {1280, 800}) const {
    return Shown(sample_view(name, GetParam()), size);
  }
};

std::vector<Intent> drag(Shown& screen, Point from, Point to) {
  const Point half{(from.x + to.x) / 2, (from.y + to.y) / 2};
  return screen.settle({screen.touch(TouchKind::kDown, from), screen.touch(TouchKind::kMove, half),
                        screen.touch(TouchKind::kMove, to), screen.touch(TouchKind::kUp, to)});
}

template <class T>
const T* only(const std::vector<Intent>& intents) {
  return intents.size() == 1 ? std::get_if<T>(&intents.front()) : nullptr;
}

TEST_P(Dragged, row_of_an_order_comes_to_lie_where_it_is_let_go) {
  Shown screen = shown("rank");
  const auto intents = drag(screen, screen.middle("drag:row2"), screen.middle("choice:row0"));
  const auto* move = only<intent::MoveChoice>(intents);
  ASSERT_TRUE(move);
  EXPECT_EQ(move->choice, "row2");
  EXPECT_EQ(move->place, 0U);
}

TEST_P(Dragged, row_without_a_place_gets_at_most_the_next) {
  Shown screen = shown("rank");
  const auto intents = drag(screen, screen.middle("drag:row3"), screen.middle("choice:row4"));
  const auto* move = only<intent::MoveChoice>(intents);
  ASSERT_TRUE(move);
  EXPECT_EQ(move->choice, "row3");
  EXPECT_EQ(move->place, 3U);
}

TEST_P(Dragged, row_that_is_touched_beside_its_handle_is_chosen) {
  Shown screen = shown("rank");
  const auto intents = screen.tap(screen.middle("choice:row4"));
  const auto* choose = only<intent::Choose>(intents);
  ASSERT_TRUE(choose);
  EXPECT_EQ(choose->choice, "row4");
}

TEST_P(Dragged, handle_scrolls_no_list_and_the_rest_of_a_row_does) {
  Shown screen = shown("rank-many", {1024, 600});
  const Point handle = screen.middle("drag:row1");
  const auto intents = drag(screen, handle, {handle.x, handle.y - 60});
  EXPECT_TRUE(only<intent::MoveChoice>(intents));
  const Point row = screen.middle("choice:row1");
  EXPECT_TRUE(drag(screen, row, {row.x, row.y - 60}).empty());
  EXPECT_LT(screen.middle("choice:row1").y, row.y);
}

TEST_P(Dragged, knob_gives_the_value_where_it_is_let_go_once) {
  Shown screen = shown("slider");
  const Rect line = screen.area("slider");
  const bool is_mirrored = GetParam() == "ar";
  const Point end{is_mirrored ? line.left : line.right - 1, (line.top + line.bottom) / 2};
  const auto intents = drag(screen, screen.middle("slider"), end);
  const auto* step = only<intent::ChooseStep>(intents);
  ASSERT_TRUE(step);
  EXPECT_EQ(step->step, 100);
  const auto middle = screen.tap(screen.middle("slider"));
  ASSERT_TRUE(only<intent::ChooseStep>(middle));
  EXPECT_EQ(only<intent::ChooseStep>(middle)->step, 50);
}

TEST_P(Dragged, knob_moves_by_one_with_the_buttons) {
  Shown screen = shown("slider");
  const auto more = screen.tap(screen.middle("more"));
  ASSERT_TRUE(only<intent::ChooseStep>(more));
  EXPECT_EQ(only<intent::ChooseStep>(more)->step, 71);
}

TEST_P(Dragged, what_a_second_finger_cancels_changes_nothing) {
  Shown screen = shown("rank");
  const Point from = screen.middle("drag:row2");
  EXPECT_TRUE(screen
                  .settle({screen.touch(TouchKind::kDown, from),
                           screen.touch(TouchKind::kMove, {from.x, from.y - 80}),
                           screen.touch(TouchKind::kCancel, {from.x, from.y - 80})})
                  .empty());
}

TEST_P(Dragged, star_that_is_touched_is_the_last_that_is_lit) {
  Shown screen = shown("stars");
  const auto intents = screen.tap(screen.middle("star:2"));
  ASSERT_TRUE(only<intent::ChooseStep>(intents));
  EXPECT_EQ(only<intent::ChooseStep>(intents)->step, 2);
}

INSTANTIATE_TEST_SUITE_P(reading, Dragged, testing::Values("en", "ar"));

}  // namespace
