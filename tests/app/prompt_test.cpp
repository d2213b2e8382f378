// SPDX-License-Identifier: Apache-2.0
// What is read aloud of a question, and what never is.
#include "firmware/app/state/prompt.h"

#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

const Catalogue kEnglish;

QuestionView asking(QuestionBody body) {
  QuestionView view;
  view.tongue.language = "en";
  view.headline = "Which obstacles?";
  view.hint = "Up to three";
  view.body = std::move(body);
  return view;
}

std::string spoken(const QuestionView& view) { return prompt_of(kEnglish, view).text; }

TEST(prompt, says_the_question_its_hint_and_what_can_be_chosen) {
  const ChoicesBody body{"obstacles", true, {{"a", "Slow decisions", true}, {"b", "Money"}, {"c", "Trust"}}};
  EXPECT_EQ(spoken(asking(body)), "Which obstacles?\n\nUp to three\n\nSlow decisions, Money or Trust");
}

TEST(prompt, does_not_say_what_was_chosen) {
  ChoicesBody body{"obstacles", true, {{"a", "Slow decisions"}, {"b", "Money"}}};
  const std::string before = spoken(asking(body));
  body.choices[0].chosen = true;
  EXPECT_EQ(spoken(asking(body)), before);
  ScaleBody scale{{"1", "2", "3"}, {{"learned", "I learned something", {}}}};
  const std::string unanswered = spoken(asking(scale));
  scale.rows[0].chosen = 2;
  EXPECT_EQ(spoken(asking(scale)), unanswered);
}

TEST(prompt, reads_the_rows_of_a_matrix_and_its_steps_once) {
  const ScaleBody body{{"1", "2", "3"}, {{"a", "I learned something", {}}, {"b", "All were heard", {}}}};
  EXPECT_EQ(spoken(asking(body)),
            "Which obstacles?\n\nUp to three\n\nI learned something\n\nAll were heard\n\n1, 2 or 3");
}

TEST(prompt, says_what_is_wrong_last) {
  QuestionView view = asking(NoteBody{});
  view.problem = "Please choose an answer.";
  EXPECT_EQ(spoken(view), "Which obstacles?\n\nUp to three\n\nPlease choose an answer.");
}

TEST(prompt, never_says_what_somebody_has_typed) {
  TextBody body;
  body.text = "sentinel";
  body.count = "8 / 400";
  EXPECT_EQ(spoken(asking(body)), "Which obstacles?\n\nUp to three");
}

TEST(prompt, has_no_marks_for_the_eye) {
  QuestionView view = asking(ChoicesBody{"q", false, {{"a", "ب"}, {"b", "A"}}});
  view.hint = "\u2068two\u2069";
  EXPECT_EQ(spoken(view), "Which obstacles?\n\ntwo\n\nب or A");
}

TEST(kiosk_prompt, is_in_the_language_of_the_visitor) {
  Visitor visitor;
  visitor.settings.spoken_prompts = true;
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.wants(intent::Begin{});
  visitor.wants(intent::ReadAloud{});
  ASSERT_TRUE(visitor.heard);
  EXPECT_EQ(visitor.heard->language, "fr");
  EXPECT_EQ(visitor.heard->text.find("Était-ce utile"), 0U);
}

TEST(kiosk_prompt, the_first_question_is_read_on_the_attract_screen) {
  Visitor visitor(at(10, 45));
  visitor.settings.spoken_prompts = true;
  ASSERT_TRUE(visitor.shows<AttractView>().can_read_aloud);
  visitor.wants(intent::ReadAloud{});
  ASSERT_TRUE(visitor.heard);
  EXPECT_EQ(visitor.heard->text.find("How useful was it?\n\n1, 2, 3, 4 or 5\n\n"), 0U);
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
}

TEST(kiosk_prompt, holds_nothing_that_was_typed_on_the_way) {
  Visitor visitor;
  visitor.settings.spoken_prompts = true;
  visitor.reaches("idea");
  visitor.types("zebra");
  ASSERT_EQ(std::get<TextBody>(visitor.shows<QuestionView>().body).text, "zebra");
  visitor.wants(intent::ReadAloud{});
  ASSERT_TRUE(visitor.heard);
  EXPECT_EQ(visitor.heard->text.find("zebra"), std::string::npos);
}

TEST(kiosk_prompt, is_silent_unless_the_configuration_asks_for_it) {
  Visitor visitor;
  visitor.wants(intent::Begin{});
  EXPECT_FALSE(visitor.shows<QuestionView>().can_read_aloud);
  visitor.wants(intent::ReadAloud{});
  EXPECT_FALSE(visitor.heard);
}

}  // namespace
