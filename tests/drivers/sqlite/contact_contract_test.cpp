// SPDX-License-Identifier: Apache-2.0
// What firmware/ports/store.h says of contacts, kept by every adapter and by the fake.
#include <gmock/gmock.h>

#include "tests/drivers/sqlite/stores.h"

namespace tertulia {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <class Adapter>
class any_store_of_contacts : public testing::Test {
 protected:
  void keep(std::uint8_t number) {
    const SealedContact contact{id_of(number), "lisbon", std::vector<std::uint8_t>(kSealedBytes, number)};
    ASSERT_TRUE(store_.keep_contact(contact, day_of(kTapped)).ok());
  }
  void submit_from(std::uint8_t first, int count) {
    for (int i = 0; i < count; ++i) submit(store_, static_cast<std::uint8_t>(first + i));
  }
  bool send(std::chrono::hours later = std::chrono::hours(0)) {
    Now now = at_tap().now;
    now.wall += later;
    return store_.send_contacts(now).value();
  }
  // Ids in the order of the outbox.
  std::vector<std::string> sent() {
    std::vector<std::string> ids;
    for (const OutboxRow& row : waiting(store_))
      if (row.kind == EventKind::kContact) ids.push_back(row.event_id);
    return ids;
  }

  Adapter adapter_;
  Store& store_ = adapter_.store();
};
TYPED_TEST_SUITE(any_store_of_contacts, AnyStore);

TYPED_TEST(any_store_of_contacts, sends_none_while_few_have_answered) {
  this->keep(101);
  this->submit_from(1, 4);
  EXPECT_FALSE(this->send());
  EXPECT_THAT(this->sent(), IsEmpty());
  EXPECT_EQ(this->store_.inventory().value().contacts, 1U);
}

TYPED_TEST(any_store_of_contacts, sends_all_in_the_order_of_their_ids_when_five_have_answered) {
  this->submit_from(1, 2);
  for (const auto number : std::initializer_list<std::uint8_t>{105, 101, 103}) this->keep(number);
  this->submit_from(3, 3);
  EXPECT_TRUE(this->send());
  EXPECT_THAT(this->sent(), ElementsAre(id_of(101).text(), id_of(103).text(), id_of(105).text()));
  EXPECT_EQ(this->store_.inventory().value().contacts, 0U);
}

// Else who came last before the next sending would be the one who left the contact.
TYPED_TEST(any_store_of_contacts, counts_anew_whenever_enough_have_answered_with_or_without_contacts) {
  this->submit_from(1, 5);
  EXPECT_FALSE(this->send());
  this->submit_from(6, 1);
  this->keep(101);
  EXPECT_FALSE(this->send());
  this->submit_from(7, 4);
  EXPECT_TRUE(this->send());
}

TYPED_TEST(any_store_of_contacts, sends_those_of_a_day_that_is_over) {
  this->keep(101);
  EXPECT_FALSE(this->send());
  EXPECT_TRUE(this->send(std::chrono::hours(24)));
  EXPECT_THAT(this->sent(), ElementsAre(id_of(101).text()));
}

TYPED_TEST(any_store_of_contacts, their_events_have_no_time_but_the_day) {
  this->keep(101);
  ASSERT_TRUE(this->send(std::chrono::hours(24)));
  const auto envelope = wire::from_structured(waiting(this->store_).front().body).value();
  EXPECT_EQ(envelope.time, to_rfc3339(day_of(kTapped)));
  EXPECT_EQ(envelope.recorded_time, to_rfc3339(day_of(kTapped)));
}

TYPED_TEST(any_store_of_contacts, one_leaves_by_its_receipt_and_not_by_its_number) {
  this->keep(101);
  ASSERT_TRUE(this->send(std::chrono::hours(24)));
  ASSERT_TRUE(this->store_.acknowledge({this->store_.epoch(), 1, {}}, at_tap().now).ok());
  EXPECT_THAT(this->sent(), ElementsAre(id_of(101).text()));
  Ack ack = ack_for(this->store_, 1);
  ack.number = 2;
  ASSERT_TRUE(this->store_.acknowledge(ack, at_tap().now).ok());
  EXPECT_THAT(this->sent(), IsEmpty());
}

TYPED_TEST(any_store_of_contacts, one_is_offered_again_to_a_hub_that_was_restored) {
  this->keep(101);
  ASSERT_TRUE(this->send(std::chrono::hours(24)));
  Ack ack = ack_for(this->store_, 1);
  ack.hub = "before";
  ASSERT_TRUE(this->store_.acknowledge(ack, at_tap().now).ok());
  ASSERT_THAT(this->sent(), IsEmpty());
  Ack restored{this->store_.epoch(), 0, {}};
  restored.hub = "after";
  restored.number = ack.number + 1;
  ASSERT_TRUE(this->store_.acknowledge(restored, at_tap().now).ok());
  EXPECT_THAT(this->sent(), ElementsAre(id_of(101).text()));
}

TYPED_TEST(any_store_of_contacts, they_are_no_answers_in_any_count) {
  this->keep(101);
  ASSERT_TRUE(this->send(std::chrono::hours(24)));
  const StoreInventory inventory = this->store_.inventory().value();
  EXPECT_EQ(inventory.submitted, 0U);
  EXPECT_EQ(inventory.waiting, 0U);
  EXPECT_THAT(inventory.slips, IsEmpty());
}

}  // namespace
}  // namespace tertulia
