// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/clock.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

constexpr WallTime kVisit{Milliseconds{1'810'132'200'000}};  // 2027-05-11T14:30:00Z

ShiftedClock shifted(double rate) { return ShiftedClock::open({kVisit, rate}).value(); }

TEST(system_clock, boot_time_never_goes_back) {
  const SystemClock clock = SystemClock::open().value();
  const Now first = clock.now();
  const Now second = clock.now();
  EXPECT_GE(second.boot, first.boot);
  EXPECT_EQ(second.boot_id, first.boot_id);
  EXPECT_EQ(first.boot_id.size(), 36U);
}

TEST(system_clock, its_boot_time_is_the_kernels) {
  const SystemClock clock = SystemClock::open().value();
  EXPECT_EQ(clock.kernel_time(BootTime{123}), BootTime{123});
}

TEST(clock_quality, the_network_makes_it_synced) {
  EXPECT_EQ(judge({ClockEvidence::Network::kSynced, ClockEvidence::Battery::kAbsent, kVisit}),
            ClockQuality::kSynced);
}

TEST(clock_quality, a_battery_makes_it_rtc) {
  EXPECT_EQ(judge({ClockEvidence::Network::kUnsynced, ClockEvidence::Battery::kPresent, kVisit}),
            ClockQuality::kRtc);
}

TEST(clock_quality, an_empty_battery_makes_it_unsynced) {
  EXPECT_EQ(judge({ClockEvidence::Network::kUnsynced, ClockEvidence::Battery::kPresent, WallTime{}}),
            ClockQuality::kUnsynced);
}

TEST(clock_quality, without_a_battery_it_is_unsynced) {
  EXPECT_EQ(judge({ClockEvidence::Network::kUnsynced, ClockEvidence::Battery::kAbsent, kVisit}),
            ClockQuality::kUnsynced);
}

// A kernel whose clock was set by the network at hour 0 and is alone since.
Now kernel_at(BootTime boot, ClockQuality quality) {
  return {kVisit + std::chrono::duration_cast<Milliseconds>(boot), boot, "boot-1", quality};
}

TEST(holdover, a_clock_that_was_good_once_stays_good_for_days_with_an_error_that_grows) {
  Holdover holdover;
  EXPECT_EQ(holdover.judge(kernel_at(std::chrono::hours(0), ClockQuality::kSynced)).error, Milliseconds(0));
  const Now later = holdover.judge(kernel_at(std::chrono::hours(72), ClockQuality::kUnsynced));
  EXPECT_EQ(later.quality, ClockQuality::kSynced);
  EXPECT_EQ(later.wall, kVisit + std::chrono::hours(72));
  EXPECT_EQ(later.error, Milliseconds(5184));  // 20 us in each of 259,200 s
}

