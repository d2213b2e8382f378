// SPDX-License-Identifier: Apache-2.0
// A hub that is restored from a backup gets again what it lost: with the real store and the real courier.
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "firmware/wire/content.h"
#include "tests/app/a_courier.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using testing::IsEmpty;
using testing::SizeIs;

// What a hub holds; a copy of it is a backup.
struct HubDatabase {
  std::string epoch;
  std::map<std::string, wire::Envelope> events;  // by id: once
};

class restored_hub : public ACourier {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  HubDatabase hub_{"h1", {}};
  std::uint64_t commits_ = 0;
  std::size_t heard_ = 0;  // messages on the bus that it has taken in

  [[nodiscard]] Store& store() { return *opened_.store; }
  void SetUp() override {
    how.epoch = store().epoch();
    how.marks = store().high_water_marks().value();
    ACourier::SetUp();
  }
  void take(const to_keeper::Acknowledge& letter) override {
    ASSERT_TRUE(store().acknowledge(letter.ack, letter.now).ok());
  }
  void answer(const to_keeper::TakeWaiting& take) override {
    ASSERT_TRUE(in.put(to_courier::Waiting{store().waiting(take.after, take.limit).value()}));
  }
  void restart_the_device() {
    it.reset();
    opened_.store.reset();
    opened_ = open(folder_.file(), device_);
    SetUp();
  }

  // What was published since the last time; then the hub's word for what it holds.
  void hub_takes() {
    std::vector<Receipt> receipts;
    const auto published = bus.published_on("trt/1/valley/kiosk-1/ev/#");
    for (; heard_ < published.size(); ++heard_) {
      const auto envelope = wire::from_message(published[heard_]).value();
      hub_.events.emplace(envelope.id, envelope);
      if (is_given(envelope.kind)) receipts.push_back(wire::receipt_for(envelope));
    }
    std::set<std::uint64_t> numbers;
    for (const auto& [id, envelope] : hub_.events) numbers.insert(envelope.sequence);
    Ack ack{store().epoch(), 0, {}, receipts, ++commits_, hub_.epoch};
    while (numbers.contains(ack.seq + 1)) ++ack.seq;
    acknowledge(ack);
    pass(seconds(1));
  }
  void everything_arrives() {
    for (int turn = 0; turn < 20; ++turn) {
      ASSERT_TRUE(in.put(to_courier::NewRows{}));
      settle();
      hub_takes();
    }
  }
  void restore(HubDatabase backup, const std::string& epoch) {
    hub_ = std::move(backup);
    hub_.epoch = epoch;
  }
  void live_until(std::uint8_t last) {
    for (; next_ <= last; ++next_) {
      submit(store(), next_);
      note(store());
    }
    everything_arrives();
  }
  std::uint8_t next_ = 1;
};

TEST_F(restored_hub, gets_again_everything_that_is_not_purged) {
  hub_comes();
  live_until(3);
  const HubDatabase backup = hub_;
  live_until(8);
  ASSERT_THAT(hub_.events, SizeIs(16));
  const HubDatabase lost = hub_;
  restore(backup, "h2");
  everything_arrives();
  EXPECT_EQ(hub_.events, lost.events);
  EXPECT_EQ(store().counts().value(), (StoreCounts{8, 8, 0, 0, 8}));
}

// The control: this is what the epoch is for.
TEST_F(restored_hub, that_does_not_tell_it_by_its_epoch_stays_without) {
  hub_comes();
  live_until(3);
  const HubDatabase backup = hub_;
  live_until(8);
  for (const char* epoch : {"h1", ""}) {
    restore(backup, epoch);
    everything_arrives();
    EXPECT_THAT(hub_.events, SizeIs(6));
  }
}

TEST_F(restored_hub, counts_go_back_and_come_again) {
  hub_comes();
  live_until(3);
  const HubDatabase backup;
  restore(backup, "h2");
  bus.stop();  // so that nothing is sent yet
  settle();
  ASSERT_TRUE(store().acknowledge({store().epoch(), 0, {}, {}, ++commits_, "h2"}, clock.now()).ok());
  EXPECT_EQ(store().counts().value(), (StoreCounts{3, 0, 6, 0, 3}));
}

TEST_F(restored_hub, is_noticed_although_the_device_was_started_again_in_between) {
  hub_comes();
  live_until(5);
  restart_the_device();
  restore({}, "h2");
  everything_arrives();
  EXPECT_THAT(hub_.events, SizeIs(10));
}

TEST_F(restored_hub, gets_the_rows_in_their_order_and_not_too_many_at_once) {
  hub_comes();
  live_until(60);
  restore({}, "h2");
  const std::size_t before = sent();
  everything_arrives();
  const auto published = bus.published_on("trt/1/valley/kiosk-1/ev/#");
  std::uint64_t last = 0;
  for (std::size_t index = before; index < published.size(); ++index) {
    const auto seq = wire::from_message(published[index]).value().sequence;
    EXPECT_GT(seq, last);
    last = seq;
  }
  EXPECT_EQ(published.size() - before, 120U);
  EXPECT_THAT(hub_.events, SizeIs(120));
}

TEST_F(restored_hub, gets_what_is_kept_before_what_has_waited_since) {
  hub_comes();
  live_until(5);
  restore({}, "h2");
  submit(store(), 100);
  everything_arrives();
  EXPECT_THAT(hub_.events, SizeIs(11));
  EXPECT_THAT(waiting(store()), IsEmpty());
}

TEST_F(restored_hub, does_not_get_what_is_purged) {
  hub_comes();
  live_until(3);
  while (store().purge(earlier(clock.now(), -hours(50))).value()) continue;
  restore({}, "h2");
  everything_arrives();
  EXPECT_THAT(hub_.events, IsEmpty());
  EXPECT_EQ(store().counts().value(), (StoreCounts{3, 3, 0, 0, 3}));
}

}  // namespace
}  // namespace tertulia
