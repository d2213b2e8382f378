// SPDX-License-Identifier: Apache-2.0
// The rules of firmware/ports/store.h, kept by every adapter and by the fake.
#include <gmock/gmock.h>

#include "tests/drivers/sqlite/stores.h"

namespace tertulia {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Rig {
  virtual ~Rig() = default;
  virtual Store& store() = 0;
};
template <class Adapter>
struct RigWith final : Rig {
  Store& store() override { return adapter.store(); }
  Adapter adapter;
};

struct Adapter {
  std::string name;
  std::unique_ptr<Rig> (*make)();
};

class any_store : public testing::TestWithParam<Adapter> {
 protected:
  std::unique_ptr<Rig> rig_ = GetParam().make();
  Store& store_ = rig_->store();

  [[nodiscard]] StoreCounts counts() { return store_.counts().value(); }
  [[nodiscard]] std::vector<std::uint64_t> waiting_seqs() {
    std::vector<std::uint64_t> seqs;
    for (const auto& row : waiting(store_)) seqs.push_back(row.seq);
    return seqs;
  }
  StoreCounts acknowledge(std::uint64_t seq, const Misses& miss = {}) {
    return store_.acknowledge(ack_for(store_, seq, miss), at_tap().now).value();
  }
  Result<StoreCounts> acknowledge_of_hub(const std::string& hub, std::uint64_t seq) {
    Ack ack = ack_for(store_, seq);
    ack.hub = hub;
    return store_.acknowledge(ack, at_tap().now);
  }
  void submit_five() {
    for (std::uint8_t number = 1; number <= 5; ++number) submit(store_, number);
  }
};

INSTANTIATE_TEST_SUITE_P(adapters, any_store,
                         testing::Values(Adapter{"fake",
                                                 []() -> std::unique_ptr<Rig> {
                                                   return std::make_unique<RigWith<StoreInMemory>>();
                                                 }},
                                         Adapter{"sqlite",
                                                 []() -> std::unique_ptr<Rig> {
                                                   return std::make_unique<RigWith<StoreOnSqlite>>();
                                                 }}),
                         [](const auto& adapter) { return adapter.param.name; });

TEST_P(any_store, starts_empty) {
  EXPECT_EQ(counts(), StoreCounts{});
  EXPECT_THAT(waiting(store_), IsEmpty());
  EXPECT_FALSE(store_.epoch().empty());
}

TEST_P(any_store, remembers_who_has_not_read_that_it_is_stored) {
  Submission elsewhere = submitted(1);
  elsewhere.screen = 1;
  submit(store_, 2);
  ASSERT_TRUE(store_.close_submission(elsewhere, at_tap()).ok());
  EXPECT_THAT(store_.interrupted().value(), ElementsAre(Interrupted{id_of(1), 1, "main-hall", "es", true},
                                                        Interrupted{id_of(2), 0, "main-hall", "es", true}));
  ASSERT_TRUE(store_.thanked(id_of(2)).ok());
  ASSERT_TRUE(store_.thanked(id_of(9)).ok());
  EXPECT_THAT(store_.interrupted().value(), ElementsAre(Interrupted{id_of(1), 1, "main-hall", "es", true}));
}

TEST_P(any_store, remembers_of_each_screen_only_who_stands_there_now) {
  submit(store_, 1);
  ASSERT_TRUE(store_.save_draft(submission(2)).ok());
  EXPECT_THAT(store_.interrupted().value(), ElementsAre(Interrupted{id_of(2), 0, "main-hall", "es", false}));
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());  // late: it is closed
  EXPECT_THAT(store_.interrupted().value(), ElementsAre(Interrupted{id_of(2), 0, "main-hall", "es", false}));
  ASSERT_TRUE(store_.close_submission(abandoned(2), at_tap()).ok());
  EXPECT_THAT(store_.interrupted().value(), IsEmpty());
}

