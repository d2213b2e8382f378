// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/utf8.h"

#include <vector>

#include <gmock/gmock.h>

#include "firmware/domain/digest.h"

namespace tertulia {
namespace {

std::vector<std::size_t> lengths(std::string_view text) {
  std::vector<std::size_t> all;
  each_code_point(text, [&](const CodePoint& next) { all.push_back(next.bytes); });
  return all;
}

TEST(utf8, a_code_point_of_any_length_comes_back_as_it_went) {
  for (const char32_t point : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_code_point(text, point);
    const CodePoint read = first_code_point(text + "z");
    EXPECT_TRUE(read.is_valid);
    EXPECT_EQ(read.value, point);
    EXPECT_EQ(read.bytes, text.size());
  }
}

TEST(utf8, a_letter_and_its_accent_become_one) {
  EXPECT_EQ(composed("e\u0301.ics"), "\u00E9.ics");
  EXPECT_EQ(composed("\u00E9"), "\u00E9");
  EXPECT_EQ(composed("e\xFF"), "e\xFF");
  EXPECT_EQ(composed(""), "");
}

TEST(utf8, a_sequence_that_breaks_off_counts_once_as_far_as_it_is_right) {
  EXPECT_THAT(lengths("\xE2\x82"), testing::ElementsAre(2U));
  EXPECT_THAT(lengths("\xE2\x82z"), testing::ElementsAre(2U, 1U));
  EXPECT_THAT(lengths("\xF0\x9F\x98z"), testing::ElementsAre(3U, 1U));
  EXPECT_THAT(lengths("\xE1\x88\xF4\x8F\xBF"), testing::ElementsAre(2U, 3U));
}

TEST(utf8, bytes_that_begin_nothing_count_one_by_one) {
  EXPECT_THAT(lengths("\xFF\x80\xC0\xAF"), testing::ElementsAre(1U, 1U, 1U, 1U));
  EXPECT_THAT(lengths("\xED\xA0\x80"), testing::ElementsAre(1U, 1U, 1U));  // a surrogate
  EXPECT_THAT(lengths("\xF4\x90\x80\x80"), testing::ElementsAre(1U, 1U, 1U, 1U));
  EXPECT_EQ(first_code_point("\xE0\x80").value, kReplacement);
}

TEST(utf8, nothing_is_written_for_a_value_beyond_the_last_code_point) {
  std::string text = "a";
  append_code_point(text, 0x110000);
  append_code_point(text, 0xFFFFFFFF);
  EXPECT_EQ(text, "a");
}

TEST(digest, bytes_are_two_lower_case_digits_each) {
  EXPECT_EQ(to_hex(std::vector<std::uint8_t>{0x00, 0x9F, 0xA0, 0xFF}), "009fa0ff");
  EXPECT_EQ(to_hex({}), "");
}

TEST(digest, digits_of_either_case_become_bytes) {
  std::vector<std::uint8_t> bytes(2);
  EXPECT_TRUE(from_hex("9fA0", bytes));
  EXPECT_THAT(bytes, testing::ElementsAre(0x9F, 0xA0));
}

TEST(digest, anything_but_as_many_digits_is_refused) {
  std::vector<std::uint8_t> bytes(2);
  for (const std::string_view text : {"", "9fa", "9fa00", "9fa000", "9fg0", " 9fa", "9fa ", "0x9f", "-9fa"})
    EXPECT_FALSE(from_hex(text, bytes)) << text;
}

TEST(digest, sha_256_is_that_of_the_standard) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace tertulia
