// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/actual_times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia {
namespace {

using testing::IsEmpty;

WallTime at_minute(int minute) { return WallTime(std::chrono::hours(24 * 20000 + 9) + Minutes(minute)); }

TimerReport report(int minute, TimerFact fact, int remaining, const std::string& segment = "one",
                   const std::string& session = "opening") {
  TimerReport made{at_minute(minute), {}};
  made.change.session = PublicId::received(session);
  made.change.segment = PublicId::received(segment);
  made.change.fact = fact;
  made.change.remaining = Minutes(remaining);
  made.change.revision = static_cast<std::uint64_t>(minute) + 1;
  return made;
}

TEST(actual_times, a_session_runs_from_its_first_start_to_its_last_end) {
  const auto times =
      actual_times({report(5, TimerFact::kStarted, 30), report(35, TimerFact::kFinished, 0),
                    report(37, TimerFact::kSegmentChanged, 20, "two"),
                    report(57, TimerFact::kFinished, 0, "two"), report(60, TimerFact::kStopped, -3, "two")});
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times.at("opening"), (ActualTimes{at_minute(5), at_minute(60), Milliseconds(0)}));
}

TEST(actual_times, what_still_runs_has_no_end) {
  const auto times = actual_times({report(0, TimerFact::kStarted, 30), report(30, TimerFact::kFinished, 0),
                                   report(31, TimerFact::kSegmentChanged, 20, "two")});
  EXPECT_EQ(times.at("opening").end, std::nullopt);
}

TEST(actual_times, added_minutes_are_what_remains_beyond_what_time_left) {
  const auto times = actual_times({report(0, TimerFact::kStarted, 30), report(10, TimerFact::kAdded, 25),
                                   report(12, TimerFact::kPaused, 23), report(20, TimerFact::kAdded, 33),
                                   report(21, TimerFact::kResumed, 33), report(22, TimerFact::kAdded, 31)});
  EXPECT_EQ(times.at("opening").added, Minutes(5 + 10 - 1));
}

TEST(actual_times, a_touch_that_was_taken_back_did_not_happen) {
  const auto times = actual_times({report(0, TimerFact::kStarted, 30), report(10, TimerFact::kAdded, 25),
                                   report(11, TimerFact::kTakenBack, 19), report(20, TimerFact::kStopped, 10),
                                   report(21, TimerFact::kTakenBack, 9), report(22, TimerFact::kAdded, 9)});
  EXPECT_EQ(times.at("opening"), (ActualTimes{at_minute(0), std::nullopt, Minutes(1)}));
  EXPECT_THAT(actual_times({report(0, TimerFact::kStarted, 30), report(1, TimerFact::kTakenBack, 30)}),
              IsEmpty());
}

TEST(actual_times, the_order_in_which_reports_lie_does_not_matter) {
  std::vector<TimerReport> reports{report(0, TimerFact::kStarted, 30), report(10, TimerFact::kAdded, 25),
                                   report(35, TimerFact::kFinished, 0)};
  const auto expected = actual_times(reports);
  std::reverse(reports.begin(), reports.end());
  EXPECT_EQ(actual_times(reports), expected);
}

TEST(actual_times, sessions_that_were_only_loaded_did_not_run) {
  EXPECT_THAT(actual_times({report(0, TimerFact::kLoaded, 30), report(1, TimerFact::kStopped, 30)}),
              IsEmpty());
  EXPECT_THAT(actual_times({report(0, TimerFact::kStarted, 30, "one", "")}), IsEmpty());
}

TEST(actual_times, rooms_do_not_disturb_each_other) {
  const auto times =
      actual_times({report(0, TimerFact::kStarted, 30), report(1, TimerFact::kStarted, 20, "one", "other"),
                    report(2, TimerFact::kAdded, 33), report(30, TimerFact::kFinished, 0, "one", "other")});
  EXPECT_EQ(times.at("opening").added, Minutes(5));
  EXPECT_EQ(times.at("other").added, Minutes(0));
  EXPECT_EQ(times.at("other").end, at_minute(30));
}

}  // namespace
}  // namespace tertulia
