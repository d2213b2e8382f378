// SPDX-License-Identifier: Apache-2.0
// Questions from the floor at the desk: shown, answered, hidden, put in order, and each touch taken back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::ElementsAre;

namespace {

class Asked : public ::testing::Test {
 protected:
  Asked() {
    desk.steers(Control::kStart);
    desk.waits(1min);
    const PublicSession session = for_public(*desk.room_state().session);
    FloorShare share;
    for (const char* id : {"q1", "q2", "q3"}) {
      share.questions[id].text = id;
      share.questions[id].session = session.slug();
      share.questions[id].asked = desk.now.wall + std::chrono::seconds(id[1]);
    }
    merge(state(), say(state(), share, "kiosk-1", &session));
    desk.steers(Control::kQuestions);
  }
  RoomState& state() { return desk.device_state.rooms["magna"]; }
  void does(std::string question, std::string what) {
    desk.wants(intent::ChooseOption{std::move(question), std::move(what)});
  }
  [[nodiscard]] OptionsView page() const { return std::get<OptionsView>(desk.page()); }
  [[nodiscard]] std::vector<std::string> order() const {
    std::vector<std::string> ids;
    for (const OptionGroup& each : page().groups) ids.push_back(each.id);
    return ids;
  }

  Desk desk;
};

TEST_F(Asked, a_touch_shows_what_can_be_done_with_a_question_and_another_hides_it) {
  EXPECT_TRUE(page().groups.at(1).options.empty());
  does("q2", "");
  EXPECT_EQ(page().groups.at(1).options.size(), 5U);
  does("q2", "");
  EXPECT_TRUE(page().groups.at(1).options.empty());
}

TEST_F(Asked, one_goes_up_and_down_and_stays_there) {
  does("q3", "up");
  EXPECT_THAT(order(), ElementsAre("q1", "q3", "q2"));
  does("q1", "down");
  EXPECT_THAT(order(), ElementsAre("q3", "q1", "q2"));
  does("q3", "up");
  EXPECT_THAT(order(), ElementsAre("q3", "q1", "q2"));
  desk.steers(Control::kUndo);
  EXPECT_THAT(order(), ElementsAre("q1", "q3", "q2")) << "the last touch that did something";
}

TEST_F(Asked, a_hidden_one_is_listed_here_alone) {
  does("q1", "hide");
  EXPECT_THAT(order(), ElementsAre("q1", "q2", "q3"));
  EXPECT_EQ(plain(page().groups.at(0).value), "hidden · 0");
  EXPECT_EQ(desk.desk().floor->count, "2");
  does("q1", "open");
  EXPECT_EQ(desk.desk().floor->count, "3");
}

TEST_F(Asked, the_one_that_is_shown_leaves_the_display_when_it_is_answered_or_hidden) {
  for (const char* how : {"answered", "hide"}) {
    does("q2", "open");
    does("q2", "pick");
    EXPECT_EQ(desk.shows<FloorQuestionView>().question, "q2");
    does("q2", how);
    (void)desk.shows<RoomView>();
  }
}

TEST_F(Asked, an_answer_by_mistake_is_taken_back_with_what_the_display_showed) {
  does("q2", "pick");
  does("q2", "answered");
  desk.steers(Control::kUndo);
  EXPECT_EQ(desk.shows<FloorQuestionView>().question, "q2");
  EXPECT_EQ(plain(page().groups.at(1).value), "shown · 0");
}

TEST_F(Asked, a_question_that_nobody_knows_changes_nothing) {
  const RoomState before = state();
  does("q9", "hide");
  EXPECT_EQ(state(), before);
}

}  // namespace
