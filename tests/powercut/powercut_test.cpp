// SPDX-License-Identifier: Apache-2.0
// The store under power cuts, a few of them; tests/powercut/run has more.
#include <gtest/gtest.h>

#include "tests/powercut/campaign.h"

namespace tertulia::powercut {
namespace {

TEST(power_cuts, lose_nothing_and_double_nothing) {
  const Verdict verdict = run_campaign({TERTULIA_POWER_CUTS, 11, Defect::kNone, 1}, all_scenarios());
  EXPECT_GE(verdict.images, TERTULIA_POWER_CUTS);
  EXPECT_GT(verdict.thanked, 0U);
  EXPECT_TRUE(verdict.violations.empty()) << verdict.violations.front();
}

// Found by a million: half a header of a frame looked like a commit more.
TEST(power_cuts, are_no_damage_where_half_a_header_of_the_wal_arrived) {
  EXPECT_EQ(replay({"life", 35, 970, 0}, Defect::kNone, testing::TempDir() + "half-a-header"), "");
}

}  // namespace
}  // namespace tertulia::powercut
