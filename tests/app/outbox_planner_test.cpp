// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/outbox_planner.h"

#include <map>

#include <gtest/gtest.h>

#include "firmware/wire/signature.h"

namespace tertulia {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using Ids = std::vector<std::string>;

OutboxRow row(std::uint64_t seq, const std::string& epoch = "e") {
  OutboxRow row;
  row.epoch = epoch;
  row.seq = seq;
  row.event_id = epoch + "-" + std::to_string(seq);
  return row;
}

class outbox : public testing::Test {
 protected:
  BootTime now = minutes(5);
  OutboxPlanner planner{[] { return 1.0; }};  // always the whole of a rest
  void go_online(int receive_maximum = 20) {
    freed = planner.connected(receive_maximum);
    planner.hub_came(now);
  }
  // The store has rows 1 to `count` of epoch "e", and gives as many as it is asked for.
  void fill(std::uint64_t count) {
    stored_ = count;
    planner.rows_appended();
  }
  // What it sends now, each handed to the connection; what it asks of the store is given.
  Ids send() {
    Ids ids;
    while (true) {
      const auto step = planner.next(now);
      if (const auto* need = std::get_if<outbox_action::NeedRows>(&step))
        planner.rows(now, give(*need));
      else if (const auto* send = std::get_if<outbox_action::Send>(&step))
        ids.push_back(hand(send->row.event_id));
      else
        return ids;
    }
  }
  bool asks_for_rows() { return std::holds_alternative<outbox_action::NeedRows>(planner.next(now)); }
  void puback(const std::string& id, int reason = 0) {
    park = planner.acknowledged(now, packet_of.at(id), reason);
  }
  void broker_everything(const Ids& ids) {
    for (const auto& id : ids) puback(id);
  }
  BootTime wait() {
    const auto step = planner.next(now);
    const auto* until = std::get_if<outbox_action::WaitUntil>(&step);
    return until ? until->time - now : BootTime(-1);
  }
  bool idle() { return std::holds_alternative<outbox_action::Idle>(planner.next(now)); }

  std::map<std::string, int> packet_of;
  std::optional<to_keeper::Park> park;
  std::optional<to_keeper::Unpark> freed;

 private:
  std::vector<OutboxRow> give(const outbox_action::NeedRows& need) const {
    std::vector<OutboxRow> rows;
    for (auto seq = need.after.second + 1; seq <= stored_ && rows.size() < need.limit; ++seq)
      rows.push_back(row(seq));
    return rows;
  }
  std::string hand(const std::string& id) {
    packet_of[id] = next_packet_++;
    planner.sent(now, id, packet_of[id]);
    return id;
  }

