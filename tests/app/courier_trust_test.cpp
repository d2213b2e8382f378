// SPDX-License-Identifier: Apache-2.0
// Whom the courier believes: rows leave by the word of the hub, and of nobody who can only write to the
// broker.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/content.h"
#include "tests/app/a_courier.h"
#include "tests/wire/samples.h"

namespace tertulia {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class courier_trust : public ACourier {
 protected:
  void expect_refused(const Message& message, const std::string& reason) {
    bus.publish(message);
    settle();
    pass(seconds(1));
    EXPECT_THAT(acks, IsEmpty());
    EXPECT_THAT(log, ElementsAre(HasSubstr(reason)));
  }
  Receipt receipt_of(const OutboxRow& row) {
    return wire::receipt_for(wire::from_structured(row.body).value());
  }
};

TEST_F(courier_trust, an_ack_that_nobody_signed_is_refused) {
  hub_comes();
  expect_refused(ack_message({"e", 1, {}}), "not signed");
}

TEST_F(courier_trust, an_answer_is_parked_by_a_refusal_of_the_hub_and_of_nobody_else) {
  hub_comes();
  store(sample<0>());
  settle();
  Ack ack{"e", 1, {}};
  ack.refused = {{stored[0].event_id, stored[0].content, kUnreadable}};
  bus.publish(wire::SigningKey::random().sign(ack_message(ack)));
  settle();
  EXPECT_THAT(parked, IsEmpty());
  acknowledge(ack);
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_EQ(parked[0].event_id, stored[0].event_id);
}

TEST_F(courier_trust, a_refusal_that_the_broker_kept_parks_nothing) {
  Ack ack{"e", 1, {}};
  store(sample<0>());
  ack.refused = {{stored[0].event_id, stored[0].content, kUnreadable}};
  bus.publish(key.sign(ack_message(ack)));
  hub_comes();
  settle();
  EXPECT_EQ(sent(), 1U);
  EXPECT_THAT(parked, IsEmpty());
}

TEST_F(courier_trust, an_ack_that_another_key_signed_is_refused) {
  hub_comes();
  expect_refused(wire::SigningKey::random().sign(ack_message({"e", 1, {}})), "not signed");
}

TEST_F(courier_trust, an_ack_that_was_changed_on_its_way_is_refused) {
  hub_comes();
  Message message = key.sign(ack_message({"e", 1, {}}));
  message.payload = wire::encode(Ack{"e", 2, {}});
  expect_refused(message, "not signed");
}

TEST_F(courier_trust, an_ack_for_another_device_is_refused) {
  hub_comes();
  Message message = key.sign(word("trt/1/valley/kiosk-2/ack", wire::encode(Ack{"e", 1, {}})));
  message.topic = "trt/1/valley/kiosk-1/ack";
  expect_refused(message, "not signed for this device");
}

TEST_F(courier_trust, an_ack_that_is_older_than_one_before_is_refused) {
  hub_comes();
  acknowledge({"e", 3, {}, {}, 20});
  pass(seconds(1));
  acks.clear();
  expect_refused(key.sign(ack_message({"e", 1, {}, {}, 19})), "older");
}

TEST_F(courier_trust, an_ack_that_is_older_than_one_before_the_last_start_is_refused) {
  how.marks = {{kLastAck, 20}};
  SetUp();
  hub_comes();
  expect_refused(key.sign(ack_message({"e", 1, {}, {}, 19})), "older");
}

TEST_F(courier_trust, an_ack_of_a_hub_that_was_set_up_anew_is_followed_whatever_its_number) {
  hub_comes();
  Ack of_hub{"e", 3, {}, {}, 2000};
  of_hub.hub = "whose clock was wrong";
  acknowledge(of_hub);
  pass(seconds(1));
  acks.clear();
  of_hub.hub = "set up anew";
  of_hub.number = 20;
  acknowledge(of_hub);
  pass(seconds(1));
  EXPECT_EQ(acks.size(), 1U);
}

TEST_F(courier_trust, the_retained_ack_may_be_heard_again) {
  hub_comes();
  acknowledge({"e", 3, {}, {}, 20});
  pass(seconds(1));
  acks.clear();
  acknowledge({"e", 3, {}, {}, 20});
  pass(seconds(1));
  EXPECT_THAT(log, IsEmpty());
  EXPECT_EQ(acks.size(), 1U);
}

TEST_F(courier_trust, while_one_key_replaces_another_both_are_believed) {
  how.hub_keys = {wire::SigningKey::random().public_key(), key.public_key()};
  SetUp();
  hub_comes();
  acknowledge(1);
  pass(seconds(1));
  EXPECT_EQ(acks.size(), 1U);
}

TEST_F(courier_trust, without_a_key_nobody_is_believed) {
  how.hub_keys.clear();
  SetUp();
  hub_comes();
  expect_refused(key.sign(ack_message({"e", 1, {}})), "not signed");
}

TEST_F(courier_trust, a_forged_ack_does_not_stop_the_row_from_being_sent_again) {
  hub_comes();
  store(event::Audited{"start"});
  settle();
  expect_refused(wire::SigningKey::random().sign(ack_message({"e", 1, {}})), "not signed");
  pass(seconds(60));
  EXPECT_EQ(sent(), 2U);
}

TEST_F(courier_trust, an_answer_is_sent_again_until_its_receipt_comes) {
  hub_comes();
  store(sample<0>());
  settle();
  acknowledge(1);
  pass(seconds(60));
  EXPECT_EQ(sent(), 2U) << "the number alone is no receipt";
  const Receipt receipt = receipt_of(stored[0]);
  stored.clear();  // as the keeper does
  acknowledge({"e", 1, {}, {receipt}});
  pass(seconds(120));
  EXPECT_EQ(sent(), 2U);
}

TEST_F(courier_trust, a_receipt_for_another_content_does_not_let_an_answer_go) {
  hub_comes();
  store(sample<0>());
  settle();
  Receipt wrong = receipt_of(stored[0]);
  wrong.content.front() = wrong.content.front() == 'a' ? 'b' : 'a';
  acknowledge({"e", 1, {}, {wrong}});
  EXPECT_THAT(log, ElementsAre(HasSubstr("another content")));
  pass(seconds(60));
  EXPECT_EQ(sent(), 2U);
}

TEST_F(courier_trust, what_a_hub_said_before_it_was_restored_is_not_mixed_with_what_it_says_now) {
  hub_comes();
  pass(seconds(1));
  acks.clear();
  const std::vector<Receipt> old{{some_id().text(), std::string(64, '1')}};
  bus.publish(key.sign(ack_message({"e", 4, {}, old, 8, "h1"})));
  bus.publish(key.sign(ack_message({"e", 2, {}, {}, 9, "h2"})));
  settle();
  pass(seconds(1));
  ASSERT_EQ(acks.size(), 2U);
  EXPECT_EQ(acks[0].hub, "h1");
  EXPECT_EQ(acks[0].receipts, old);
  EXPECT_EQ(acks[1].hub, "h2");
  EXPECT_THAT(acks[1].receipts, IsEmpty());
  EXPECT_THAT(log, ElementsAre(HasSubstr("restored from a backup")));
}

TEST_F(courier_trust, the_receipts_of_several_acks_reach_the_keeper_together) {
  hub_comes();
  pass(seconds(1));
  const auto with = [](char digit) {
    return std::vector<Receipt>{{some_id().text(), std::string(64, digit)}};
  };
  bus.publish(key.sign(ack_message({"e", 1, {}, with('1'), 8})));
  bus.publish(key.sign(ack_message({"e", 2, {}, with('2'), 9})));
  it->turn();
  settle();
  pass(seconds(1));
  std::vector<Receipt> handed;
  for (const Ack& ack : acks) handed.insert(handed.end(), ack.receipts.begin(), ack.receipts.end());
  EXPECT_THAT(handed, ElementsAre(with('1')[0], with('2')[0]));
  EXPECT_EQ(acks.back().number, 9U);
}

}  // namespace
}  // namespace tertulia
