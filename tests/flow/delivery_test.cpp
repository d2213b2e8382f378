// SPDX-License-Identifier: Apache-2.0
// From a tap on the glass to a row in the hub's database, with real programs and whatever may happen to them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/flow/house.h"
#include "tests/robot/account.h"
#include "tests/robot/visitor.h"

namespace tertulia::flow {
namespace {

using robot::Visitor;

// A kiosk, a visitor before it, and what the visitor remembers.
class delivery : public testing::Test {
 protected:
  ~delivery() override {
    if (HasFailure()) std::cout << house_.logs();
  }

  void open_kiosk() {
    glass_.reset();
    house_.start_device();
    glass_ = house_.before("kiosk");
    visitor_ = std::make_unique<Visitor>(*glass_, ledger_, ++seed_);
  }
  void answers(std::initializer_list<const char*> languages) {
    for (const char* language : languages) {
      visitor_->answer(language);
      visitor_->leave();
    }
  }
  void answers_and_the_device_dies(const char* language) {
    visitor_->answer(language);
    house_.device().kill();
  }

  // The robot's memory, the device and the hub tell the same.
  void expect_nothing_lost_nothing_twice() {
    ASSERT_TRUE(house_.everything_arrives()) << house_.device_holds().waiting << " rows still wait";
    const auto device = house_.device_holds();
    const auto hub = house_.hub_holds();
    const auto verdict = robot::judge(ledger_, hub);
    EXPECT_EQ(verdict.lost, 0U);
    EXPECT_EQ(verdict.doubled, 0U);
    EXPECT_EQ(verdict.invented, 0U);
    EXPECT_EQ(hub.ids.size(), ledger_.thanked().size());
    EXPECT_THAT(hub.ids, testing::UnorderedElementsAreArray(device.stored));
    EXPECT_EQ(hub.quarantined, 0U);
  }

  House house_{{"kiosk"}};
  robot::Ledger ledger_;
  std::unique_ptr<robot::Glass> glass_;
  std::unique_ptr<Visitor> visitor_;
  unsigned seed_ = 0;
};

TEST_F(delivery, a_tap_becomes_a_row_at_the_hub) {
  house_.start_hub();
  open_kiosk();
  answers({"fr", "ar"});
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(house_.hub_holds().ids.size(), 2U);
}

TEST_F(delivery, nothing_is_lost_or_doubled_though_broker_hub_and_device_are_killed) {
  house_.start_hub();
  open_kiosk();
  answers({"en"});
  house_.broker().kill();
  answers({"fr", "ka"});
  ASSERT_TRUE(house_.broker().start());
  answers({"es"});
  house_.hub().kill();
  answers({"am"});
  house_.start_hub();
  answers_and_the_device_dies("pt");
  open_kiosk();
  answers({"sw"});
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(house_.hub_holds().ids.size(), 7U);
}

TEST_F(delivery, answers_that_nobody_sent_are_not_counted_after_a_crash) {
  house_.start_hub();
  open_kiosk();
  visitor_->fill("en");
  house_.device().kill();
  open_kiosk();
  answers({"fr"});
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(house_.hub_holds().ids.size(), 1U);
}

TEST_F(delivery, answers_given_without_a_network_are_sent_after_the_next_start) {
  house_.broker().kill();
  open_kiosk();
  answers({"en", "ar"});
  EXPECT_EQ(house_.device().stop(), 0);
  EXPECT_GE(house_.device_holds().waiting, 2U);
  ASSERT_TRUE(house_.broker().start());
  house_.start_hub();
  open_kiosk();
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(house_.hub_holds().ids.size(), 2U);
}

TEST_F(delivery, a_clean_stop_is_told_to_the_hub) {
  house_.start_hub();
  open_kiosk();
  ASSERT_TRUE(House::eventually([&] { return robot::device_state(house_.hub_file()) == "ready"; }));
  EXPECT_EQ(house_.device().stop(), 0);
  EXPECT_TRUE(House::eventually([&] { return robot::device_state(house_.hub_file()) == "disconnected"; }))
      << robot::device_state(house_.hub_file());
  EXPECT_EQ(house_.hub().stop(), 0);
}

}  // namespace
}  // namespace tertulia::flow
