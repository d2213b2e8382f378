// SPDX-License-Identifier: Apache-2.0
// An answer that the hub does not count stays on its device, and both sides say so: with the real store, the
// real courier and the hub's real database.
#include <gmock/gmock.h>

#include "hub/collect/writer.h"
#include "hub/numbers/queries.h"
#include "tests/app/a_courier.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/hub/test_database.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class held_back : public ACourier {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  hub::TestDatabase hub_database_{hub::Kind::kSqlite};
  hub::Announcements announcements_;
  hub::Writer hub_ =
      hub::Writer::open(hub::Database::open(hub_database_.name()).value(), clock, announcements_).value();
  std::size_t heard_ = 0;  // messages on the bus that the hub has taken in

  [[nodiscard]] Store& store() { return *opened_.store; }
  [[nodiscard]] hub::Reader hub_reader() { return hub::Reader::open(hub_database_.name()).value(); }
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
  void hub_takes() {
    const auto published = bus.published_on("trt/1/valley/kiosk-1/ev/#");
    std::vector<hub::Arrival> batch;
    for (; heard_ < published.size(); ++heard_) batch.push_back(hub::sort_message(published[heard_]));
    ASSERT_TRUE(hub_.write(batch).ok());
    for (const hub::StreamAck& each : announcements_.take()) acknowledge(each.ack);
  }
  void everything_arrives() {
    for (int turn = 0; turn < 10; ++turn) {
      ASSERT_TRUE(in.put(to_courier::NewRows{}));
      pass(minutes(1));
      hub_takes();
      for (const auto& letter : std::exchange(parked, {}))
        ASSERT_TRUE(store().park(letter.event_id, letter.reason).ok());
    }
  }
  void restart_the_device() {
    it.reset();
    opened_.store.reset();
    opened_ = open(folder_.file(), device_);
    ASSERT_TRUE(store().unpark({}).ok());
    SetUp();
  }
  // The name of a question as no form has it: the store keeps it, the wire format refuses it.
  void submit_what_the_hub_cannot_read(std::uint8_t number) {
    Submission given = submitted(number);
    given.answers["a\nb"] = "unreadable";
    ASSERT_TRUE(store().close_submission(given, at_tap()).ok());
  }
};

TEST_F(held_back, what_the_hub_cannot_read_stays_on_the_device_and_both_sides_say_so) {
  hub_comes();
  submit(store(), 1);
  submit_what_the_hub_cannot_read(2);
  submit(store(), 3);
  note(store());
  everything_arrives();
  const StoreInventory here = store().inventory().value();
  EXPECT_EQ(here.submitted, 3U);
  EXPECT_EQ(here.receipted, 2U);
  EXPECT_EQ(here.waiting, 1U);
  EXPECT_THAT(here.parked, ElementsAre(Pair(testing::HasSubstr("cannot read it"), 1U)));
  EXPECT_EQ(here.slips.at(0).held_back, 1U);
  EXPECT_EQ(hub_reader().submission_count().value(), 2U);
  EXPECT_THAT(hub_reader().set_aside().value(),
              ElementsAre(hub::SetAside{1, true, "main-hall", "visit-day"}));
  // The words of what the hub counts are those that the device expects of it.
  EXPECT_EQ(hub_reader().slips().value().at(0).receipted_sum, here.slips.at(0).receipted_sum);
}

TEST_F(held_back, its_content_is_not_erased_after_the_grace_period) {
  hub_comes();
  submit_what_the_hub_cannot_read(1);
  everything_arrives();
  Now later = at_tap().now;
  later.boot += hours(1000);
  later.wall += hours(1000);
  while (store().purge(later).value()) {
  }
  ASSERT_TRUE(store().unpark({}).ok());
  ASSERT_THAT(waiting(store()), SizeIs(1));
  EXPECT_NE(waiting(store())[0].body.find("a\\nb"), std::string::npos);
}

TEST_F(held_back, it_is_sent_once_more_after_a_restart_and_not_again_before) {
  hub_comes();
  submit_what_the_hub_cannot_read(1);
  everything_arrives();
  const std::size_t once = sent();
  everything_arrives();
  EXPECT_EQ(sent(), once);
  restart_the_device();
  everything_arrives();
  EXPECT_EQ(sent(), once + 1);
  EXPECT_EQ(store().counts().value().parked, 1U);
}

TEST_F(held_back, other_answers_under_a_number_that_the_hub_knows_are_held_back_too) {
  hub_comes();
  submit(store(), 1, "first");
  everything_arrives();
  // The same id on a device whose database is another one: a copied card, for example.
  opened_.store.reset();
  opened_ = open(folder_.file("other.db"), device_);
  SetUp();
  submit(store(), 1, "second");
  everything_arrives();
  EXPECT_EQ(store().counts().value(), (StoreCounts{1, 0, 1, 1, 1}));
  EXPECT_EQ(store().inventory().value().slips.at(0).held_back, 1U);
  EXPECT_EQ(hub_reader().submission_count().value(), 1U);
  EXPECT_THAT(hub_reader().set_aside().value(),
              ElementsAre(hub::SetAside{1, true, "main-hall", "visit-day"}));
}

}  // namespace
}  // namespace tertulia
