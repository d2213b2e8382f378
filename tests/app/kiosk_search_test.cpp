// SPDX-License-Identifier: Apache-2.0
// A long list of choices at a kiosk: the visitor types a part of what they mean, or turns through it.
#include <gtest/gtest.h>

#include "firmware/app/kiosk/search.h"
#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

std::vector<std::string> found_in(const std::vector<std::string>& labels, std::string_view text) {
  ChoiceIndex index;
  for (std::size_t at = 0; at < labels.size(); ++at) index.add(at, labels[at]);
  std::vector<std::string> found;
  for (const std::uint32_t at : index.find(text)) found.push_back(labels[at]);
  return found;
}

using Labels = std::vector<std::string>;

TEST(choice_index, finds_beginnings_of_words_first_and_then_anything) {
  EXPECT_EQ(found_in({"Oporto", "Beja", "Porto", "Vila do Porto"}, "por"),
            (Labels{"Porto", "Vila do Porto", "Oporto"}));
}

TEST(choice_index, finds_a_choice_once) {
  EXPECT_EQ(found_in({"anana ana", "banana"}, "ana"), (Labels{"anana ana", "banana"}));
  EXPECT_EQ(found_in({"banana ana"}, "ana"), Labels{"banana ana"});
}

TEST(choice_index, finds_without_case_accents_and_points) {
  EXPECT_EQ(found_in({"Évora", "São João", "L’Aquila"}, "SAO JO"), Labels{"São João"});
  EXPECT_EQ(found_in({"Évora", "São João", "L’Aquila"}, "évo"), Labels{"Évora"});
  EXPECT_EQ(found_in({"Évora", "São João", "L’Aquila"}, "l'aq"), Labels{"L’Aquila"});
}

TEST(choice_index, finds_everything_before_a_letter_is_typed_and_nothing_over_two_labels) {
  EXPECT_EQ(found_in({"b", "a"}, " ."), (Labels{"b", "a"}));
  EXPECT_EQ(found_in({"one", "two"}, "one two"), Labels{});
}

std::vector<Choice> towns(int count) {
  std::vector<Choice> choices;
  for (int i = 0; i < count; ++i)
    choices.push_back({"t" + std::to_string(i), LocalizedText("en", "Town " + std::to_string(i))});
  choices.push_back({"evora", LocalizedText("en", "Évora")});
  return choices;
}

SearchBody search_of(const Visitor& visitor) {
  const QuestionBody body = visitor.shows<QuestionView>().body;
  const auto* search = std::get_if<SearchBody>(&body);
  return search ? *search : SearchBody{};
}

Labels names_of(const std::vector<ChoiceButton>& buttons) {
  Labels names;
  for (const ChoiceButton& button : buttons) names.push_back(button.name);
  return names;
}

void hide_keyboard(Visitor& visitor) { visitor.wants(intent::PressKey{{KeyKind::kHide, "", ""}}); }

TEST(kiosk_search, is_for_more_choices_than_one_looks_through) {
  EXPECT_TRUE(search_of(visitor_asked(SelectOne{towns(29)})).found.empty());
  EXPECT_EQ(search_of(visitor_asked(SelectOne{towns(30)})).found.size(), 31U);
  EXPECT_EQ(search_of(visitor_asked(SelectMultiple{towns(30), {}})).found.size(), 31U);
}

TEST(kiosk_search, is_for_a_short_list_where_the_form_says_so) {
  EXPECT_EQ(search_of(visitor_asked(SelectOne{towns(3), ChoiceLook::kSearch})).found.size(), 4U);
  EXPECT_EQ(search_of(visitor_asked(SelectMultiple{towns(3), {}, ChoiceLook::kSearch})).found.size(), 4U);
}

TEST(kiosk_search, opens_with_a_keyboard_and_the_first_part_of_the_list) {
  const SearchBody body = search_of(visitor_asked(SelectOne{towns(2'399)}));
  EXPECT_FALSE(body.field.keyboard.empty());
  EXPECT_EQ(body.found.size(), kFoundAtOnce);
  EXPECT_EQ(plain(body.count), "1–50 of 2400");
  EXPECT_EQ(body.before, "");
  EXPECT_EQ(body.after, "Show more");
}

TEST(kiosk_search, shows_what_the_letters_find) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)});
  visitor.types("evo");
  EXPECT_EQ(names_of(search_of(visitor).found), Labels{"evora"});
  EXPECT_EQ(plain(search_of(visitor).count), "1–1 of 1");
  visitor.types("x");
  EXPECT_TRUE(search_of(visitor).found.empty());
  EXPECT_EQ(plain(search_of(visitor).count), "Nothing found.");
}

