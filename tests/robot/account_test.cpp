// SPDX-License-Identifier: Apache-2.0
// The judge must find what is wrong: each test plants one fault in the account of an otherwise good visit.
#include "tests/robot/account.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/robot/answers.h"

namespace tertulia::robot {
namespace {

std::string answer(int number) { return canonical("fr", {{"useful", "very_useful"}, {"learned", number}}); }

// Two visitors, thanked, and every station in agreement.
class account : public testing::Test {
 protected:
  account() {
    for (int number : {1, 2}) {
      ledger_.sends(answer(number));
      ledger_.saw_thanks();
      hub_.answers.push_back(answer(number));
    }
    hub_.ids = {"a", "b"};
    device_.stored = device_.acknowledged = published_ = {"a", "b"};
  }
  [[nodiscard]] bool settled() const { return is_settled({ledger_, device_, published_, hub_, 0}); }

  Ledger ledger_;
  DeviceHolds device_;
  std::set<std::string> published_;
  HubHolds hub_;
};

TEST_F(account, is_settled_when_every_station_holds_what_was_tapped) { EXPECT_TRUE(settled()); }

TEST_F(account, of_nothing_is_not_settled) {
  const Ledger nobody;
  EXPECT_FALSE(is_settled({nobody, {}, {}, {}, 0}));
}

TEST_F(account, finds_an_answer_that_was_thanked_for_and_lost) {
  hub_.ids.pop_back();
  hub_.answers.pop_back();
  EXPECT_EQ(judge(ledger_, hub_).lost, 1U);
  EXPECT_FALSE(settled());
}

TEST_F(account, finds_an_answer_that_is_there_twice) {
  hub_.ids.emplace_back("c");
  hub_.answers.push_back(answer(2));
  EXPECT_EQ(judge(ledger_, hub_).doubled, 1U);
  EXPECT_FALSE(settled());
}

TEST_F(account, finds_an_altered_answer_as_one_lost_and_one_invented) {
  hub_.answers.back() = answer(3);
  EXPECT_EQ(judge(ledger_, hub_).lost, 1U);
  EXPECT_EQ(judge(ledger_, hub_).invented, 1U);
}

TEST_F(account, finds_an_answer_under_another_id_at_the_hub) {
  hub_.ids.back() = "c";
  EXPECT_FALSE(settled());
}

TEST_F(account, is_not_settled_while_the_device_waits_for_the_hub) {
  device_.acknowledged.erase("b");
  EXPECT_FALSE(settled());
}

TEST_F(account, is_not_settled_when_nobody_heard_an_answer_on_its_way) {
  published_.erase("a");
  EXPECT_FALSE(settled());
}

TEST_F(account, lets_an_undecided_answer_count_or_not) {
  ledger_.sends(answer(3));
  EXPECT_EQ(judge(ledger_, hub_).lost, 0U);
  hub_.answers.push_back(answer(3));
  EXPECT_EQ(judge(ledger_, hub_).invented, 0U);
}

TEST_F(account, knows_a_number_however_it_is_written) {
  EXPECT_EQ(canonical("en", {{"n", 4}}), canonical("en", {{"n", 4.0}}));
}

TEST_F(account, knows_several_choices_in_any_order) {
  EXPECT_EQ(canonical("en", {{"n", {"a", "b"}}}), canonical("en", {{"n", {"b", "a"}}}));
}

}  // namespace
}  // namespace tertulia::robot
