// SPDX-License-Identifier: Apache-2.0
// The order of acknowledgements (firmware/domain/ack_order.h), kept by every adapter of the store and by the
// fake.
#include <gmock/gmock.h>

#include "firmware/domain/ack_order.h"
#include "tests/drivers/sqlite/stores.h"

namespace tertulia {
namespace {

template <class Adapter>
class any_store_of_acks : public testing::Test {
 protected:
  Adapter adapter_;
  Store& store_ = adapter_.store();
};
TYPED_TEST_SUITE(any_store_of_acks, AnyStore);

TYPED_TEST(any_store_of_acks, a_hub_whose_clock_was_years_ahead_once_is_followed_when_it_was_set_up_anew) {
  submit(this->store_, 1);
  Ack ahead{this->store_.epoch(), 0, {}, {}, 1'900'000'000'000};
  ahead.hub = "a hub";
  ASSERT_TRUE(this->store_.acknowledge(ahead, at_tap().now).ok());
  Ack now = ack_for(this->store_, 1);
  now.number = 1'800'000'000'000;
  now.hub = "set up anew";
  ASSERT_TRUE(this->store_.acknowledge(now, at_tap().now).ok());
  EXPECT_THAT(waiting(this->store_), testing::IsEmpty());
  EXPECT_EQ(this->store_.high_water_marks().value().at(kLastAck), now.number);
}

}  // namespace
}  // namespace tertulia