TEST(kiosk_search, what_is_typed_is_no_answer) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)}, true);
  visitor.types("evora");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "first");
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "Please choose an answer.");
  EXPECT_TRUE(visitor.draft().answers.empty());
}

TEST(kiosk_search, puts_the_keyboard_away_when_the_one_choice_is_made) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)});
  visitor.types("evo");
  visitor.chooses("first", "evora");
  EXPECT_EQ(names_of(search_of(visitor).chosen), Labels{"evora"});
  EXPECT_TRUE(search_of(visitor).found.empty());
  EXPECT_TRUE(search_of(visitor).field.keyboard.empty());
  EXPECT_EQ(std::get<std::string>(visitor.draft().answers.at("first")), "evora");
}

TEST(kiosk_search, keeps_several_chosen_ones_on_top_and_types_the_next_anew) {
  Visitor visitor = visitor_asked(SelectMultiple{towns(100), {}});
  visitor.types("evo");
  visitor.chooses("first", "evora");
  visitor.types("12");
  EXPECT_EQ(search_of(visitor).field.text, "12");
  EXPECT_EQ(names_of(search_of(visitor).chosen), Labels{"evora"});
  EXPECT_EQ(names_of(search_of(visitor).found), Labels{"t12"});
  visitor.chooses("first", "t12");
  EXPECT_EQ(names_of(search_of(visitor).chosen), (Labels{"evora", "t12"}));
  visitor.chooses("first", "evora");
  EXPECT_EQ(names_of(search_of(visitor).chosen), Labels{"t12"});
  EXPECT_FALSE(search_of(visitor).field.keyboard.empty());
}

TEST(kiosk_search, hides_its_keyboard_until_a_finger_touches_the_field) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)});
  hide_keyboard(visitor);
  EXPECT_TRUE(search_of(visitor).field.keyboard.empty());
  visitor.wants(intent::PlaceCaret{0});
  EXPECT_FALSE(search_of(visitor).field.keyboard.empty());
}

TEST(kiosk_search, turns_through_the_list_without_a_letter) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)});
  visitor.wants(intent::TurnList{});
  EXPECT_EQ(search_of(visitor).found.front().name, "t50");
  visitor.wants(intent::TurnList{});
  EXPECT_EQ(names_of(search_of(visitor).found), Labels{"evora"});
  EXPECT_EQ(search_of(visitor).after, "");
  visitor.wants(intent::TurnList{});
  EXPECT_EQ(search_of(visitor).part, 2U);
  visitor.wants(intent::TurnList{intent::ListTurn::kBefore});
  EXPECT_EQ(search_of(visitor).part, 1U);
  visitor.types("t");
  EXPECT_EQ(search_of(visitor).part, 0U);
}

// A hundred choices, two of them on top: what is left has two parts.
TEST(kiosk_search, turns_through_the_parts_that_it_shows) {
  Visitor visitor = visitor_asked(SelectMultiple{towns(101), {}});
  for (const char* town : {"t0", "t1"}) visitor.chooses("first", town);
  for (int turns = 0; turns < 3; ++turns) visitor.wants(intent::TurnList{});
  EXPECT_EQ(search_of(visitor).part, 1U);
  visitor.wants(intent::TurnList{intent::ListTurn::kBefore});
  EXPECT_EQ(search_of(visitor).part, 0U);
  visitor.wants(intent::TurnList{intent::ListTurn::kBefore});
  EXPECT_EQ(search_of(visitor).part, 0U);
}

TEST(kiosk_search, begins_empty_on_the_next_page_and_after_going_back) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)});
  visitor.types("evo");
  visitor.chooses("first", "evora");
  visitor.goes_on();
  visitor.wants(intent::Back{});
  EXPECT_EQ(search_of(visitor).field.text, "");
  EXPECT_EQ(names_of(search_of(visitor).chosen), Labels{"evora"});
  EXPECT_EQ(search_of(visitor).found.size(), kFoundAtOnce);
}

TEST(kiosk_search, finds_the_labels_of_the_visitors_language) {
  std::vector<Choice> choices = towns(40);
  choices.back().label.set("ar", "يابرة");
  Visitor visitor = visitor_asked(SelectOne{choices}, false, "ar");
  visitor.wants(intent::PressKey{{KeyKind::kCharacter, "يابره", "يابره"}});
  EXPECT_EQ(names_of(search_of(visitor).found), Labels{"evora"});
}

TEST(kiosk_search, is_not_read_aloud) {
  Visitor visitor = visitor_asked(SelectOne{towns(100)});
  visitor.settings.spoken_prompts = true;
  visitor.wants(intent::ReadAloud{});
  ASSERT_TRUE(visitor.heard);
  EXPECT_EQ(visitor.heard->text.find("Town"), std::string::npos);
}

}  // namespace
