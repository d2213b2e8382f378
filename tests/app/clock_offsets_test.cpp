// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/rooms/clock_offsets.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// The other's clock shows 100 s when ours shows 5 s; a message needs 20 ms.
constexpr BootTime kDifference = seconds(95);
constexpr Milliseconds kWay{20};

BootTime received(BootTime sent, BootTime delay) { return sent - kDifference + delay; }

TEST(clock_offsets, nothing_is_known_of_a_clock_that_was_never_heard) {
  EXPECT_FALSE(ClockOffsets().own_time("other", seconds(100)));
}

TEST(clock_offsets, one_message_without_delay_tells_the_difference) {
  ClockOffsets offsets;
  offsets.sample("other", seconds(100), received(seconds(100), kWay), kWay);
  EXPECT_EQ(offsets.own_time("other", seconds(160)), seconds(65));
}

TEST(clock_offsets, a_message_that_was_held_up_for_seconds_does_no_harm) {
  ClockOffsets offsets;
  offsets.sample("other", seconds(100), received(seconds(100), kWay), kWay);
  offsets.sample("other", seconds(110), received(seconds(110), seconds(6)), kWay);
  EXPECT_EQ(offsets.own_time("other", seconds(110)), seconds(15));
}

TEST(clock_offsets, a_better_message_after_a_late_one_puts_it_right) {
  ClockOffsets offsets;
  offsets.sample("other", seconds(100), received(seconds(100), milliseconds(900)), kWay);
  offsets.sample("other", seconds(110), received(seconds(110), kWay), kWay);
  EXPECT_EQ(offsets.own_time("other", seconds(110)), seconds(15));
}

TEST(clock_offsets, what_is_older_than_eight_messages_is_forgotten) {
  ClockOffsets offsets;
  offsets.sample("other", seconds(100), received(seconds(100), -milliseconds(500)), kWay);
  for (int message = 0; message < 8; ++message)
    offsets.sample("other", seconds(110), received(seconds(110), kWay), kWay);
  EXPECT_EQ(offsets.own_time("other", seconds(110)), seconds(15));
}

}  // namespace
}  // namespace tertulia