TEST_P(any_store, forgets_who_was_interrupted_and_what_they_had_answered) {
  submit(store_, 1);
  Submission elsewhere = submission(2);
  elsewhere.screen = 1;
  ASSERT_TRUE(store_.save_draft(elsewhere).ok());
  ASSERT_TRUE(store_.forget_interrupted(at_tap().label).ok());
  EXPECT_THAT(store_.interrupted().value(), IsEmpty());
  EXPECT_THAT(store_.drafts().value(), IsEmpty());
  EXPECT_EQ(counts().submitted, 1U);
  ASSERT_TRUE(store_.save_draft(elsewhere).ok());
  EXPECT_THAT(store_.drafts().value(), IsEmpty()) << "it is closed";
}

TEST_P(any_store, counts_its_answers_where_they_are) {
  submit_five();
  note(store_);
  acknowledge(2);
  ASSERT_TRUE(store_.park(id_of(4).text(), "too large").ok());
  const StoreInventory inventory = store_.inventory().value();
  EXPECT_EQ(inventory.submitted, 5U);
  EXPECT_EQ(inventory.receipted, 2U);
  EXPECT_EQ(inventory.waiting, 3U);
  EXPECT_EQ(inventory.parked, (std::map<std::string, std::uint64_t>{{"too large", 1}}));
  ASSERT_EQ(inventory.slips.size(), 1U);
  EXPECT_EQ(inventory.slips[0].submitted, 5U);
  EXPECT_EQ(inventory.slips[0].receipted, 2U);
  EXPECT_NE(inventory.slips[0].submitted_sum, inventory.slips[0].receipted_sum);
}

TEST_P(any_store, a_draft_comes_back_with_its_answers) {
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());
  EXPECT_THAT(store_.drafts().value(), ElementsAre(submission(1)));
}

TEST_P(any_store, a_later_draft_replaces_the_earlier_one) {
  ASSERT_TRUE(store_.save_draft(submission(1, "early")).ok());
  ASSERT_TRUE(store_.save_draft(submission(1, "late")).ok());
  EXPECT_THAT(store_.drafts().value(), ElementsAre(submission(1, "late")));
}

TEST_P(any_store, an_emptied_draft_is_still_a_draft_and_can_be_submitted_whole) {
  Submission empty = submission(1);
  empty.answers.clear();
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());
  ASSERT_TRUE(store_.empty_draft(id_of(1)).ok());
  EXPECT_THAT(store_.drafts().value(), ElementsAre(empty));
  submit(store_, 1);
  const auto envelope = wire::from_structured(waiting(store_).at(0).body).value();
  EXPECT_EQ(wire::to_event(envelope).value(), Event(event::FeedbackSubmitted{submitted(1)}));
}

TEST_P(any_store, what_is_closed_or_unknown_is_not_emptied) {
  submit(store_, 1);
  ASSERT_TRUE(store_.empty_draft(id_of(1)).ok());
  ASSERT_TRUE(store_.empty_draft(id_of(2)).ok());
  EXPECT_THAT(store_.drafts().value(), IsEmpty());
  EXPECT_EQ(counts().submitted, 1U);
}

TEST_P(any_store, a_draft_is_not_told_to_the_hub) {
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());
  EXPECT_THAT(waiting(store_), IsEmpty());
}

TEST_P(any_store, a_submission_waits_for_the_hub_under_its_own_id) {
  submit(store_, 1);
  const auto rows = waiting(store_);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].event_id, id_of(1).text());
  EXPECT_EQ(rows[0].kind, EventKind::kFeedback);
  const auto envelope = wire::from_structured(rows[0].body).value();
  EXPECT_EQ(wire::to_event(envelope).value(), Event(event::FeedbackSubmitted{submitted(1)}));
}

TEST_P(any_store, feedback_carries_no_time_but_the_session) {
  submit(store_, 1);
  const auto envelope = wire::from_structured(waiting(store_).at(0).body).value();
  EXPECT_EQ(envelope.time, to_rfc3339(kSessionLabel));
  EXPECT_EQ(envelope.recorded_time, to_rfc3339(kSessionLabel));
}

