// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/refusals.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using std::chrono::seconds;

TEST(refusals, the_first_is_told_at_once) {
  Refusals refusals;
  EXPECT_EQ(refusals.note(seconds(5), "a lie"), "Refused from the broker: a lie (1 since the start)");
}

TEST(refusals, a_flood_is_five_lines_a_minute_and_every_one_is_counted) {
  Refusals refusals;
  int lines = 0;
  for (int second = 0; second < 180; ++second) lines += refusals.note(seconds(second), "a lie") ? 1 : 0;
  EXPECT_EQ(lines, 15);
  EXPECT_EQ(refusals.count(), 180U);
}

}  // namespace
}  // namespace tertulia
