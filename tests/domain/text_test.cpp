// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/text.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

LocalizedText spanish_then_french() {
  LocalizedText text("es", "Bienvenida");
  text.set("fr", "Bienvenue");
  return text;
}

TEST(text, is_shown_in_the_chosen_language) { EXPECT_EQ(spanish_then_french().in("fr", "es"), "Bienvenue"); }

TEST(text, falls_back_to_the_default_language) {
  EXPECT_EQ(spanish_then_french().in("am", "fr"), "Bienvenue");
}

TEST(text, falls_back_to_any_language_in_the_order_they_were_set) {
  EXPECT_EQ(spanish_then_french().in("am", "ka"), "Bienvenida");
  EXPECT_EQ(spanish_then_french().in("am"), "Bienvenida");
}

TEST(text, without_any_language_is_empty) {
  EXPECT_EQ(LocalizedText().in("en", "fr"), "");
  EXPECT_TRUE(LocalizedText().empty());
}

TEST(text, an_empty_translation_is_none) {
  LocalizedText text = spanish_then_french();
  text.set("es", "");
  EXPECT_FALSE(text.has("es"));
  EXPECT_EQ(text.in("es"), "Bienvenue");
  EXPECT_TRUE(LocalizedText("en", "").empty());
}

TEST(text, a_translation_set_again_replaces_the_old_one_in_its_place) {
  LocalizedText text = spanish_then_french();
  text.set("es", "Hola");
  ASSERT_EQ(text.all().size(), 2U);
  EXPECT_EQ(text.all().front().second, "Hola");
}

TEST(language, arabic_hebrew_and_persian_run_from_right_to_left) {
  for (const char* language : {"ar", "he", "fa", "ur", "ar-EG"})
    EXPECT_TRUE(is_right_to_left(language)) << language;
}

TEST(language, the_others_of_the_house_run_from_left_to_right) {
  for (const char* language : {"en", "fr", "es", "pt", "am", "ka", "sw", "", "arn"})
    EXPECT_FALSE(is_right_to_left(language)) << language;
}

TEST(graphemes, are_what_a_person_calls_characters) {
  EXPECT_EQ(grapheme_count(""), 0U);
  EXPECT_EQ(grapheme_count("abc"), 3U);
  EXPECT_EQ(grapheme_count("ação"), 4U);
  EXPECT_EQ(grapheme_count("ሰላም"), 3U);
  EXPECT_EQ(grapheme_count("გამარჯობა"), 9U);
}

TEST(graphemes, a_mark_belongs_to_the_letter_before_it) {
  EXPECT_EQ(grapheme_count("e\u0301"), 1U);
  EXPECT_EQ(grapheme_count("\u0645\u064E\u0631\u0652"), 2U);  // Arabic with vowel signs
  EXPECT_EQ(grapheme_count("\u0301"), 1U);                    // alone
}

TEST(graphemes, an_emoji_of_many_parts_is_one) {
  EXPECT_EQ(grapheme_count("\U0001F44D\U0001F3FD"), 1U);                        // skin tone
  EXPECT_EQ(grapheme_count("\U0001F468\u200D\U0001F469\u200D\U0001F467"), 1U);  // family
  EXPECT_EQ(grapheme_count("\U0001F1E8\U0001F1F7\U0001F1F3\U0001F1E6"), 2U);    // two flags
  EXPECT_EQ(grapheme_count("\u2764\uFE0F"), 1U);                                // variation selector
}

TEST(graphemes, a_line_end_of_two_characters_is_one) { EXPECT_EQ(grapheme_count("a\r\nb"), 3U); }

TEST(graphemes, bytes_that_are_no_text_count_one_each) {
  EXPECT_EQ(grapheme_count("\xFF\xFE"), 2U);
  EXPECT_EQ(grapheme_count("\xE1\x88"), 2U);      // cut off
  EXPECT_EQ(grapheme_count("\xF0\x9F\x91"), 3U);  // cut off
  EXPECT_EQ(grapheme_count("\x80\x80\x80"), 3U);  // only tails
  EXPECT_EQ(grapheme_count("a\xC3(b"), 4U);
}

}  // namespace
}  // namespace tertulia
