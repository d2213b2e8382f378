// SPDX-License-Identifier: Apache-2.0
// Amharic as people type it on phones: a consonant, then its vowel.
#include "firmware/app/kiosk/keyboards/syllables.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "firmware/app/kiosk/text_entry.h"

using namespace tertulia;

namespace {

using Forms = std::vector<std::string>;

// Presses consonant keys and, for each vowel, the key that it has behind what was typed before.
std::string typing(std::initializer_list<std::string_view> keys) {
  TextEntry entry;
  for (const std::string_view each : keys) {
    const bool is_vowel = std::find(kVowels.begin(), kVowels.end(), each) != kVowels.end();
    std::string text = is_vowel ? with_vowel(before_caret(entry), each) : std::string(each);
    if (text.empty()) text = each;
    const KeyKind kind = is_vowel ? KeyKind::kSyllable : KeyKind::kCharacter;
    entry = press(entry, {kind, text, text}, 99);
  }
  return entry.text;
}

TEST(syllables, l_is_le_until_a_vowel_comes) { EXPECT_EQ(typing({"ለ"}), "ለ"); }

TEST(syllables, l_then_e_makes_le) { EXPECT_EQ(typing({"ለ", "ኤ"}), "ሌ"); }

TEST(syllables, l_goes_through_all_its_vowels) {
  EXPECT_EQ(typing({"ለ", "ኡ"}), "ሉ");
  EXPECT_EQ(typing({"ለ", "ኢ"}), "ሊ");
  EXPECT_EQ(typing({"ለ", "ኣ"}), "ላ");
  EXPECT_EQ(typing({"ለ", "ኤ"}), "ሌ");
  EXPECT_EQ(typing({"ለ", "እ"}), "ል");
  EXPECT_EQ(typing({"ለ", "ኦ"}), "ሎ");
  EXPECT_EQ(typing({"ለ", "ኧ"}), "ሏ");
}

TEST(syllables, another_vowel_corrects_the_one_before) { EXPECT_EQ(typing({"ለ", "ኤ", "ኦ"}), "ሎ"); }

TEST(syllables, the_first_vowel_takes_the_consonant_back_to_its_first_form) {
  EXPECT_EQ(typing({"ለ", "ኤ", "አ"}), "ለ");
}

TEST(syllables, a_greeting_is_typed_in_five_touches) {
  EXPECT_EQ(typing({"ሰ", "ለ", "ኣ", "መ", "እ"}), "ሰላም");
  EXPECT_EQ(typing({"አ", "መ", "ኣ", "ረ", "እ", "ኘ", "ኣ"}), "አማርኛ");
}

TEST(syllables, a_vowel_behind_nothing_or_a_space_stands_alone) {
  EXPECT_EQ(typing({"ኢ"}), "ኢ");
  EXPECT_EQ(typing({"ለ", " ", "ኢ"}), "ለ ኢ");
  EXPECT_EQ(typing({"a", "ኢ"}), "aኢ");
}

TEST(syllables, q_k_and_g_have_their_w_in_a_row_of_its_own) {
  EXPECT_EQ(typing({"ቀ", "ኧ"}), "ቋ");
  EXPECT_EQ(typing({"ከ", "ኧ"}), "ኳ");
  EXPECT_EQ(typing({"ገ", "ኧ"}), "ጓ");
  EXPECT_EQ(typing({"ኀ", "ኧ"}), "ኋ");
  EXPECT_EQ(labialised("ቀ"), (Forms{"ቈ", "ቊ", "ቌ", "ቍ"}));
  EXPECT_EQ(labialised("ጎ"), (Forms{"ጐ", "ጒ", "ጔ", "ጕ"}));
  EXPECT_EQ(labialised("ለ"), Forms{});
}

TEST(syllables, a_form_with_w_can_be_corrected_like_any_other) {
  EXPECT_EQ(typing({"ቀ", "ኧ", "ኡ"}), "ቁ");
  EXPECT_EQ(with_vowel("ጕ", "ኣ"), "ጋ");
}

TEST(syllables, most_consonants_have_their_w_in_the_eighth_column) {
  EXPECT_EQ(typing({"መ", "ኧ"}), "ሟ");
  EXPECT_EQ(typing({"ፈ", "ኧ"}), "ፏ");
  EXPECT_EQ(typing({"አ", "ኧ"}), "ኧ");
}

TEST(syllables, where_there_is_no_form_there_is_none) {
  for (const char* syllable : {"ሀ", "ወ", "ዐ", "የ"}) EXPECT_EQ(with_vowel(syllable, "ኧ"), "") << syllable;
  for (const char* other : {"", "a", "።", "፩", "ⶀ", "é", "ب"}) EXPECT_EQ(with_vowel(other, "ኤ"), "") << other;
  EXPECT_EQ(with_vowel("ለ", "x"), "");
}

}  // namespace