  std::uint64_t stored_ = 0;
  int next_packet_ = 100;
};

TEST_F(outbox, nothing_leaves_before_the_hub_is_online) {
  EXPECT_TRUE(idle());
  EXPECT_FALSE(planner.connected(20));
  EXPECT_TRUE(idle());
  planner.hub_came(now);
  fill(2);
  EXPECT_EQ(send(), (Ids{"e-1", "e-2"}));
}

TEST_F(outbox, nothing_leaves_after_the_hub_has_gone) {
  go_online();
  fill(1);
  planner.hub_went();
  EXPECT_TRUE(idle());
}

TEST_F(outbox, rows_leave_in_their_order) {
  go_online();
  fill(5);
  EXPECT_EQ(send(), (Ids{"e-1", "e-2", "e-3", "e-4", "e-5"}));
}

TEST_F(outbox, at_most_20_are_in_flight) {
  go_online(1000);
  fill(100);
  const auto first = send();
  EXPECT_EQ(first.size(), 20U);
  puback("e-7");
  EXPECT_EQ(send(), (Ids{"e-21"}));
}

TEST_F(outbox, not_more_are_in_flight_than_the_server_takes) {
  go_online(3);
  fill(10);
  EXPECT_EQ(send().size(), 3U);
}

TEST_F(outbox, a_row_that_the_hub_took_before_the_puback_still_fills_the_window) {
  go_online(1);
  fill(2);
  ASSERT_EQ(send(), (Ids{"e-1"}));
  planner.acknowledged(now, Ack{"e", 1, {}});
  EXPECT_EQ(send(), Ids{});
  puback("e-1");
  EXPECT_EQ(send(), (Ids{"e-2"}));
}

TEST_F(outbox, a_puback_is_no_delivery) {
  go_online();
  fill(1);
  broker_everything(send());
  EXPECT_EQ(planner.held(), 1U);
}

TEST_F(outbox, only_the_hub_s_word_lets_a_row_go) {
  go_online();
  fill(3);
  broker_everything(send());
  planner.acknowledged(now, Ack{"e", 2, {}});
  EXPECT_EQ(planner.held(), 1U);
  planner.acknowledged(now, Ack{"other", 3, {}});
  EXPECT_EQ(planner.held(), 1U);
  planner.acknowledged(now, Ack{"e", 3, {}});
  EXPECT_EQ(planner.held(), 0U);
}

TEST_F(outbox, a_row_without_the_hub_s_word_is_sent_again_after_45_s) {
  go_online();
  fill(1);
  broker_everything(send());
  now += milliseconds(44'999);
  EXPECT_EQ(wait(), milliseconds(1));
  now += milliseconds(1);
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, rows_that_the_hub_misses_are_sent_again) {
  go_online();
  fill(5);
  broker_everything(send());
  now += seconds(30);
  planner.acknowledged(now, Ack{"e", 5, {{2, 3}, {5, 5}}});
  EXPECT_EQ(send(), (Ids{"e-2", "e-3", "e-5"}));
  EXPECT_EQ(planner.held(), 3U);
}

TEST_F(outbox, a_missed_row_that_was_just_sent_again_is_not_sent_twice) {
  go_online();
  fill(1);
  broker_everything(send());
  now += seconds(1);
  planner.acknowledged(now, Ack{"e", 1, {{1, 1}}});
  EXPECT_EQ(send(), Ids{});
}

TEST_F(outbox, a_lost_connection_sends_everything_again) {
  go_online();
  fill(3);
  send();
  puback("e-1");
  planner.lost();
  EXPECT_TRUE(idle());
  EXPECT_EQ(planner.in_flight(), 0U);
  go_online();
  EXPECT_EQ(send(), (Ids{"e-1", "e-2", "e-3"}));
}

TEST_F(outbox, a_puback_of_an_earlier_connection_means_nothing) {
  go_online();
  fill(1);
  send();
  planner.lost();
  puback("e-1");
  go_online();
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, a_hub_that_was_away_gets_again_what_it_did_not_acknowledge) {
  go_online();
  fill(2);
  broker_everything(send());
  planner.hub_went();
  planner.hub_came(now);
  EXPECT_EQ(send(), (Ids{"e-1", "e-2"}));
}

TEST_F(outbox, a_hub_that_says_again_that_it_is_online_gets_what_it_should_have_acknowledged) {
  go_online();
  fill(1);
  broker_everything(send());
  planner.hub_came(now);
  EXPECT_EQ(send(), Ids{}) << "its word may be on its way";
  now += seconds(5);
  planner.hub_came(now);
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, a_hub_that_says_again_that_it_is_online_has_5_s_for_what_is_on_its_way) {
  go_online();
  fill(1);
  broker_everything(send());
  now += seconds(2);
  planner.hub_came(now);
  EXPECT_EQ(send(), Ids{});
  EXPECT_EQ(wait(), seconds(5));
  now += seconds(5);
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, when_nobody_is_subscribed_it_waits_for_the_hub) {
  go_online();
  fill(2);
  send();
  puback("e-1", 0x10);
  puback("e-2", 0x10);
  EXPECT_EQ(send(), Ids{});
  planner.hub_came(now);
  EXPECT_EQ(send(), (Ids{"e-1", "e-2"}));
}

TEST_F(outbox, when_nobody_is_subscribed_and_the_hub_stays_silent_it_tries_again_after_30_s) {
  go_online();
  fill(1);
  send();
  puback("e-1", 0x10);
  EXPECT_EQ(wait(), seconds(30));
  now += seconds(30);
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, a_server_in_trouble_gets_a_rest_that_grows) {
  for (const int reason : {0x80, 0x83, 0x97}) {
    planner = OutboxPlanner{[] { return 1.0; }};
    go_online();
    fill(2);
    send();
    puback("e-1", reason);
    puback("e-2", reason);
    EXPECT_EQ(wait(), seconds(1)) << "one rest for all that were in flight together";
    now += seconds(1);
    EXPECT_EQ(send(), (Ids{"e-1", "e-2"}));
    puback("e-1", reason);
    EXPECT_EQ(wait(), seconds(2));
  }
}

TEST_F(outbox, the_hub_s_word_shortens_the_rest_again) {
  go_online();
  fill(3);
  send();
  puback("e-1", 0x80);
  now += seconds(1);
  send();
  planner.acknowledged(now, Ack{"e", 2, {}});
  puback("e-3", 0x80);
  EXPECT_EQ(wait(), seconds(1));
}

TEST_F(outbox, what_sending_again_does_not_cure_is_parked_and_blocks_nobody) {
  for (const int reason : {0x87, 0x90, 0x95, 0x99}) {
    planner = OutboxPlanner{[] { return 1.0; }};
    go_online(1);
    fill(2);
    ASSERT_EQ(send(), (Ids{"e-1"}));
    puback("e-1", reason);
    ASSERT_TRUE(park);
    EXPECT_EQ(park->event_id, "e-1");
    EXPECT_FALSE(park->reason.empty());
    EXPECT_EQ(send(), (Ids{"e-2"}));
  }
}

TEST_F(outbox, what_the_broker_did_not_allow_is_tried_once_on_each_new_connection) {
  go_online();
  fill(2);
  send();
  puback("e-1", 0x87);
  puback("e-2", 0x90);
  EXPECT_EQ(send(), Ids{});
  planner.lost();
  go_online();
  ASSERT_TRUE(freed);
  EXPECT_NE(freed->reason, park->reason) << "the topic of the other is refused again";
  EXPECT_EQ(send(), (Ids{"e-1", "e-2"})) << "as the store gives them";
  planner.lost();
  go_online();
  EXPECT_FALSE(freed);
}

TEST_F(outbox, what_is_too_large_is_parked_before_it_is_sent) {
  go_online();
  fill(2);
  send();
  const auto parked = planner.park("e-1", "It is too large");
  EXPECT_EQ(parked.reason, "It is too large");
  EXPECT_EQ(planner.held(), 1U);
}

TEST_F(outbox, a_row_that_could_not_be_handed_over_is_tried_again_after_a_rest) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  planner.rows(now, {row(1)});
  ASSERT_TRUE(asks_for_rows());
  planner.rows(now, {});
  ASSERT_TRUE(std::holds_alternative<outbox_action::Send>(planner.next(now)));
  EXPECT_FALSE(planner.failed(now, "e-1", "no"));
  EXPECT_EQ(wait(), seconds(1));
  now += seconds(1);
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, memory_is_bounded_and_refilled_as_rows_go) {
  go_online();
  fill(10'000);
  std::size_t sent = 0;
  for (std::uint64_t acked = 0; acked < 10'000;) {
    const auto ids = send();
    sent += ids.size();
    ASSERT_FALSE(ids.empty()) << acked;
    broker_everything(ids);
    acked += ids.size();
    planner.acknowledged(now, Ack{"e", acked, {}});
    ASSERT_LE(planner.held(), OutboxPlanner::kMostHeld);
  }
  EXPECT_EQ(sent, 10'000U);
}

class outbox_of_what_people_gave : public outbox, public testing::WithParamInterface<EventKind> {};

INSTANTIATE_TEST_SUITE_P(kinds, outbox_of_what_people_gave,
                         testing::Values(EventKind::kFeedback, EventKind::kContact),
                         [](const auto& kind) { return std::string(to_text(kind.param)); });

TEST_P(outbox_of_what_people_gave, it_goes_by_its_receipt_alone_and_only_for_what_it_says) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  OutboxRow answer = row(1);
  answer.kind = GetParam();
  answer.event_id = "01020304-0506-4708-890a-0b0c0d0e0f10";
  answer.content = std::string(64, '1');
  planner.rows(now, {answer, row(2)});
  broker_everything(send());
  planner.acknowledged(now, Ack{"e", 2, {}});
  EXPECT_EQ(planner.held(), 1U);
  Ack other{"e", 2, {}, {{answer.event_id, std::string(64, '2')}}};
  planner.acknowledged(now, other);
  EXPECT_EQ(planner.held(), 1U);
  EXPECT_TRUE(planner.is_disputed(other));
  planner.acknowledged(now, Ack{"e", 2, {}, {{answer.event_id, answer.content}}});
  EXPECT_EQ(planner.held(), 0U);
}

TEST_F(outbox, an_answer_that_the_hub_refuses_is_parked_with_the_reason_and_not_sent_again) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  OutboxRow answer = row(1);
  answer.kind = EventKind::kFeedback;
  answer.event_id = "01020304-0506-4708-890a-0b0c0d0e0f10";
  answer.content = std::string(64, '1');
  planner.rows(now, {answer, row(2)});
  broker_everything(send());
  Ack ack{"e", 2, {}};
  ack.refused = {{answer.event_id, std::string(64, '2'), kUnreadable},
                 {"unknown", answer.content, kUnreadable}};
  EXPECT_TRUE(planner.refused(ack).empty());
  ack.refused = {{answer.event_id, answer.content, kUnreadable}};
  const auto parked = planner.refused(ack);
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_EQ(parked[0].event_id, answer.event_id);
  EXPECT_NE(parked[0].reason.find("cannot read it"), std::string::npos);
  EXPECT_TRUE(planner.refused(ack).empty());
  now += minutes(5);
  planner.acknowledged(now, Ack{"e", 2, {}});
  EXPECT_EQ(planner.held(), 0U);
}

TEST_F(outbox, each_reason_of_the_hub_has_its_own_sentence) {
  std::set<std::string> sentences;
  for (const char* reason : {kUnreadable, kOtherAnswers, "a-reason-of-a-later-version"}) {
    OutboxRow answer = row(1);
    answer.content = std::string(64, '1');
    planner.rows(now, {answer});
    Ack ack{"e", 0, {}};
    ack.refused = {{answer.event_id, answer.content, reason}};
    for (const auto& letter : planner.refused(ack)) sentences.insert(letter.reason);
  }
  EXPECT_EQ(sentences.size(), 3U);
}

TEST_F(outbox, what_is_sent_again_keeps_its_place_before_what_came_later) {
  go_online(1);
  fill(3);
  ASSERT_EQ(send(), (Ids{"e-1"}));
  puback("e-1", 0x80);
  now += seconds(1);
  EXPECT_EQ(send(), (Ids{"e-1"}));
}

TEST_F(outbox, asks_for_rows_once_and_again_when_something_was_appended) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  EXPECT_TRUE(idle());
  planner.rows(now, {});
  EXPECT_EQ(wait(), OutboxPlanner::kLookAgain);
  planner.rows_appended();
  EXPECT_TRUE(asks_for_rows());
}

