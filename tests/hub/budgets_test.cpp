// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/budgets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia::hub {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::IsEmpty;
using testing::SizeIs;

const wire::Origin kOne{"demo", "one"};
const wire::Origin kOther{"demo", "other"};

// How many of `count` messages are taken.
std::size_t taken(Budgets& budgets, const wire::Origin& device, std::size_t count, BootTime now) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += budgets.takes(device, now) ? 1 : 0;
  return sum;
}

TEST(budgets, a_burst_is_taken_whole_and_afterwards_a_steady_rate) {
  Budgets budgets({.messages = {100, 10}});
  EXPECT_EQ(taken(budgets, kOne, 150, seconds(0)), 100U);
  EXPECT_EQ(taken(budgets, kOne, 150, seconds(3)), 30U);
}

TEST(budgets, what_one_uses_another_has) {
  Budgets budgets({.messages = {100, 0}});
  EXPECT_EQ(taken(budgets, kOne, 1'000, seconds(0)), 100U);
  EXPECT_EQ(taken(budgets, kOther, 100, seconds(0)), 100U);
}

TEST(budgets, an_honest_device_brings_all_that_its_store_can_hold_at_once) {
  Budgets budgets;
  constexpr std::size_t kRows = 270'000;  // the sum of [store.budgets]
  constexpr std::size_t kBytes = 490U << 20U;
  std::size_t refused = 0;
  for (std::size_t i = 0; i < kRows; ++i) {
    const BootTime now = hours(72) + milliseconds(i / 5);
    refused += budgets.takes(kOne, now) ? 0 : 1;
    budgets.stored(kOne, kBytes / kRows + 512, now);
  }
  EXPECT_EQ(refused, 0U);
  EXPECT_THAT(budgets.take_news(), IsEmpty());
}

TEST(budgets, an_honest_device_whose_line_breaks_for_hours_may_send_the_same_thousand_rows_each_time) {
  Budgets budgets;
  std::size_t sum = 0;
  for (int time = 0; time < 4 * 360; ++time) sum += taken(budgets, kOne, 1'000, seconds(10) * time);
  EXPECT_EQ(sum, 4U * 360 * 1'000);
}

TEST(budgets, rows_and_bytes_that_are_stored_are_paid_before_more_is_taken) {
  Budgets rows({.rows = {10, 1}});
  for (int i = 0; i < 30; ++i) rows.stored(kOne, 1, seconds(0));
  EXPECT_FALSE(rows.takes(kOne, seconds(20)));
  EXPECT_TRUE(rows.takes(kOne, seconds(22)));
  Budgets bytes({.bytes = {1'000, 100}});
  bytes.stored(kOne, 2'000, seconds(0));
  EXPECT_FALSE(bytes.takes(kOne, seconds(9)));
  EXPECT_TRUE(bytes.takes(kOne, seconds(11)));
}

TEST(budgets, epochs_and_what_is_set_aside_have_budgets_of_their_own) {
  Budgets budgets({.epochs = {2, 0}, .set_aside = {1, 0}});
  EXPECT_TRUE(budgets.begins_epoch(kOne, seconds(0)));
  EXPECT_TRUE(budgets.begins_epoch(kOne, seconds(0)));
  EXPECT_FALSE(budgets.begins_epoch(kOne, seconds(0)));
  EXPECT_TRUE(budgets.sets_aside(kOne, seconds(0)));
  EXPECT_FALSE(budgets.sets_aside(kOne, seconds(0)));
  EXPECT_TRUE(budgets.takes(kOne, seconds(0)));
}

TEST(budgets, going_over_is_said_once_and_again_after_a_rest) {
  Budgets budgets({.messages = {10, 1}});
  taken(budgets, kOne, 100, seconds(0));
  taken(budgets, kOne, 100, seconds(1));
  const auto news = budgets.take_news();
  ASSERT_THAT(news, SizeIs(1));
  EXPECT_EQ(news[0].device.device, "one");
  EXPECT_EQ(news[0].budget, Budget::kMessages);
  taken(budgets, kOne, 100, seconds(20));
  EXPECT_THAT(budgets.take_news(), SizeIs(1));
}

TEST(budgets, a_clock_that_stands_still_gives_nothing_and_takes_nothing) {
  Budgets budgets({.messages = {5, 100}});
  taken(budgets, kOne, 3, seconds(9));
  EXPECT_EQ(taken(budgets, kOne, 10, seconds(9)), 2U);
}

TEST(budgets, any_number_of_names_is_bounded_in_memory_and_leaves_the_others_as_they_are) {
  Budgets budgets({.messages = {10, 0}});
  taken(budgets, kOne, 10, seconds(0));
  for (int number = 0; number < 50'000; ++number)
    EXPECT_TRUE(budgets.takes({"demo", std::to_string(number)}, seconds(0)));
  EXPECT_FALSE(budgets.takes(kOne, seconds(0)));
}

}  // namespace
}  // namespace tertulia::hub
