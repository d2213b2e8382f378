// SPDX-License-Identifier: Apache-2.0
// A device whose clock cannot be right trusts no certificate by it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>

#include "hub/sqlite.h"
#include "tests/trust/secure_house.h"

namespace tertulia::trust {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int kMillisecondsOfWatching = 4'000;  // it tries for the first time at once

class a_device_with_a_wrong_clock : public testing::Test {
 protected:
  void SetUp() override { house_.start_hub(); }
  ~a_device_with_a_wrong_clock() override {
    if (HasFailure()) std::cout << house_.logs();
  }
  // As if it had known a good time that is yet to come.
  void has_known(const std::string& milliseconds_since_1970) {
    auto database = hub::Sqlite::open(house_.file("kiosk-1.db"), hub::OpenMode::kCreate);
    ASSERT_TRUE(
        database.value()
            .execute("INSERT OR REPLACE INTO meta VALUES ('mark:time', '" + milliseconds_since_1970 + "')")
            .ok());
  }
  void run_until_it_is_ready() {
    house_.start_device();
    ASSERT_TRUE(SecureHouse::eventually([this] { return house_.is_device_ready(); }));
    EXPECT_EQ(house_.device().stop(), 0);
    ASSERT_TRUE(SecureHouse::eventually([this] { return !house_.is_device_ready(); }));
  }
  [[nodiscard]] std::string broker_log() const { return text_of(house_.file("broker.log")); }

  SecureHouse house_;
};

TEST_F(a_device_with_a_wrong_clock, does_not_come_to_the_broker_until_it_is_right) {
  run_until_it_is_ready();
  ASSERT_THAT(broker_log(), HasSubstr("as kiosk-1"));  // how Mosquitto tells of who comes in
  has_known("4102444800000");                          // the year 2100
  const std::size_t before = broker_log().size();
  house_.start_device();
  poll(nullptr, 0, kMillisecondsOfWatching);
  EXPECT_THAT(broker_log().substr(before), Not(HasSubstr("as kiosk-1")));
  EXPECT_EQ(house_.device().stop(), 0);
  has_known("0");
  run_until_it_is_ready();
}

}  // namespace
}  // namespace tertulia::trust
