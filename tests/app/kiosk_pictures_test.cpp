// SPDX-License-Identifier: Apache-2.0
// Pictures of questions and choices on a kiosk.
#include <gtest/gtest.h>

#include "firmware/app/kiosk/kiosk_pages.h"
#include "firmware/app/kiosk/plain_run.h"
#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

PackedPicture even(std::uint32_t color) {
  return PackedPicture(Picture{{2, 2}, {color, color, color, color}});
}

const PackedPicture kRed = even(0xffff0000);
const PackedPicture kBlue = even(0xff0000ff);

// Asks for one of two things: the first has a picture in each language, the second none.
Visitor visitor_with(QuestionKind kind) {
  Visitor visitor;
  Questionnaire& form = visitor.device_state.pack.questionnaires[1];
  Question question;
  question.name = "what";
  question.label = LocalizedText("en", "What?");
  question.kind = std::move(kind);
  question.picture = LocalizedText("en", "red.png");
  form.pages = {{{}, {question}}};
  form.pictures = {{"red.png", kRed}, {"blue.png", kBlue}};
  visitor.wants(intent::Begin{});
  return visitor;
}

std::vector<Choice> two_choices() {
  Choice with{"x", LocalizedText("en", "X"), LocalizedText("en", "red.png")};
  with.picture.set("fr", "blue.png");
  return {with, {"y", LocalizedText("en", "Y")}};
}

TEST(kiosk_pictures, a_question_and_its_choices_show_theirs) {
  const auto view = visitor_with(SelectOne{two_choices()}).shows<QuestionView>();
  EXPECT_EQ(view.picture, kRed);
  const auto& choices = std::get<ChoicesBody>(view.body).choices;
  EXPECT_EQ(choices.at(0).picture, kRed);
  EXPECT_EQ(choices.at(0).label, "X") << "what is read aloud";
  EXPECT_FALSE(choices.at(1).picture.exists());
}

TEST(kiosk_pictures, several_with_pictures_are_chosen_like_any_others) {
  Visitor visitor = visitor_with(SelectMultiple{two_choices(), {}});
  visitor.chooses("what", "x");
  const auto body = std::get<ChoicesBody>(visitor.shows<QuestionView>().body);
  EXPECT_TRUE(body.several);
  EXPECT_TRUE(body.choices.at(0).chosen);
  EXPECT_EQ(body.choices.at(0).picture, kRed);
}

TEST(kiosk_pictures, one_that_the_form_does_not_have_is_none) {
  Visitor visitor;
  Question question;
  question.name = "what";
  question.kind = SelectOne{two_choices()};
  question.picture = LocalizedText("en", "red.png");
  visitor.device_state.pack.questionnaires[1].pages = {{{}, {question}}};
  visitor.wants(intent::Begin{});
  const auto view = visitor.shows<QuestionView>();
  EXPECT_FALSE(view.picture.exists());
  EXPECT_FALSE(std::get<ChoicesBody>(view.body).choices.at(0).picture.exists());
}

TEST(kiosk_pictures, a_question_with_one_is_not_asked_on_the_first_screen_which_has_no_room_for_it) {
  Visitor visitor(at(10, 45));
  Question& first = visitor.device_state.pack.questionnaires[0].pages[0].questions[0];
  ASSERT_EQ(visitor.shows<AttractView>().question, first.name);
  first.picture = LocalizedText("en", "red.png");
  EXPECT_EQ(visitor.shows<AttractView>().question, "");
  EXPECT_EQ(visitor.shows<AttractView>().begin, "Begin");
}

TEST(kiosk_pictures, questions_with_one_do_not_share_a_page) {
  Visitor visitor;
  Questionnaire& form = visitor.device_state.pack.questionnaires[1];
  Question question;
  question.kind = Range{};
  question.name = "a";
  Question other = question;
  other.name = "b";
  form.pages = {{{}, {question, other}}};
  const auto pages = [&form] {
    const auto run = plain_run(std::make_shared<const Questionnaire>(form));
    return kiosk_pages_of(form, run->now()).size();
  };
  EXPECT_EQ(pages(), 1U);
  form.pages[0].questions[1].picture = LocalizedText("en", "red.png");
  EXPECT_EQ(pages(), 2U);
}

}  // namespace
