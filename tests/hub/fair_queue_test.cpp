// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/fair_queue.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/hub/events.h"

namespace tertulia::hub {
namespace {

using std::chrono::milliseconds;
using testing::IsEmpty;
using testing::SizeIs;

const Device kRogue{{"demo", "rogue"}, "e1"};
const Device kHonest{{"demo", "honest"}, "e1"};

class fair_queue : public testing::Test {
 protected:
  static std::vector<Arrival> take(FairQueue& queue, std::size_t count) {
    return queue.take_batch({count, milliseconds(0)}, milliseconds(0));
  }
  static std::size_t of(const Device& device, const std::vector<Arrival>& batch) {
    std::size_t count = 0;
    for (const Arrival& each : batch) {
      const wire::Origin* origin = origin_of(each);
      count += origin != nullptr && origin->device == device.origin.device ? 1 : 0;
    }
    return count;
  }
  static std::size_t flood(FairQueue& queue, const Device& device, std::uint64_t rows) {
    std::size_t taken = 0;
    for (std::uint64_t seq = 1; seq <= rows; ++seq)
      taken += queue.put(sort_message(audit(device, seq))) ? 1 : 0;
    return taken;
  }
};

TEST_F(fair_queue, gives_what_one_device_sends_in_its_order) {
  FairQueue queue;
  EXPECT_EQ(flood(queue, kHonest, 5), 5U);
  const auto batch = take(queue, 10);
  ASSERT_THAT(batch, SizeIs(5));
  for (std::size_t i = 0; i < batch.size(); ++i) EXPECT_EQ(position_of(batch[i])->sequence, i + 1);
}

TEST_F(fair_queue, who_comes_after_a_thousand_messages_of_another_is_in_the_next_batch) {
  FairQueue queue;
  flood(queue, kRogue, 1'000);
  ASSERT_TRUE(queue.put(sort_message(audit(kHonest, 1))));
  EXPECT_EQ(of(kHonest, take(queue, 2)), 1U);
}

TEST_F(fair_queue, two_who_send_much_get_half_each) {
  FairQueue queue;
  flood(queue, kRogue, 1'000);
  flood(queue, kHonest, 1'000);
  EXPECT_EQ(of(kHonest, take(queue, 100)), 50U);
}

TEST_F(fair_queue, a_device_alone_may_fill_it) {
  FairQueue queue({.waiting = 100'000});
  EXPECT_GT(flood(queue, kHonest, 1'000), 150U);
}

TEST_F(fair_queue, when_it_is_full_the_heaviest_makes_room_with_its_newest) {
  FairQueue queue({.waiting = 100'000});
  const std::size_t before = flood(queue, kRogue, 1'000);
  EXPECT_TRUE(queue.put(sort_message(audit(kHonest, 1))));
  EXPECT_FALSE(queue.put(sort_message(audit(kRogue, 2'000)))) << "and gets none for itself";
  const auto batch = take(queue, 10'000);
  EXPECT_EQ(of(kHonest, batch), 1U);
  EXPECT_LE(of(kRogue, batch), before);
  EXPECT_EQ(position_of(batch.front())->sequence, 1U);
}

TEST_F(fair_queue, a_crowd_of_honest_devices_keeps_a_part_for_each) {
  FairQueue queue({.waiting = 200'000});
  flood(queue, kRogue, 1'000);
  for (int number = 0; number < 20; ++number)
    EXPECT_EQ(flood(queue, {{"demo", "kiosk-" + std::to_string(number)}, "e1"}, 10), 10U) << number;
}

TEST_F(fair_queue, a_batch_is_bounded_in_bytes_and_never_empty_for_that) {
  FairQueue queue({.batch = 5'000});
  flood(queue, kHonest, 100);
  EXPECT_LT(take(queue, 100).size(), 12U);
  FairQueue narrow({.batch = 1});
  flood(narrow, kHonest, 3);
  EXPECT_THAT(take(narrow, 100), SizeIs(1));
}

TEST_F(fair_queue, what_is_the_hub_s_own_is_always_taken_and_comes_first) {
  FairQueue queue({.waiting = 10'000});
  flood(queue, kRogue, 1'000);
  EXPECT_TRUE(queue.put(arrival::Reconnected{}));
  EXPECT_TRUE(std::holds_alternative<arrival::Reconnected>(take(queue, 1).at(0)));
}

TEST_F(fair_queue, closed_it_takes_nothing_and_gives_what_it_has) {
  FairQueue queue;
  flood(queue, kHonest, 2);
  queue.close();
  EXPECT_FALSE(queue.put(sort_message(audit(kHonest, 3))));
  EXPECT_TRUE(queue.wait_closed(milliseconds(0)));
  EXPECT_THAT(take(queue, 10), SizeIs(2));
  EXPECT_THAT(take(queue, 10), IsEmpty());
}

TEST_F(fair_queue, wakes_the_one_who_waits) {
  FairQueue queue;
  std::thread sender([&] { flood(queue, kHonest, 3); });
  std::size_t taken = 0;
  while (taken < 3) taken += queue.take_batch({10, milliseconds(1)}, std::chrono::seconds(10)).size();
  sender.join();
  EXPECT_EQ(queue.size(), 0U);
}

}  // namespace
}  // namespace tertulia::hub