TEST_P(any_store, other_events_carry_the_time_they_were_recorded) {
  note(store_);
  const auto row = waiting(store_).at(0);
  EXPECT_EQ(row.event_id, store_.epoch() + "-1");
  EXPECT_EQ(wire::from_structured(row.body).value().recorded_time, to_rfc3339(kTapped));
}

TEST_P(any_store, closing_ends_the_draft) {
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());
  submit(store_, 1);
  EXPECT_THAT(store_.drafts().value(), IsEmpty());
}

TEST_P(any_store, closing_twice_counts_once) {
  submit(store_, 1);
  submit(store_, 1, "something else");
  EXPECT_EQ(counts().submitted, 1U);
  EXPECT_THAT(waiting_seqs(), ElementsAre(1));
}

TEST_P(any_store, an_event_of_feedback_is_a_submission) {
  ASSERT_TRUE(store_.append(event::FeedbackSubmitted{submitted(1)}, at_tap()).ok());
  submit(store_, 1);
  EXPECT_EQ(counts().submitted, 1U);
  EXPECT_THAT(waiting_seqs(), ElementsAre(1));
}

TEST_P(any_store, a_late_draft_does_not_reopen_what_is_closed) {
  submit(store_, 1);
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());
  EXPECT_THAT(store_.drafts().value(), IsEmpty());
}

TEST_P(any_store, an_abandoned_submission_is_neither_counted_nor_sent) {
  ASSERT_TRUE(store_.save_draft(submission(1)).ok());
  ASSERT_TRUE(store_.close_submission(abandoned(1), at_tap()).ok());
  EXPECT_EQ(counts(), StoreCounts{});
  EXPECT_THAT(store_.drafts().value(), IsEmpty());
  EXPECT_THAT(waiting(store_), IsEmpty());
}

TEST_P(any_store, numbers_have_no_holes) {
  submit(store_, 1);
  note(store_);
  ASSERT_TRUE(store_.close_submission(abandoned(2), at_tap()).ok());
  submit(store_, 1);
  submit(store_, 3);
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 2, 3));
}

TEST_P(any_store, numbers_are_not_given_again_after_an_ack) {
  submit(store_, 1);
  acknowledge(1);
  submit(store_, 2);
  EXPECT_THAT(waiting_seqs(), ElementsAre(2));
}

TEST_P(any_store, rows_are_handed_out_in_order_and_in_portions) {
  submit_five();
  const auto first = store_.waiting({"", 0}, 2).value();
  ASSERT_EQ(first.size(), 2U);
  const auto second = store_.waiting({first[1].epoch, first[1].seq}, 2).value();
  ASSERT_EQ(second.size(), 2U);
  EXPECT_EQ(second[0].seq, 3U);
}

TEST_P(any_store, parking_a_row_that_has_left_is_no_error) {
  EXPECT_TRUE(store_.park("nothing", "not allowed").ok());
  EXPECT_EQ(counts().parked, 0U);
}

TEST_P(any_store, hands_out_each_answer_with_the_hash_that_its_receipt_must_name) {
  submit(store_, 1);
  note(store_);
  const auto rows = waiting(store_);
  EXPECT_EQ(rows.at(0).content, wire::receipt_for(wire::from_structured(rows.at(0).body).value()).content);
  EXPECT_EQ(rows.at(1).content, "");
}

TEST_P(any_store, a_parked_row_is_counted_and_blocks_nobody) {
  submit_five();
  ASSERT_TRUE(store_.park(id_of(2).text(), "not allowed").ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 3, 4, 5));
  EXPECT_EQ(counts().parked, 1U);
  EXPECT_EQ(counts().waiting, 5U);
}

TEST_P(any_store, a_closing_slip_says_how_many_answers_of_its_room_are_held_back) {
  submit_five();
  note(store_);
  ASSERT_TRUE(store_.park(id_of(2).text(), "refused").ok());
  ASSERT_TRUE(store_.park(store_.epoch() + "-6", "not allowed").ok());
  const auto slips = store_.inventory().value().slips;
  ASSERT_EQ(slips.size(), 1U);
  EXPECT_EQ(slips[0].waiting(), 5U);
  EXPECT_EQ(slips[0].held_back, 1U);
}

