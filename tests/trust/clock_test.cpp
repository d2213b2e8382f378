// SPDX-License-Identifier: Apache-2.0
// A device whose clock cannot be right trusts no certificate by it.
#include "drivers/linux/clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>

#include "hub/store/sql.h"
#include "tests/trust/secure_site.h"

namespace tertulia::trust {
namespace {

using testing::HasSubstr;

constexpr int kMillisecondsOfWatching = 4'000;  // it tries for the first time at once

class a_device_with_a_wrong_clock : public testing::Test {
 protected:
  void SetUp() override { site_.start_hub(); }
  ~a_device_with_a_wrong_clock() override {
    if (HasFailure()) std::cout << site_.logs();
  }
  // As if it had known a good time that is yet to come.
  void has_known(const std::string& milliseconds_since_1970) {
    const auto database = hub::Sql::open(site_.file("kiosk-1.db"), hub::OpenMode::kCreate);
    ASSERT_TRUE(database.value()
                    ->run("INSERT OR REPLACE INTO meta VALUES ('mark:time', $1)", {milliseconds_since_1970})
                    .ok());
  }
  void run_until_it_is_ready() {
    site_.start_device();
    ASSERT_TRUE(SecureSite::eventually([this] { return site_.is_device_ready(); }));
    EXPECT_EQ(site_.device().stop(), 0);
    ASSERT_TRUE(SecureSite::eventually([this] { return !site_.is_device_ready(); }));
  }
  [[nodiscard]] std::string broker_log() const { return text_of(site_.file("broker.log")); }

  SecureSite site_;
};

// A clock that the network sets is believed all the same: then this machine's device comes in.
TEST_F(a_device_with_a_wrong_clock, does_not_come_to_the_broker_until_it_is_right) {
  const bool is_believed = is_good(SystemClock::open().value().now().quality);
  run_until_it_is_ready();
  ASSERT_THAT(broker_log(), HasSubstr("as kiosk-1"));  // how Mosquitto tells of who comes in
  has_known("4102444800000");                          // the year 2100
  const std::size_t before = broker_log().size();
  site_.start_device();
  poll(nullptr, 0, kMillisecondsOfWatching);
  EXPECT_EQ(broker_log().find("as kiosk-1", before) != std::string::npos, is_believed);
  EXPECT_EQ(site_.device().stop(), 0);
  has_known("0");
  run_until_it_is_ready();
}

}  // namespace
}  // namespace tertulia::trust
