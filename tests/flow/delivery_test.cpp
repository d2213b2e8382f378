// SPDX-License-Identifier: Apache-2.0
// From a tap on the glass to a row in the hub's database, with real programs and whatever may happen to them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/flow/site.h"
#include "tests/robot/account.h"
#include "tests/robot/visitor.h"

namespace tertulia::flow {
namespace {

using robot::Visitor;

// A kiosk, a visitor before it, and what the visitor remembers.
class delivery : public testing::Test {
 protected:
  ~delivery() override {
    if (HasFailure()) std::cout << site_.logs();
  }

  void open_kiosk() {
    glass_.reset();
    site_.start_device();
    glass_ = site_.before("kiosk");
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
    site_.device().kill();
  }

  // The robot's memory, the device and the hub tell the same.
  void expect_nothing_lost_nothing_twice() {
    ASSERT_TRUE(site_.everything_arrives()) << site_.device_holds().waiting << " rows still wait";
    const auto device = site_.device_holds();
    const auto hub = site_.hub_holds();
    const auto verdict = robot::judge(ledger_, hub);
    EXPECT_EQ(verdict.lost, 0U);
    EXPECT_EQ(verdict.doubled, 0U);
    EXPECT_EQ(verdict.invented, 0U);
    EXPECT_EQ(hub.ids.size(), ledger_.thanked().size());
    EXPECT_THAT(hub.ids, testing::UnorderedElementsAreArray(device.stored));
    EXPECT_EQ(hub.quarantined, 0U);
  }

  Site site_{{"kiosk"}};
  robot::Ledger ledger_;
  std::unique_ptr<robot::Glass> glass_;
  std::unique_ptr<Visitor> visitor_;
  unsigned seed_ = 0;
};

TEST_F(delivery, a_tap_becomes_a_row_at_the_hub) {
  site_.start_hub();
  open_kiosk();
  answers({"fr", "ar"});
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(site_.hub_holds().ids.size(), 2U);
}

TEST_F(delivery, nothing_is_lost_or_doubled_though_broker_hub_and_device_are_killed) {
  site_.start_hub();
  open_kiosk();
  answers({"en"});
  site_.broker().kill();
  answers({"fr", "ka"});
  ASSERT_TRUE(site_.broker().start());
  answers({"es"});
  site_.hub().kill();
  answers({"am"});
  site_.start_hub();
  answers_and_the_device_dies("pt");
  open_kiosk();
  answers({"sw"});
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(site_.hub_holds().ids.size(), 7U);
}

TEST_F(delivery, answers_that_nobody_sent_are_not_counted_after_a_crash) {
  site_.start_hub();
  open_kiosk();
  visitor_->fill("en");
  site_.device().kill();
  open_kiosk();
  answers({"fr"});
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(site_.hub_holds().ids.size(), 1U);
}

TEST_F(delivery, answers_given_without_a_network_are_sent_after_the_next_start) {
  site_.broker().kill();
  open_kiosk();
  answers({"en", "ar"});
  EXPECT_EQ(site_.device().stop(), 0);
  EXPECT_GE(site_.device_holds().waiting, 2U);
  ASSERT_TRUE(site_.broker().start());
  site_.start_hub();
  open_kiosk();
  expect_nothing_lost_nothing_twice();
  EXPECT_EQ(site_.hub_holds().ids.size(), 2U);
}

TEST_F(delivery, a_clean_stop_is_told_to_the_hub) {
  site_.start_hub();
  open_kiosk();
  ASSERT_TRUE(Site::eventually([&] { return robot::device_state(site_.hub_file()) == "ready"; }));
  EXPECT_EQ(site_.device().stop(), 0);
  EXPECT_TRUE(Site::eventually([&] { return robot::device_state(site_.hub_file()) == "disconnected"; }))
      << robot::device_state(site_.hub_file());
  EXPECT_EQ(site_.hub().stop(), 0);
}

}  // namespace
}  // namespace tertulia::flow
