// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/settings.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

std::uint64_t milliseconds(WallTime time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

TEST(the_floor_of_the_clock_for_tls, is_the_day_on_which_the_program_was_built) {
  const WallTime built = clock_floor({}).built;
  EXPECT_GE(built, wall_from_rfc3339("2026-01-01T00:00:00Z").value());
  EXPECT_LE(built, std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()));
}

TEST(the_floor_of_the_clock_for_tls, is_also_the_last_good_time_that_the_store_knows) {
  const WallTime known = clock_floor({}).built + std::chrono::hours(1);
  EXPECT_EQ(clock_floor({{kLastGoodTime, milliseconds(known)}}).last_good, known);
}

}  // namespace
}  // namespace tertulia
