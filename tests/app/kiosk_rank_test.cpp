// SPDX-License-Identifier: Apache-2.0
// Choices in an order, stars, sliders and an acknowledgement at a kiosk.
#include <gtest/gtest.h>

#include "firmware/app/kiosk/ranking.h"
#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

std::vector<Choice> law_fund_voice() {
  return {{"law", LocalizedText("en", "A law")},
          {"fund", LocalizedText("en", "A fund")},
          {"voice", LocalizedText("en", "A voice")}};
}

Ranking ranking() { return Ranking{law_fund_voice()}; }

template <class Body>
Body body_of(const Visitor& visitor) {
  return std::get<Body>(visitor.shows<QuestionView>().body);
}

Order shown_order(const Visitor& visitor) {
  Order names;
  for (const RankRow& row : body_of<RankBody>(visitor).rows) names.push_back(row.name);
  return names;
}

TEST(ranking, a_touch_gives_the_next_place_and_the_last_one_needs_none) {
  EXPECT_EQ(touched(ranking(), {}, "fund"), (Order{"fund"}));
  EXPECT_EQ(touched(ranking(), {"fund"}, "law"), (Order{"fund", "law", "voice"}));
}

TEST(ranking, a_second_touch_takes_the_place_back_and_the_others_close_up) {
  EXPECT_EQ(touched(ranking(), {"fund", "law", "voice"}, "law"), (Order{"fund", "voice"}));
  EXPECT_EQ(touched(ranking(), {"fund"}, "fund"), Order{});
}

TEST(ranking, a_drag_gives_any_place) {
  EXPECT_EQ(moved(ranking(), {"fund", "law", "voice"}, "voice", 0), (Order{"voice", "fund", "law"}));
  EXPECT_EQ(moved(ranking(), {"fund", "law", "voice"}, "fund", 9), (Order{"law", "voice", "fund"}));
  EXPECT_EQ(moved(ranking(), {"fund"}, "law", 0), (Order{"law", "fund", "voice"}));
}

TEST(ranking, what_is_not_offered_changes_nothing) {
  EXPECT_EQ(touched(ranking(), {"fund"}, "pony"), (Order{"fund"}));
  EXPECT_EQ(moved(ranking(), {"fund"}, "pony", 0), (Order{"fund"}));
}

TEST(kiosk_rank, shows_those_with_a_place_first_and_says_how_to) {
  Visitor visitor = visitor_asked(ranking());
  EXPECT_EQ(shown_order(visitor), (Order{"law", "fund", "voice"}));
  EXPECT_EQ(visitor.shows<QuestionView>().hint,
            "Touch them in your order, or drag. Touch again to take one back.");
  visitor.chooses("first", "voice");
  EXPECT_EQ(shown_order(visitor), (Order{"voice", "law", "fund"}));
  EXPECT_EQ(body_of<RankBody>(visitor).rows[0].place, 1);
  EXPECT_EQ(body_of<RankBody>(visitor).rows[1].place, 0);
}

TEST(kiosk_rank, half_an_order_is_not_handed_in) {
  Visitor visitor = visitor_asked(ranking());
  visitor.chooses("first", "voice");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "first");
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "Please touch all of them, in your order.");
  visitor.chooses("first", "law");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "other");
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue(Order{"voice", "law", "fund"}));
}

TEST(kiosk_rank, none_at_all_may_be_left_out) {
  Visitor visitor = visitor_asked(ranking());
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "other");
}

TEST(kiosk_rank, a_drag_is_stored_as_it_is_let_go) {
  Visitor visitor = visitor_asked(ranking());
  visitor.chooses("first", "voice");
  visitor.chooses("first", "law");
  visitor.wants(intent::MoveChoice{"first", "fund", 0});
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue(Order{"fund", "voice", "law"}));
}

TEST(kiosk_range, stars_and_a_slider_have_every_value_and_the_chosen_one) {
  Visitor stars = visitor_asked(Range{1, 5, 1, RangeLook::kStars});
  stars.wants(intent::ChooseStep{"first", 3});
  EXPECT_EQ(body_of<StarsBody>(stars).values.size(), 5U);
  EXPECT_EQ(body_of<StarsBody>(stars).chosen, 3);
  EXPECT_EQ(stars.draft().answers.at("first"), AnswerValue{4.0});
  Visitor slider = visitor_asked(Range{0, 100, 1, RangeLook::kSlider});
  EXPECT_FALSE(body_of<SliderBody>(slider).chosen);
  slider.wants(intent::ChooseStep{"first", 37});
  EXPECT_EQ(body_of<SliderBody>(slider).chosen, 37);
  EXPECT_EQ(slider.draft().answers.at("first"), AnswerValue{37.0});
}

TEST(kiosk_acknowledge, is_ticked_and_taken_back) {
  Visitor visitor = visitor_asked(Acknowledge{}, true);
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "first") << "it is required";
  visitor.chooses("first", "OK");
  EXPECT_TRUE(body_of<ChoicesBody>(visitor).choices.at(0).chosen);
  visitor.chooses("first", "OK");
  EXPECT_FALSE(body_of<ChoicesBody>(visitor).choices.at(0).chosen);
  visitor.chooses("first", "OK");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue(std::string("OK")));
}

}  // namespace