TEST_P(any_store, unparked_rows_are_offered_again_those_of_one_reason_or_all) {
  submit_five();
  ASSERT_TRUE(store_.park(id_of(1).text(), "too large").ok());
  ASSERT_TRUE(store_.park(id_of(2).text(), "not allowed").ok());
  ASSERT_TRUE(store_.unpark("not allowed").ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(2, 3, 4, 5));
  ASSERT_TRUE(store_.unpark({}).ok());
  EXPECT_EQ(counts().parked, 0U);
}

TEST_P(any_store, an_ack_removes_what_it_covers) {
  submit_five();
  EXPECT_EQ(acknowledge(3).acknowledged, 3U);
  EXPECT_THAT(waiting_seqs(), ElementsAre(4, 5));
}

TEST_P(any_store, an_ack_again_changes_nothing) {
  submit_five();
  const auto once = acknowledge(3);
  EXPECT_EQ(acknowledge(3), once);
  EXPECT_EQ(acknowledge(2), once);
}

TEST_P(any_store, what_the_hub_misses_stays_and_is_sent_again) {
  submit_five();
  EXPECT_EQ(acknowledge(5, {{1, 1}, {3, 4}}).acknowledged, 2U);
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 3, 4));
}

TEST_P(any_store, a_parked_row_that_the_hub_misses_stays_parked) {
  submit(store_, 1);
  ASSERT_TRUE(store_.park(id_of(1).text(), "not allowed").ok());
  acknowledge(1, {{1, 1}});
  EXPECT_EQ(counts().parked, 1U);
}

TEST_P(any_store, an_ack_of_an_unknown_epoch_changes_nothing) {
  submit_five();
  ASSERT_TRUE(store_.acknowledge(Ack{"another", 5, {}}, at_tap().now).ok());
  EXPECT_EQ(waiting_seqs().size(), 5U);
}

// A store restored from a backup with its epoch: the hub knows numbers that this one will give again.
TEST_P(any_store, an_ack_of_numbers_never_given_removes_nothing_and_moves_the_numbers_on) {
  submit(store_, 1);
  note(store_);
  EXPECT_EQ(store_.acknowledge(Ack{store_.epoch(), 100, {}}, at_tap().now).value().acknowledged, 0U);
  EXPECT_THAT(waiting_seqs(), ElementsAre(101, 102));
  submit(store_, 3);
  const auto rows = waiting(store_);
  EXPECT_EQ(rows.at(0).event_id, id_of(1).text());
  EXPECT_EQ(rows.at(1).event_id, store_.epoch() + "-102");
  EXPECT_EQ(wire::from_structured(rows.at(0).body).value().sequence, 101U);
  EXPECT_EQ(rows.at(2).seq, 103U);
}

TEST_P(any_store, an_answer_without_its_receipt_stays_whatever_number_the_hub_names) {
  submit(store_, 1);
  note(store_);
  ASSERT_TRUE(store_.acknowledge(Ack{store_.epoch(), 2, {}}, at_tap().now).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1));
}

TEST_P(any_store, an_answer_leaves_by_its_receipt_although_the_hub_misses_rows_before_it) {
  submit_five();
  Ack ack = ack_for(store_, 5);
  ack.seq = 0;
  ack.receipts = {ack.receipts.at(3)};
  EXPECT_EQ(store_.acknowledge(ack, at_tap().now).value().acknowledged, 1U);
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 2, 3, 5));
}

TEST_P(any_store, a_receipt_for_other_answers_lets_nothing_go) {
  submit(store_, 1);
  Ack ack = ack_for(store_, 1);
  ack.receipts.at(0).content = std::string(64, 'a');
  ASSERT_TRUE(store_.acknowledge(ack, at_tap().now).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1));
}