TEST(holdover, a_wall_clock_that_jumps_meanwhile_is_not_believed) {
  Holdover holdover;
  static_cast<void>(holdover.judge(kernel_at(std::chrono::hours(1), ClockQuality::kSynced)));
  Now jumped = kernel_at(std::chrono::hours(2), ClockQuality::kUnsynced);
  jumped.wall -= std::chrono::hours(100'000);
  EXPECT_EQ(holdover.judge(jumped).wall, kVisit + std::chrono::hours(2));
}

TEST(holdover, a_person_may_set_a_clock_that_has_no_network_to_the_minute) {
  Holdover holdover;
  const Now wrong = kernel_at(std::chrono::hours(1), ClockQuality::kUnsynced);
  holdover.set_by_hand(wrong, kVisit + std::chrono::hours(100));
  const Now later = holdover.judge(kernel_at(std::chrono::hours(73), ClockQuality::kUnsynced));
  EXPECT_EQ(later.quality, ClockQuality::kOperator);
  EXPECT_EQ(later.wall, kVisit + std::chrono::hours(172));
  EXPECT_EQ(later.error, kErrorByHand + Milliseconds(5184));
}

TEST(holdover, a_battery_that_says_otherwise_is_not_believed_after_a_person_has_spoken) {
  Holdover holdover;
  holdover.set_by_hand(kernel_at(std::chrono::hours(0), ClockQuality::kRtc), kVisit + std::chrono::hours(5));
  const Now later = holdover.judge(kernel_at(std::chrono::hours(1), ClockQuality::kRtc));
  EXPECT_EQ(later.wall, kVisit + std::chrono::hours(6));
}

TEST(holdover, the_network_knows_better_than_a_person) {
  Holdover holdover;
  const Now unset = kernel_at(std::chrono::hours(0), ClockQuality::kUnsynced);
  holdover.set_by_hand(unset, kVisit + std::chrono::hours(5));
  EXPECT_EQ(holdover.judge(kernel_at(std::chrono::hours(1), ClockQuality::kSynced)).wall,
            kVisit + std::chrono::hours(1));
  EXPECT_EQ(holdover.judge(kernel_at(std::chrono::hours(2), ClockQuality::kUnsynced)).wall,
            kVisit + std::chrono::hours(2))
      << "also when it is gone again";
  const Now good = kernel_at(std::chrono::hours(3), ClockQuality::kSynced);
  holdover.set_by_hand(good, kVisit);
  EXPECT_EQ(holdover.judge(good).wall, good.wall);
}

TEST(shifted_clock, set_by_hand_it_counts_on_from_there_in_all_copies) {
  ShiftedClock clock = shifted(1);
  const ShiftedClock copy = clock;
  clock.set_by_hand(kVisit + std::chrono::hours(24));
  EXPECT_GE(copy.now().wall, kVisit + std::chrono::hours(24));
  EXPECT_LT(copy.now().wall, kVisit + std::chrono::hours(25));
}

TEST(holdover, a_clock_that_was_never_good_is_not_made_better) {
  Holdover holdover;
  const Now kernel = kernel_at(std::chrono::hours(2), ClockQuality::kUnsynced);
  EXPECT_EQ(holdover.judge(kernel).quality, ClockQuality::kUnsynced);
}

TEST(shifted_clock, starts_at_the_given_time) {
  const Now now = shifted(1).now();
  EXPECT_GE(now.wall, kVisit);
  EXPECT_LT(now.wall, kVisit + Minutes(1));
  EXPECT_EQ(now.quality, ClockQuality::kOperator);
}

TEST(shifted_clock, wall_and_boot_run_at_the_same_pace) {
  const ShiftedClock clock = shifted(60);
  const Now first = clock.now();
  Now second = clock.now();
  while (second.boot - first.boot < std::chrono::seconds(1)) second = clock.now();
  EXPECT_NEAR(static_cast<double>((second.wall - first.wall).count()),
              static_cast<double>((second.boot - first.boot).count()) / 1e6, 1.0);
}

TEST(shifted_clock, two_of_the_same_pace_agree_on_the_boot_time) {
  const ShiftedClock early = shifted(60);
  const ShiftedClock late = shifted(60);
  const Now first = early.now();
  const Now second = late.now();
  EXPECT_EQ(first.boot_id, second.boot_id);
  EXPECT_LT(second.boot - first.boot, Minutes(1));
  EXPECT_GE(second.boot, first.boot);
}

TEST(shifted_clock, its_boot_id_differs_from_one_of_another_pace) {
  const std::string kernel = SystemClock::open().value().now().boot_id;
  EXPECT_EQ(shifted(10).now().boot_id, kernel + "-x10");
  EXPECT_EQ(shifted(2.5).now().boot_id, kernel + "-x2.500");
}

TEST(shifted_clock, a_wait_ends_when_the_instant_is_shown_and_not_before) {
  for (const std::int64_t thousandths : {1, 333, 1000, 1001, 2500, 60'000, 999'999}) {
    for (const std::int64_t boot : {1LL, 7LL, 999'999'999LL, 86'400'000'000'001LL, 9'000'000'000'000'007LL}) {
      const BootTime kernel = to_kernel(BootTime{boot}, thousandths);
      EXPECT_GE(to_scaled(kernel, thousandths), BootTime{boot}) << thousandths;
      EXPECT_LT(to_scaled(kernel - BootTime{1}, thousandths), BootTime{boot}) << thousandths;
    }
  }
}

TEST(shifted_clock, refuses_a_pace_that_makes_no_sense) {
  EXPECT_FALSE(ShiftedClock::open({kVisit, 0}).ok());
  EXPECT_FALSE(ShiftedClock::open({kVisit, -1}).ok());
  EXPECT_FALSE(ShiftedClock::open({kVisit, 1e9}).ok());
}

}  // namespace
}  // namespace tertulia
