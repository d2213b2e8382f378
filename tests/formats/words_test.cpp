// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/words.h"

#include <gmock/gmock.h>

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(words, marks_case_and_punctuation_do_not_matter) {
  EXPECT_THAT(plain_words("Pause-CAFÉ, d’accueil!"), ElementsAre("pause", "cafe", "d", "accueil"));
  EXPECT_THAT(plain_words(" \u00A0 – "), IsEmpty());
}

TEST(words, spellings_of_one_arabic_word_are_one) {
  EXPECT_EQ(plain_words("اِستِراحة"), plain_words("استراحه"));
  EXPECT_EQ(plain_words("الغداء"), plain_words("غداء"));
  EXPECT_EQ(plain_words("أبواب"), plain_words("ابواب"));
}

TEST(words, letters_of_one_sound_are_one_in_amharic) {
  EXPECT_EQ(plain_words("ዕረፍት"), plain_words("እረፍት"));
  EXPECT_EQ(plain_words("ሰዓት"), plain_words("ሰአት"));
  EXPECT_THAT(plain_words("ቡና፣ሻይ"), ElementsAre("ቡና", "ሻይ"));
}

TEST(words, georgian_capitals_are_small) {
  EXPECT_EQ(plain_words("ᲡᲐᲓᲘᲚᲘ"), plain_words("სადილი"));
}

TEST(words, a_title_falls_into_parts_at_brackets_colons_and_dashes) {
  EXPECT_THAT(plain_parts("Budget (closed) - part 2: well-being"),
              ElementsAre(ElementsAre("budget"), ElementsAre("closed"), ElementsAre("part", "2"),
                          ElementsAre("well", "being")));
  EXPECT_THAT(plain_parts("()"), IsEmpty());
}

TEST(words, a_list_has_whole_words) {
  EXPECT_TRUE(is_word_of(" tea coffee ", "tea"));
  EXPECT_FALSE(is_word_of(" tea coffee ", "off"));
  EXPECT_FALSE(is_word_of(" tea coffee ", ""));
}

}  // namespace
}  // namespace tertulia::formats
