// SPDX-License-Identifier: Apache-2.0
// What strangers write into their certificates is shown to people, and harms neither glass nor terminal.
#include "drivers/line/seen_certificate.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

TEST(a_text_of_a_stranger, loses_what_steers_a_terminal_or_turns_a_line) {
  EXPECT_EQ(harmless("Hotel\x1B[2J\nWi-Fi\x7F\xC2\x9B"), "Hotel[2JWi-Fi");
  EXPECT_EQ(harmless("a\xE2\x80\xAE"
                     "b\xE2\x81\xA6"
                     "c\xE2\x80\x8F"
                     "d\xD8\x9C"),
            "abcd");
  EXPECT_EQ(harmless("ውብ ሆቴል"), "ውብ ሆቴል");
}

TEST(a_text_of_a_stranger, stays_text_whatever_its_bytes) { EXPECT_EQ(harmless("a\xFF"), "a\xEF\xBF\xBD"); }

TEST(a_text_of_a_stranger, is_cut_where_it_grows_long) {
  EXPECT_EQ(harmless(std::string(100'000, 'x')), std::string(kMostSeenLetters, 'x') + "…");
  EXPECT_EQ(harmless(std::string(kMostSeenLetters, 'x')), std::string(kMostSeenLetters, 'x'));
}

}  // namespace
}  // namespace tertulia
