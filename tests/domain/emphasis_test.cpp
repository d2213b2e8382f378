// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/emphasis.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

TEST(emphasis, what_is_no_glass_gets_the_words_without_their_marks) {
  const std::string text = "Bring " + in_bold("two") + " photographs, ውይይቱ " + in_bold("ጠቃሚ");
  EXPECT_TRUE(has_bold_words(text));
  EXPECT_EQ(without_bold_marks(text), "Bring two photographs, ውይይቱ ጠቃሚ");
  EXPECT_FALSE(has_bold_words(without_bold_marks(text)));
}

TEST(emphasis, bytes_that_are_no_text_stay) {
  EXPECT_EQ(without_bold_marks("a\xEF\xB7"), "a\xEF\xB7");
  EXPECT_FALSE(has_bold_words("a\xEF\xB7"));
  EXPECT_FALSE(has_bold_words("ﷲ"));  // begins with the same bytes
}

}  // namespace
}  // namespace tertulia