TEST_P(any_store, an_ack_that_is_older_than_one_before_changes_nothing) {
  submit(store_, 1);
  Ack old = ack_for(store_, 1);
  old.number = 6;
  ASSERT_TRUE(store_.acknowledge(Ack{store_.epoch(), 0, {}, {}, 7}, at_tap().now).ok());
  ASSERT_TRUE(store_.acknowledge(old, at_tap().now).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1));
  EXPECT_EQ(store_.high_water_marks().value(), (std::map<std::string, std::uint64_t>{{kLastAck, 7}}));
  old.number = 7;
  ASSERT_TRUE(store_.acknowledge(old, at_tap().now).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre());
}

// A hub with another epoch was restored from a backup.
TEST_P(any_store, everything_that_is_kept_waits_again_when_the_hub_has_another_epoch) {
  submit_five();
  note(store_);
  ASSERT_TRUE(acknowledge_of_hub("h1", 6).ok());
  EXPECT_EQ(counts(), (StoreCounts{5, 5, 0, 0, 5}));
  const auto after = acknowledge_of_hub("h2", 0);
  EXPECT_EQ(after.value(), (StoreCounts{5, 0, 6, 0, 5}));
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST_P(any_store, what_is_offered_again_is_what_was_offered_before) {
  submit(store_, 1);
  note(store_);
  const auto before = waiting(store_);
  ASSERT_TRUE(acknowledge_of_hub("h1", 2).ok());
  ASSERT_TRUE(acknowledge_of_hub("h2", 0).ok());
  const auto again = waiting(store_);
  ASSERT_EQ(again.size(), 2U);
  for (std::size_t index = 0; index < 2; ++index) {
    EXPECT_EQ(again[index].event_id, before[index].event_id);
    EXPECT_EQ(again[index].body, before[index].body);
  }
}

TEST_P(any_store, the_word_that_brings_the_new_epoch_is_followed_too) {
  submit(store_, 1);
  note(store_);
  note(store_);
  ASSERT_TRUE(acknowledge_of_hub("h1", 3).ok());
  ASSERT_TRUE(store_.acknowledge({store_.epoch(), 2, {}, {}, 0, "h2"}, at_tap().now).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 3)) << "2 is covered, 1 is an answer without its receipt";
}

TEST_P(any_store, what_was_offered_again_leaves_again_and_comes_back_again) {
  submit_five();
  for (const char* hub : {"h1", "h2", "h3", "h1"}) {
    ASSERT_TRUE(acknowledge_of_hub(hub, 0).ok());
    EXPECT_EQ(counts(), (StoreCounts{5, 0, 5, 0, 5})) << hub;
    ASSERT_TRUE(acknowledge_of_hub(hub, 5).ok());
    EXPECT_EQ(counts(), (StoreCounts{5, 5, 0, 0, 5})) << hub;
  }
}

TEST_P(any_store, the_first_epoch_of_a_hub_is_only_remembered) {
  submit(store_, 1);
  ASSERT_TRUE(acknowledge_of_hub("", 1).ok());
  ASSERT_TRUE(acknowledge_of_hub("h1", 0).ok());
  EXPECT_THAT(waiting(store_), IsEmpty());
}

TEST_P(any_store, the_same_epoch_again_and_none_change_nothing) {
  submit(store_, 1);
  ASSERT_TRUE(acknowledge_of_hub("h1", 1).ok());
  for (const char* hub : {"h1", "", "h1"}) ASSERT_TRUE(acknowledge_of_hub(hub, 0).ok());
  EXPECT_THAT(waiting(store_), IsEmpty());
}

TEST_P(any_store, a_stale_ack_of_another_epoch_changes_nothing) {
  submit(store_, 1);
  ASSERT_TRUE(store_.acknowledge({store_.epoch(), 0, {}, {}, 5, "h0"}, at_tap().now).ok());
  Ack fresh = ack_for(store_, 1);
  fresh.hub = "h1";
  fresh.number = 7;
  ASSERT_TRUE(store_.acknowledge(fresh, at_tap().now).ok());
  ASSERT_TRUE(store_.acknowledge({store_.epoch(), 0, {}, {}, 6, "h0"}, at_tap().now).ok());
  EXPECT_THAT(waiting(store_), IsEmpty());
}

