// SPDX-License-Identifier: Apache-2.0
// The sum and the six words that device and hub compare.
#include "firmware/domain/closing_slip.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/domain/digest_words.h"

namespace tertulia {
namespace {

std::vector<std::string> all_words() {
  std::istringstream stream{std::string(kSlipWords)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

Hash hash(std::uint8_t byte) {
  Hash made{};
  made.fill(byte);
  return made;
}

HashSum sum_of(const std::vector<std::uint8_t>& bytes) {
  HashSum sum;
  for (const std::uint8_t byte : bytes) sum.add(hash(byte));
  return sum;
}

TEST(slip_words, are_2048_short_ones_and_each_is_there_once) {
  const auto words = all_words();
  EXPECT_EQ(words.size(), 2048U);
  EXPECT_EQ(std::set<std::string>(words.begin(), words.end()).size(), 2048U);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  for (const std::string& word : words) {
    EXPECT_LE(word.size(), 8U) << word;
    EXPECT_TRUE(std::all_of(word.begin(), word.end(), [](char each) { return each >= 'a' && each <= 'z'; }));
  }
}

// Devices and hubs of different versions must say the same.
TEST(slip_words, have_not_changed) {
  HashSum sum;
  Hash bits{};
  for (std::size_t index = 0; index < bits.size(); ++index)
    bits[index] = static_cast<std::uint8_t>(index * 37);
  sum.add(bits);
  EXPECT_EQ(sum.words(), "test ear cricket move size squid");
  EXPECT_EQ(kSlipWords.size(), 12565U);
}

TEST(a_sum_of_hashes, is_the_same_in_every_order) { EXPECT_EQ(sum_of({1, 200, 3}), sum_of({3, 1, 200})); }

TEST(a_sum_of_hashes, carries_from_byte_to_byte) {
  EXPECT_EQ(sum_of({0xff, 0xff}).hex(), std::string(63, 'f') + "e");
}

TEST(a_sum_of_hashes, gives_back_what_was_added) {
  HashSum sum = sum_of({0xff, 0xff, 7});
  sum.subtract(sum_of({0xff}));
  EXPECT_EQ(sum, sum_of({0xff, 7}));
  sum.subtract(sum_of({7, 0xff}));
  EXPECT_EQ(sum, HashSum());
}

TEST(a_sum_of_hashes, knows_one_from_two_and_from_none) {
  EXPECT_NE(sum_of({7}).words(), sum_of({7, 7}).words());
  EXPECT_NE(sum_of({7}).words(), sum_of({}).words());
}

TEST(a_sum_of_hashes, says_six_words) {
  const std::string words = sum_of({0xa5}).words();
  EXPECT_EQ(std::count(words.begin(), words.end(), ' '), 5);
  EXPECT_EQ(sum_of({}).words(), "able able able able able able");
}

TEST(a_sum_of_hashes, changes_a_word_with_each_of_its_lowest_66_bits) {
  std::set<std::string> seen;
  for (std::size_t bit = 0; bit < 66; ++bit) {
    Hash one{};
    one[31 - bit / 8] = static_cast<std::uint8_t>(1U << (bit % 8));
    HashSum sum;
    sum.add(one);
    seen.insert(sum.words());
  }
  EXPECT_EQ(seen.size(), 66U);
}

TEST(a_sum_of_hashes, comes_back_from_its_digits) {
  const HashSum sum = sum_of({0xa5, 0x0f});
  EXPECT_EQ(HashSum::parse(sum.hex()).value(), sum);
  EXPECT_FALSE(HashSum::parse("12").ok());
  EXPECT_FALSE(HashSum::parse(std::string(64, 'g')).ok());
}

}  // namespace
}  // namespace tertulia
