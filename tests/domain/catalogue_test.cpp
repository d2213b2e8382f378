// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/catalogue.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

Catalogue french() {
  return {
      "fr",
      {{"Next", {"Suivant"}}, {"{n} answer", {"{n} réponse", "{n} réponses"}}, {"Blank", {""}}, {"None", {}}},
      [](std::uint64_t count) { return count < 2 ? std::size_t{0} : std::size_t{1}; }};
}

std::string in_marks(const std::string& text) { return "\u2068" + text + "\u2069"; }

TEST(catalogue, translates_the_english_text) { EXPECT_EQ(french().text("Next"), "Suivant"); }

TEST(catalogue, a_missing_or_blank_translation_is_the_english_text) {
  EXPECT_EQ(french().text("Back"), "Back");
  EXPECT_EQ(french().text("Blank"), "Blank");
  EXPECT_EQ(french().text("None"), "None");
  EXPECT_EQ(Catalogue().text("Next"), "Next");
}

TEST(catalogue, a_word_in_a_context_is_not_the_same_word_without_one) {
  const Catalogue words("fr", {{"month\4May", {"mai"}}, {"May", {"Puis-je"}}}, nullptr);
  EXPECT_EQ(words.in_context("month", "May"), "mai");
  EXPECT_EQ(words.text("May"), "Puis-je");
  EXPECT_EQ(words.in_context("name", "May"), "May");
}

TEST(catalogue, counts_in_the_plural_of_its_language) {
  EXPECT_EQ(french().plural("{n} answer", "{n} answers", 0), "{n} réponse");
  EXPECT_EQ(french().plural("{n} answer", "{n} answers", 1), "{n} réponse");
  EXPECT_EQ(french().plural("{n} answer", "{n} answers", 2), "{n} réponses");
}

TEST(catalogue, counts_in_english_where_nothing_is_translated) {
  EXPECT_EQ(french().plural("{n} room", "{n} rooms", 0), "{n} rooms");
  EXPECT_EQ(french().plural("{n} room", "{n} rooms", 1), "{n} room");
  EXPECT_EQ(Catalogue().plural("{n} room", "{n} rooms", 2), "{n} rooms");
}

TEST(catalogue, a_plural_form_that_is_missing_is_english) {
  const Catalogue arabic("ar", {{"{n} room", {"غرفة"}}}, [](std::uint64_t) { return std::size_t{5}; });
  EXPECT_EQ(arabic.plural("{n} room", "{n} rooms", 7), "{n} rooms");
}

TEST(catalogue, without_a_rule_counts_like_english) {
  const Catalogue swahili("sw", {{"{n} room", {"chumba {n}", "vyumba {n}"}}}, nullptr);
  EXPECT_EQ(swahili.plural("{n} room", "{n} rooms", 1), "chumba {n}");
  EXPECT_EQ(swahili.plural("{n} room", "{n} rooms", 0), "vyumba {n}");
}

TEST(catalogues, know_their_languages_and_speak_english_otherwise) {
  Catalogues catalogues;
  catalogues.add(french());
  EXPECT_EQ(catalogues.of("fr").text("Next"), "Suivant");
  EXPECT_EQ(catalogues.of("ka").language(), "en");
  EXPECT_EQ(catalogues.of("ka").text("Next"), "Next");
}

TEST(catalogues, an_english_catalogue_that_was_loaded_serves_unknown_languages) {
  Catalogues catalogues;
  catalogues.add(Catalogue("en", {{"Next", {"Go on"}}}, nullptr));
  EXPECT_EQ(catalogues.of("ka").text("Next"), "Go on");
}

TEST(catalogues, a_language_added_again_replaces_the_old_one) {
  Catalogues catalogues;
  catalogues.add(french());
  catalogues.add(Catalogue("fr", {{"Next", {"Après"}}}, nullptr));
  EXPECT_EQ(catalogues.of("fr").text("Next"), "Après");
}

TEST(fill, puts_each_value_into_a_bidi_isolate) {
  EXPECT_EQ(fill("Ends {time}, then {what}.", {{"time", "10:30"}, {"what", "Coffee"}}),
            "Ends " + in_marks("10:30") + ", then " + in_marks("Coffee") + ".");
}

TEST(fill, repeats_a_value_that_stands_twice) {
  EXPECT_EQ(fill("{a}{a}", {{"a", "x"}}), in_marks("x") + in_marks("x"));
}

TEST(fill, leaves_an_unknown_placeholder_as_it_is) {
  EXPECT_EQ(fill("{who} speaks", {{"a", "x"}}), "{who} speaks");
  EXPECT_EQ(fill("{} {", {{"a", "x"}}), "{} {");
  EXPECT_EQ(fill("a } b", {{"a", "x"}}), "a } b");
}

TEST(fill, finds_a_placeholder_inside_other_braces) {
  EXPECT_EQ(fill("{{a}}", {{"a", "x"}}), "{" + in_marks("x") + "}");
}

TEST(fill, does_not_fill_what_a_value_brought) {
  EXPECT_EQ(fill("{a} {b}", {{"a", "{b}"}, {"b", "x"}}), in_marks("{b}") + " " + in_marks("x"));
}

TEST(fill, of_nothing_is_nothing) { EXPECT_EQ(fill("", {}), ""); }

}  // namespace
}  // namespace tertulia