TEST_P(any_store, numbers_that_moved_on_do_not_change_those_of_what_is_kept) {
  submit(store_, 1);
  ASSERT_TRUE(acknowledge_of_hub("h1", 1).ok());
  submit(store_, 2);
  ASSERT_TRUE(store_.acknowledge({store_.epoch(), 100, {}, {}, 0, "h1"}, at_tap().now).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(101));
  ASSERT_TRUE(acknowledge_of_hub("h2", 0).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1, 101));
}

TEST_P(any_store, what_is_purged_is_not_offered_again) {
  submit(store_, 1);
  ASSERT_TRUE(acknowledge_of_hub("h1", 1).ok());
  Now later = at_tap().now;
  later.boot += std::chrono::hours(50);
  EXPECT_FALSE(store_.purge(later).value() && store_.purge(later).value());
  ASSERT_TRUE(acknowledge_of_hub("h2", 0).ok());
  EXPECT_THAT(waiting(store_), IsEmpty());
  EXPECT_EQ(counts(), (StoreCounts{1, 1, 0, 0, 1}));
}

TEST_P(any_store, nothing_is_purged_before_the_grace_period_is_over) {
  submit(store_, 1);
  ASSERT_TRUE(acknowledge_of_hub("h1", 1).ok());
  Now later = at_tap().now;
  later.boot += std::chrono::hours(48);
  EXPECT_FALSE(store_.purge(later).value());
  ASSERT_TRUE(acknowledge_of_hub("h2", 0).ok());
  EXPECT_THAT(waiting_seqs(), ElementsAre(1));
}

TEST_P(any_store, a_mark_only_rises) {
  ASSERT_TRUE(store_.raise_high_water_mark("command", 5).ok());
  ASSERT_TRUE(store_.raise_high_water_mark("command", 3).ok());
  EXPECT_EQ(store_.high_water_marks().value(), (std::map<std::string, std::uint64_t>{{"command", 5}}));
}

TEST_P(any_store, counts_follow_a_submission_to_the_hub) {
  submit(store_, 1);
  EXPECT_EQ(counts(), (StoreCounts{1, 0, 1, 0, 1}));
  note(store_);
  EXPECT_EQ(counts(), (StoreCounts{1, 0, 2, 0, 1}));
  EXPECT_EQ(acknowledge(2), (StoreCounts{1, 1, 0, 0, 1}));
}

TEST_P(any_store, voices_are_those_of_the_session_of_the_last_submit) {
  submit_five();
  Submission elsewhere = submitted(6);
  elsewhere.session = "closing";
  EXPECT_EQ(store_.close_submission(elsewhere, at_tap()).value().voices_in_session, 1U);
  submit(store_, 7);
  EXPECT_EQ(counts().voices_in_session, 6U);
}

TEST_P(any_store, keeps_the_newest_word_at_each_place_of_a_room_and_sets_aside_what_cannot_be_read) {
  for (const char* body : {"{\"old\":1}", "{\"new\":1}"})
    ASSERT_TRUE(store_.save_room_word({"main-hall", "timer", body}).ok());
  ASSERT_TRUE(store_.save_room_word({"main-hall", "notes/desk-1", "{}"}).ok());
  ASSERT_TRUE(store_.save_room_word({"garden", "timer", "broken"}).ok());
  EXPECT_EQ(store_.room_words().value().size(), 3U);
  ASSERT_TRUE(store_.set_aside_room_word({"garden", "timer", "broken"}).ok());
  const auto rows = store_.room_words().value();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (RoomRow{"main-hall", "notes/desk-1", "{}"}));
  EXPECT_EQ(rows[1].body, "{\"new\":1}");
}

}  // namespace
}  // namespace tertulia
