// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/encoding.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

std::string utf16(std::u16string_view text, bool is_big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  }
  return bytes;
}

TEST(encoding, utf16_is_read_in_both_orders_with_and_without_a_mark) {
  for (const bool is_big : {true, false}) {
    const std::string marked = utf16(u"\uFEFFRéunion ሰ 🙂", is_big);
    EXPECT_EQ(decoded(marked).encoding, Encoding::kUtf16);
    EXPECT_EQ(decoded(marked).text, "Réunion ሰ 🙂");
    const std::string bare = utf16(u"BEGIN:VCALENDAR", is_big);
    EXPECT_TRUE(is_utf16(bare));
    EXPECT_EQ(decoded(bare).text, "BEGIN:VCALENDAR");
  }
}

TEST(encoding, half_a_pair_in_utf16_is_replaced) {
  EXPECT_EQ(utf8_from_utf16(utf16(u"\uFEFFa\xD83D!", true)), "a\uFFFD!");
}

TEST(encoding, valid_utf8_is_utf8) {
  EXPECT_EQ(decoded("\xEF\xBB\xBFRéunion").text, "Réunion");
  EXPECT_EQ(decoded("Réunion").encoding, Encoding::kUtf8);
  EXPECT_EQ(decoded("").encoding, Encoding::kUtf8);
}

TEST(encoding, what_is_neither_is_read_as_windows_1252) {
  const DecodedText text = decoded("R\xE9union \x80 \x93x\x94");
  EXPECT_EQ(text.encoding, Encoding::kWindows1252);
  EXPECT_EQ(text.text, "Réunion € “x”");
}

}  // namespace
}  // namespace tertulia::formats
