// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/strings.h"

#include <gtest/gtest.h>

#include "firmware/domain/utf8.h"

namespace tertulia::formats {
namespace {

TEST(strings, utf8_is_strict) {
  EXPECT_TRUE(is_utf8("Olá, ტრამვაი, ሰላም, 😀"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
  EXPECT_FALSE(is_utf8("caf\xE9"));           // Latin-1
  EXPECT_FALSE(is_utf8("\xE2\x82"));          // cut off
}

TEST(strings, no_break_spaces_and_smart_quotes_are_squashed_to_plain_ones) {
  EXPECT_EQ(squashed("\u00A0 select_one\u00A0\u00A0 yesno\t"), "select_one yesno");
  EXPECT_EQ(squashed("\u201Cyes\u201D \u2018no\u2019"), "\"yes\" 'no'");
}

TEST(strings, a_clean_text_has_no_controls_and_no_bidirectional_overrides) {
  EXPECT_EQ(clean_text("a\r\nb\x01\u202E"
                       "c\u2066"),
            "a\nbc");
  EXPECT_EQ(clean_text("\u00A0 "), "");
  EXPECT_EQ(clean_text("Quoi\u00A0?"), "Quoi\u00A0?");
}

TEST(strings, a_clean_text_is_bounded) {
  EXPECT_LE(clean_text(std::string(50000, 'x')).size(), kLongestText);
}

TEST(strings, a_quoted_text_is_cut_between_letters) {
  std::string georgian;
  for (int count = 0; count < 40; ++count) georgian += "ა";
  EXPECT_TRUE(is_utf8(in_quotes(georgian)));
  EXPECT_LT(in_quotes(georgian).size(), 70U);
}

TEST(strings, numbers_are_read_as_a_whole_or_not_at_all) {
  EXPECT_EQ(whole_number(" +12 "), 12);
  EXPECT_FALSE(whole_number("12a"));
  EXPECT_FALSE(whole_number("99999999999999999999"));
  EXPECT_EQ(decimal_number("-2.5"), -2.5);
  EXPECT_FALSE(decimal_number("inf"));
  EXPECT_FALSE(decimal_number("nan"));
}

}  // namespace
}  // namespace tertulia::formats
