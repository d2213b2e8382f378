// SPDX-License-Identifier: Apache-2.0
#include "ui/text/grapheme.h"

#include <gtest/gtest.h>

namespace tertulia::ui {
namespace {

std::string after_backspace(std::string text) { return text.substr(0, previous_boundary(text, text.size())); }

TEST(grapheme, a_letter_is_one_step) {
  EXPECT_EQ(next_boundary("aé", 0), 1u);
  EXPECT_EQ(next_boundary("aé", 1), 3u);
  EXPECT_EQ(previous_boundary("aé", 3), 1u);
}

TEST(grapheme, the_ends_of_a_text_are_boundaries) {
  EXPECT_EQ(next_boundary("ab", 2), 2u);
  EXPECT_EQ(next_boundary("ab", 99), 2u);
  EXPECT_EQ(previous_boundary("ab", 0), 0u);
  EXPECT_EQ(previous_boundary("", 5), 0u);
}

TEST(grapheme, backspace_takes_a_combining_mark_with_its_letter) {
  EXPECT_EQ(after_backspace("ne\u0301"), "n");
}

TEST(grapheme, backspace_takes_arabic_diacritics_with_their_letter) {
  EXPECT_EQ(after_backspace("شكرًّ"), "شك");
}

TEST(grapheme, backspace_takes_one_ethiopic_syllable) { EXPECT_EQ(after_backspace("ውይይ"), "ውይ"); }

TEST(grapheme, a_joined_family_is_one_letter) {
  EXPECT_EQ(count_graphemes("👩‍👩‍👧"), 1u);
  EXPECT_EQ(after_backspace("a👩‍👩‍👧"), "a");
}

TEST(grapheme, an_emoji_with_a_skin_tone_is_one_letter) { EXPECT_EQ(count_graphemes("👍🏽👍"), 2u); }

TEST(grapheme, flags_are_pairs) { EXPECT_EQ(count_graphemes("🇬🇪🇪🇹"), 2u); }

TEST(grapheme, a_joiner_between_letters_joins_no_letters) { EXPECT_EQ(count_graphemes("ل\u200Dم"), 2u); }

TEST(grapheme, a_line_break_of_two_characters_is_one) { EXPECT_EQ(count_graphemes("a\r\nb"), 3u); }

TEST(grapheme, a_korean_syllable_of_parts_is_one_letter) {
  EXPECT_EQ(count_graphemes("\u1112\u1161\u11AB한"), 2u);
}

TEST(grapheme, an_offset_inside_a_letter_goes_to_its_ends) {
  EXPECT_EQ(next_boundary("é", 1), 2u);
  EXPECT_EQ(previous_boundary("aé", 2), 1u);
}

}  // namespace
}  // namespace tertulia::ui
