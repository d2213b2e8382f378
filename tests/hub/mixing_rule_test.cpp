// SPDX-License-Identifier: Apache-2.0
#include "hub/store/mixing_rule.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia::hub {
namespace {

using std::chrono::hours;
using testing::Each;

class mixing_rule : public testing::Test {
 protected:
  void bring(const std::string& crowd, const std::string& giver, std::size_t answers, hours ago = hours(0)) {
    for (std::size_t i = 0; i < answers; ++i) waiting_.push_back({crowd, giver, now_ - ago});
  }
  [[nodiscard]] std::vector<bool> goes() const { return ripe(waiting_, now_); }
  [[nodiscard]] std::size_t count() const {
    const auto all = goes();
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), true));
  }

  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  std::vector<Waiter> waiting_;
};

TEST_F(mixing_rule, nobody_waits_where_enough_came_from_other_devices) {
  bring("hall", "one", 40);
  bring("hall", "two", kOthers - 1);
  EXPECT_THAT(goes(), Each(false));
  bring("hall", "three", 1);
  EXPECT_THAT(goes(), Each(true));
}

TEST_F(mixing_rule, one_device_alone_makes_nobody_go_however_much_it_sends_at_once) {
  bring("hall", "honest", kOthers - 1);
  bring("hall", "rogue", kMostOfOne);
  EXPECT_THAT(goes(), Each(false));
}

TEST_F(mixing_rule, answers_that_look_different_hide_nobody) {
  bring("hall", "one", kOthers);
  bring("library", "two", kOthers);
  EXPECT_THAT(goes(), Each(false));
}

TEST_F(mixing_rule, a_crowd_goes_with_its_oldest_answer_after_six_hours) {
  bring("hall", "one", 1, kLongestWait);
  bring("hall", "two", 3);
  bring("library", "one", 3, kLongestWait - hours(1));
  EXPECT_EQ(count(), 4U);
}

TEST_F(mixing_rule, a_device_with_too_many_gives_up_its_own_and_nobody_else_s) {
  bring("hall", "honest", 3);
  bring("hall", "rogue", kMostOfOne / 2);
  bring("library", "rogue", kMostOfOne / 2 + 1);
  EXPECT_EQ(count(), kMostOfOne + 1);
  EXPECT_FALSE(goes().front());
}

TEST_F(mixing_rule, what_a_device_may_have_waiting_can_be_less) {
  bring("hall", "one", kBacklog + 1);
  EXPECT_THAT(goes(), Each(false));
  EXPECT_THAT(ripe(waiting_, now_, kBacklog), Each(true));
}

TEST_F(mixing_rule, a_clock_that_was_wrong_makes_nobody_wait_for_ever) {
  bring("hall", "one", 1, hours(-700 * 24));
  EXPECT_THAT(goes(), Each(true));
}

TEST_F(mixing_rule, of_nothing_nothing_goes) { EXPECT_TRUE(goes().empty()); }

}  // namespace
}  // namespace tertulia::hub