TEST_F(outbox, looks_at_the_store_again_should_a_notice_get_lost) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  planner.rows(now, {});
  now += OutboxPlanner::kLookAgain;
  EXPECT_TRUE(asks_for_rows());
}

TEST_F(outbox, with_nothing_held_it_looks_from_the_beginning) {
  go_online();
  fill(2);
  broker_everything(send());
  planner.acknowledged(now, Ack{"e", 2, {}});
  planner.rows_appended();
  const auto step = planner.next(now);
  ASSERT_TRUE(std::holds_alternative<outbox_action::NeedRows>(step));
  EXPECT_EQ(std::get<outbox_action::NeedRows>(step).after.second, 0U);
}

TEST_F(outbox, starts_over_when_rows_before_those_that_it_holds_wait_again) {
  go_online();
  fill(3);
  send();
  planner.start_over();
  const auto step = planner.next(now);
  const auto* need = std::get_if<outbox_action::NeedRows>(&step);
  ASSERT_TRUE(need);
  EXPECT_EQ(need->after.second, 0U);
}

TEST_F(outbox, starts_over_also_when_an_answer_of_the_store_is_on_its_way) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  planner.start_over();
  planner.rows(now, {});
  EXPECT_TRUE(asks_for_rows());
}

TEST_F(outbox, a_row_that_the_store_gives_twice_is_held_once) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  planner.rows(now, {row(1), row(1)});
  EXPECT_EQ(planner.held(), 1U);
}

TEST_F(outbox, rows_of_an_earlier_epoch_go_first_and_by_their_own_acks) {
  go_online();
  ASSERT_TRUE(asks_for_rows());
  planner.rows(now, {row(7, "old"), row(1, "new")});
  EXPECT_EQ(send(), (Ids{"old-7", "new-1"}));
  planner.acknowledged(now, Ack{"new", 5, {}});
  EXPECT_EQ(planner.held(), 1U);
}

}  // namespace
}  // namespace tertulia
