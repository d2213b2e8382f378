// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/graphemes.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

std::string after_backspace(std::string text) { return text.substr(0, previous_boundary(text, text.size())); }

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

TEST(graphemes, a_letter_is_one_step) {
  EXPECT_EQ(next_boundary("aé", 0), 1u);
  EXPECT_EQ(next_boundary("aé", 1), 3u);
  EXPECT_EQ(previous_boundary("aé", 3), 1u);
}

TEST(graphemes, the_ends_of_a_text_are_boundaries) {
  EXPECT_EQ(next_boundary("ab", 2), 2u);
  EXPECT_EQ(next_boundary("ab", 99), 2u);
  EXPECT_EQ(previous_boundary("ab", 0), 0u);
  EXPECT_EQ(previous_boundary("", 5), 0u);
}

TEST(graphemes, backspace_takes_a_combining_mark_with_its_letter) {
  EXPECT_EQ(after_backspace("ne\u0301"), "n");
}

TEST(graphemes, backspace_takes_arabic_diacritics_with_their_letter) {
  EXPECT_EQ(after_backspace("شكرًّ"), "شك");
}

TEST(graphemes, backspace_takes_one_ethiopic_syllable) { EXPECT_EQ(after_backspace("ውይይ"), "ውይ"); }

TEST(graphemes, a_joined_family_is_one_letter) {
  EXPECT_EQ(grapheme_count("👩‍👩‍👧"), 1u);
  EXPECT_EQ(after_backspace("a👩‍👩‍👧"), "a");
}

TEST(graphemes, an_emoji_with_a_skin_tone_is_one_letter) { EXPECT_EQ(grapheme_count("👍🏽👍"), 2u); }

TEST(graphemes, flags_are_pairs) { EXPECT_EQ(grapheme_count("🇬🇪🇪🇹"), 2u); }

TEST(graphemes, a_joiner_between_letters_joins_no_letters) { EXPECT_EQ(grapheme_count("ل\u200Dم"), 2u); }

TEST(graphemes, a_line_break_of_two_characters_is_one) { EXPECT_EQ(grapheme_count("a\r\nb"), 3u); }

TEST(graphemes, a_korean_syllable_of_parts_is_one_letter) {
  EXPECT_EQ(grapheme_count("\u1112\u1161\u11AB한"), 2u);
}

TEST(graphemes, an_arabic_number_sign_belongs_to_its_number) { EXPECT_EQ(grapheme_count("\u0600١"), 1u); }

TEST(graphemes, the_vowels_of_every_script_belong_to_their_letter) {
  EXPECT_EQ(grapheme_count("नि"), 1u);  // Devanagari
  EXPECT_EQ(grapheme_count("মো"), 1u);  // Bengali
  EXPECT_EQ(grapheme_count("กำ"), 1u);  // Thai
}

TEST(graphemes, an_offset_inside_a_letter_goes_to_its_ends) {
  EXPECT_EQ(next_boundary("é", 1), 2u);
  EXPECT_EQ(previous_boundary("aé", 2), 1u);
}

}  // namespace
}  // namespace tertulia
