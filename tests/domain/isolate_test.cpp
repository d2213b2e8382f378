// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "firmware/domain/catalogue.h"

namespace tertulia {
namespace {

std::string inside(const std::string& text) { return "\u2068" + text + "\u2069"; }

TEST(isolate, a_plain_text_stands_between_two_marks) { EXPECT_EQ(isolated("Rabat"), inside("Rabat")); }

TEST(isolate, a_mark_that_would_close_it_early_is_dropped) {
  EXPECT_EQ(isolated("a\u2069b"), inside("ab"));
  EXPECT_EQ(isolated("\u2069\u2069"), inside(""));
}

TEST(isolate, what_the_text_leaves_open_is_closed) {
  EXPECT_EQ(isolated("\u2067a"), inside("\u2067a\u2069"));
  EXPECT_EQ(isolated("\u2066\u2068a"), inside("\u2066\u2068a\u2069\u2069"));
}

TEST(isolate, a_text_that_is_in_order_stays_as_it_is) {
  EXPECT_EQ(isolated(inside("10:30") + " a"), inside(inside("10:30") + " a"));
}

// An override ends with the isolate around it (rule X6a), so it may stay.
TEST(isolate, an_override_stays_inside) { EXPECT_EQ(isolated("\u202Ea"), inside("\u202Ea")); }

TEST(isolate, a_line_end_would_end_it_and_becomes_a_space) {
  EXPECT_EQ(isolated("a\nb\u2029c\u0085d\u2028e"), inside("a b c d e"));
}

TEST(isolate, every_filled_value_is_tamed) {
  EXPECT_EQ(fill("{who} speaks", {{"who", "x\u2069\u202E"}}), inside("x\u202E") + " speaks");
}

}  // namespace
}  // namespace tertulia
