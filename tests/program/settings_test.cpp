// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/settings.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

std::uint64_t milliseconds(WallTime time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

TEST(the_floor_of_the_clock_for_tls, is_the_day_on_which_the_program_was_built) {
  EXPECT_GE(tls_floor({}), wall_from_rfc3339("2026-01-01T00:00:00Z").value());
  EXPECT_LE(tls_floor({}), std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()));
}

TEST(the_floor_of_the_clock_for_tls, is_the_last_good_time_when_that_is_later) {
  const WallTime later = tls_floor({}) + std::chrono::hours(1);
  const WallTime earlier = tls_floor({}) - std::chrono::hours(1);
  EXPECT_EQ(tls_floor({{kTimeMark, milliseconds(later)}}), later);
  EXPECT_EQ(tls_floor({{kTimeMark, milliseconds(earlier)}}), tls_floor({}));
}

}  // namespace
}  // namespace tertulia
