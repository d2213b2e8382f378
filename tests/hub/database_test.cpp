// SPDX-License-Identifier: Apache-2.0
// The contract of the database, for SQLite and for PostgreSQL.
#include "hub/store/database.h"

#include <algorithm>
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/digest.h"
#include "firmware/wire/content.h"
#include "firmware/wire/signature.h"
#include "hub/numbers/queries.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Stream kStream{"demo", "kiosk-1", "e1"};

class hub_database : public testing::TestWithParam<Kind> {
 protected:
  Database open(const QuarantineLimits& limits = {}) {
    auto opened = Database::open(database_.name(), limits);
    EXPECT_TRUE(opened.ok());
    return std::move(opened).value();
  }
  ReceivedRanges store(Database& database, const std::vector<Message>& messages) {
    std::vector<Arrival> batch;
    for (const Message& message : messages) batch.push_back(sort_message(message));
    auto stored = database.store(batch, now_);
    EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().message);
    if (!stored.ok()) return {};
    receipts_ = stored.value().receipts[kStream];
    refusals_ = stored.value().refusals[kStream];
    return std::move(stored).value().received;
  }
  // When nothing waits any more: mixing_test.cpp has what is true until then.
  std::uint64_t count(const std::string& query) {
    database_.mix();
    return database_.count(query);
  }

  TestDatabase database_{GetParam()};
  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  Device device_;
  std::vector<Receipt> receipts_;  // of the last batch, for kStream
  std::vector<Refusal> refusals_;
};

TEST_P(hub_database, a_batch_is_held_after_its_commit_and_after_opening_again) {
  {
    Database database = open();
    const ReceivedRanges received =
        store(database, {feedback(device_, 1), audit(device_, 2), feedback(device_, 3)});
    EXPECT_EQ(received.at(kStream), Ranges({{1, 3}}));
  }
  EXPECT_EQ(open().received().value().at(kStream), Ranges({{1, 3}}));
  EXPECT_EQ(count("SELECT count(*) FROM feedback"), 2u);
  EXPECT_EQ(count("SELECT count(*) FROM event"), 1u);
}

TEST_P(hub_database, a_row_that_comes_twice_is_there_once_and_is_reported_as_held_again) {
  Database database = open();
  store(database, {feedback(device_, 1), audit(device_, 2)});
  const ReceivedRanges again =
      store(database, {feedback(device_, 1), audit(device_, 2), feedback(device_, 1)});
  EXPECT_EQ(again.at(kStream), Ranges({{1, 2}}));
  EXPECT_EQ(count("SELECT count(*) FROM feedback"), 1u);
  EXPECT_EQ(count("SELECT count(*) FROM event"), 1u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 0u);
}

TEST_P(hub_database, a_submission_offered_again_in_a_new_epoch_is_there_once) {
  Database database = open();
  store(database, {feedback(device_, 1)});
  device_.epoch = "e2";
  const ReceivedRanges received = store(database, {feedback(device_, 1)});
  EXPECT_EQ(received.at({"demo", "kiosk-1", "e2"}), Ranges({{1, 1}}));
  EXPECT_EQ(count("SELECT count(*) FROM feedback"), 1u);
}

TEST_P(hub_database, epochs_of_one_device_are_counted_apart) {
  Database database = open();
  store(database, {audit(device_, 1), audit({device_.origin, "e2"}, 5)});
  const ReceivedRanges received = database.received().value();
  EXPECT_EQ(received.at(kStream), Ranges({{1, 1}}));
  EXPECT_EQ(received.at({"demo", "kiosk-1", "e2"}), Ranges({{5, 5}}));
}

TEST_P(hub_database, marks_are_written_as_few_ranges) {
  Database database = open();
  store(database, {audit(device_, 1), audit(device_, 3), audit(device_, 5)});
  EXPECT_EQ(count("SELECT count(*) FROM received"), 3u);
  store(database, {audit(device_, 4), audit(device_, 2)});
  EXPECT_EQ(count("SELECT count(*) FROM received"), 1u);
}

TEST_P(hub_database, a_submission_id_with_other_answers_never_replaces_the_first) {
  Database database = open();
  Submission other = submission(1);
  other.answers["mood"] = std::string("bad");
  store(database, {feedback(device_, 1)});
  const ReceivedRanges received = store(database, {message_of(device_, 2, event::FeedbackSubmitted{other})});
  EXPECT_EQ(received.at(kStream), Ranges({{1, 2}}));
  EXPECT_EQ(count("SELECT count(*) FROM feedback WHERE answers LIKE '%good%'"), 1u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine WHERE reason LIKE '%other answers%'"), 1u);
}

TEST_P(hub_database, a_database_of_a_newer_version_is_refused) {
  { const Database database = open(); }
  ASSERT_TRUE(Sql::open(database_.name(), OpenMode::kCreate).value()->set_version(99).ok());
  EXPECT_THAT(Database::open(database_.name()).error().message, HasSubstr("newer version"));
  EXPECT_THAT(Reader::open(database_.name()).error().message, HasSubstr("newer version"));
}

TEST_P(hub_database, one_that_was_never_collected_into_is_told_with_the_cure) {
  database_.execute("CREATE TABLE other (id TEXT NOT NULL PRIMARY KEY)");
  EXPECT_THAT(Reader::open(database_.name()).error().message, HasSubstr("run tertulia-hub collect"));
}

TEST_P(hub_database, says_of_each_arrival_what_became_of_it) {
  Database database = open({.rows = 1});
  Submission other = submission(1);
  other.answers["mood"] = std::string("bad");
  std::vector<Arrival> batch;
  for (const Message& message :
       {feedback(device_, 1), audit(device_, 2), feedback(device_, 1),
        message_of(device_, 3, event::FeedbackSubmitted{other}), poison(device_, 4, EventKind::kFeedback),
        presence(device_, wire::PresenceState::kReady)})
    batch.push_back(sort_message(message));
  EXPECT_THAT(database.store(batch, now_).value().results,
              ElementsAre(SaveResult::kNew, SaveResult::kNew, SaveResult::kHeld, SaveResult::kSetAside,
                          SaveResult::kRefused, SaveResult::kNoRow));
}

TEST_P(hub_database, a_large_batch_of_many_devices_is_held_once_also_the_second_time) {
  Database database = open();
  std::vector<Message> messages;
  for (std::uint64_t i = 1; i <= 400; ++i) {
    const Device each{{"demo", "kiosk-" + std::to_string(i % 40)}, "e1"};
    messages.push_back(i % 4 == 0 ? audit(each, i) : feedback(each, i));
  }
  for (int time = 0; time < 2; ++time) EXPECT_THAT(store(database, messages), SizeIs(40));
  EXPECT_EQ(count("SELECT count(*) FROM feedback"), 300u);
  EXPECT_EQ(count("SELECT count(*) FROM event"), 100u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 0u);
}

TEST_P(hub_database, texts_with_quotes_backslashes_braces_and_every_script_come_back_as_they_were) {
  Database database = open();
  Submission given = submission(1);
  given.answers = {{"wish", "{\"a\",NULL}\\ 'x' $1 \xE2\x82\xAC \xF0\x9F\x8E\x89\n\t\x01"}};
  store(database, {message_of(device_, 1, event::FeedbackSubmitted{given})});
  EXPECT_EQ(Reader::open(database_.name()).value().submitted().value().at(0).answers, given.answers);
}

TEST_P(hub_database, a_name_that_no_reader_takes_is_set_aside_and_blocks_nothing) {
  Database database = open();
  Submission in_answer = submission(1);
  in_answer.answers = {{"a\nb", "unreadable"}};
  Submission in_room = submission(2);
  in_room.room = std::string("hall\0", 5);
  const ReceivedRanges received =
      store(database, {message_of(device_, 1, event::FeedbackSubmitted{in_answer}),
                       message_of(device_, 2, event::FeedbackSubmitted{in_room}), audit(device_, 3)});
  EXPECT_EQ(received.at(kStream), Ranges({{1, 3}}));
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 2u);
}

TEST_P(hub_database, poison_of_any_bytes_and_of_the_largest_packet_is_kept_once) {
  Database database = open();
  Message bytes = poison(device_, 1);
  bytes.payload = std::string(65'530, '\0') + "\xFF\xFE";
  bytes.properties.emplace_back("note", "\xFF" + std::string(30'000, 'x'));
  bytes.properties.erase(bytes.properties.begin());
  store(database, {bytes});
  store(database, {bytes});
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 1u);
}

TEST_P(hub_database, two_hubs_on_one_database_lose_nothing) {
  Database one = open();
  Database other = open();
  store(one, {audit(device_, 1)});
  store(other, {audit(device_, 2)});
  store(one, {audit(device_, 4)});
  const ReceivedRanges received = store(other, {audit(device_, 3)});
  EXPECT_EQ(received.at(kStream), Ranges({{1, 4}}));
  EXPECT_EQ(count("SELECT count(*) FROM received"), 1u);
}

TEST_P(hub_database, poison_is_quarantined_and_its_row_counts_as_held) {
  Database database = open();
  const ReceivedRanges received = store(database, {audit(device_, 1), poison(device_, 2), audit(device_, 3)});
  EXPECT_EQ(received.at(kStream), Ranges({{1, 3}}));
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 1u);
}

TEST_P(hub_database, an_answer_that_nobody_can_read_gets_no_receipt_and_its_device_is_told_each_time) {
  Database database = open();
  const Message broken = poison(device_, 2, EventKind::kFeedback);
  const Refusal refusal{submission_id(2).text(), sha256_hex(broken.payload), kUnreadable};
  for (int time = 0; time < 2; ++time) {
    store(database, {broken});
    EXPECT_THAT(receipts_, IsEmpty());
    EXPECT_THAT(refusals_, ElementsAre(refusal));
  }
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 1u);
}

TEST_P(hub_database, other_answers_under_a_known_id_get_no_receipt_and_their_device_is_told) {
  Database database = open();
  store(database, {feedback(device_, 1)});
  Submission other = submission(1);
  other.answers = {{"mood", std::string("bad")}};
  const Message again = message_of(device_, 2, event::FeedbackSubmitted{other});
  const ReceivedRanges received = store(database, {again});
  EXPECT_THAT(receipts_, IsEmpty());
  EXPECT_THAT(refusals_,
              ElementsAre(Refusal{submission_id(1).text(), sha256_hex(again.payload), kOtherAnswers}));
  EXPECT_EQ(received.at(kStream), Ranges({{1, 2}}));
}

TEST_P(hub_database, an_answer_for_which_the_quarantine_has_no_room_is_refused_too) {
  Database database = open({.rows = 1});
  store(database, {poison(device_, 1, EventKind::kFeedback)});
  store(database, {poison(device_, 2, EventKind::kFeedback)});
  EXPECT_THAT(refusals_, SizeIs(1));
}

TEST_P(hub_database, what_is_not_counted_is_told_by_room_and_form) {
  Database database = open();
  Submission wrong = submission(1);
  wrong.answers = {{"a\nb", "unreadable"}};
  Submission other = submission(2);
  other.answers = {{"mood", std::string("bad")}};
  store(database, {message_of(device_, 1, event::FeedbackSubmitted{wrong}), feedback(device_, 2),
                   message_of(device_, 3, event::FeedbackSubmitted{other}),
                   poison(device_, 4, EventKind::kFeedback), poison(device_, 5)});
  const auto groups = Reader::open(database_.name()).value().set_aside().value();
  EXPECT_THAT(groups, ElementsAre(SetAside{1, true, "", ""}, SetAside{2, true, "main-hall", "pulse"},
                                  SetAside{1, false, "", ""}));
}

TEST_P(hub_database, poison_sent_again_is_kept_once) {
  Database database = open();
  Message nameless = poison(device_, 2);
  nameless.properties.clear();
  store(database, {poison(device_, 1), nameless});
  store(database, {poison(device_, 1), nameless});
  EXPECT_EQ(count("SELECT count(*) FROM quarantine"), 2u);
}

TEST_P(hub_database, a_full_quarantine_gives_up_its_oldest_row_that_is_not_feedback) {
  Database database = open({.rows = 2});
  store(database, {poison(device_, 1), poison(device_, 2, EventKind::kFeedback)});
  store(database, {poison(device_, 3, EventKind::kFeedback)});
  EXPECT_EQ(count("SELECT count(*) FROM quarantine WHERE topic LIKE '%/feedback'"), 2u);
}

TEST_P(hub_database, poison_without_room_is_not_held_so_it_stays_with_its_device) {
  Database database = open({.rows = 1});
  store(database, {poison(device_, 1, EventKind::kFeedback)});
  const ReceivedRanges received =
      store(database, {poison(device_, 2, EventKind::kFeedback), audit(device_, 3)});
  EXPECT_EQ(received.at(kStream), Ranges({{1, 1}, {3, 3}}));
}

TEST_P(hub_database, what_has_no_room_gets_no_receipt_although_its_number_is_held) {
  Database database = open({.rows = 1});
  store(database, {poison(device_, 1, EventKind::kFeedback), audit(device_, 2)});
  store(database, {poison(device_, 2, EventKind::kFeedback)});
  EXPECT_THAT(receipts_, IsEmpty());
}

TEST_P(hub_database, a_batch_that_fails_leaves_nothing_behind) {
  Database database = open();
  database_.execute("ALTER TABLE received RENAME TO gone");
  const std::vector<Arrival> batch{sort_message(feedback(device_, 1))};
  EXPECT_FALSE(database.store(batch, now_).ok());
  EXPECT_EQ(count("SELECT count(*) FROM feedback"), 0u);
}

TEST_P(hub_database, status_shows_presence_what_is_held_and_what_is_missing) {
  Database database = open();
  store(database, {presence(device_, wire::PresenceState::kReady), audit(device_, 1), audit(device_, 4)});
  const auto devices = Reader::open(database_.name()).value().devices().value();
  ASSERT_THAT(devices, SizeIs(1));
  EXPECT_EQ(devices[0].presence, "ready");
  EXPECT_EQ(devices[0].held, 2u);
  EXPECT_EQ(devices[0].missing, 2u);
  EXPECT_EQ(devices[0].last_seen, "2027-05-11T15:00:00Z");
}

TEST_P(hub_database, a_will_or_a_retained_state_does_not_mean_that_a_device_was_seen) {
  Database database = open();
  Message told_again = presence({{"demo", "kiosk-2"}, "e1"}, wire::PresenceState::kReady);
  told_again.retain = true;
  store(database, {presence(device_, wire::PresenceState::kLost), told_again});
  const auto devices = Reader::open(database_.name()).value().devices().value();
  ASSERT_THAT(devices, SizeIs(2));
  EXPECT_EQ(devices[0].last_seen, "");
  EXPECT_EQ(devices[1].last_seen, "");
}

TEST_P(hub_database, answers_are_read_back_for_the_report_in_every_value_type) {
  Database database = open();
  Submission given = submission(1);
  given.answers = {{"likes", std::vector<std::string>{"food"}}, {"stars", std::int64_t{4}}};
  store(database, {message_of(device_, 1, event::FeedbackSubmitted{given})});
  const auto submitted = Reader::open(database_.name()).value().submitted().value();
  ASSERT_THAT(submitted, SizeIs(1));
  EXPECT_EQ(submitted[0].session, "opening");
  EXPECT_EQ(submitted[0].answers, given.answers);
}

std::vector<BlockName> blocks_in(const std::string& database) {
  const auto submitted = Reader::open(database).value().submitted().value();
  std::vector<BlockName> blocks;
  for (const Given& given : submitted) blocks.push_back(given.block);
  return blocks;
}

TEST_P(hub_database, answers_of_a_session_that_is_over_get_into_a_block_and_stay_there) {
  Database database = open();
  const auto store_long_ago = [&](std::uint64_t from, std::uint64_t to) {
    std::vector<Message> messages;
    for (std::uint64_t seq = from; seq <= to; ++seq) messages.push_back(feedback_long_ago(device_, seq));
    store(database, messages);
  };
  const WallTime now = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  store_long_ago(1, 4);
  ASSERT_TRUE(release_answers(database_.name(), now).ok());
  EXPECT_THAT(blocks_in(database_.name()), Each(BlockName{}));
  store_long_ago(5, 6);
  ASSERT_TRUE(release_answers(database_.name(), now).ok());
  EXPECT_THAT(blocks_in(database_.name()), Each(BlockName{1, BlockKind::kSession}));
  store_long_ago(7, 11);
  ASSERT_TRUE(release_answers(database_.name(), now).ok());
  const auto blocks = blocks_in(database_.name());
  EXPECT_EQ(std::count(blocks.begin(), blocks.end(), BlockName{1, BlockKind::kSession}), 6);
  EXPECT_EQ(std::count(blocks.begin(), blocks.end(), BlockName{2, BlockKind::kSession}), 5);
}

TEST_P(hub_database, a_gap_and_the_end_of_a_session_decide_when_its_answers_get_into_a_block) {
  Database database = open();
  std::vector<Message> messages;
  for (std::uint64_t seq = 2; seq <= 9; ++seq) messages.push_back(feedback(device_, seq));
  store(database, messages);
  const WallTime soon = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  const WallTime later = soon + std::chrono::minutes(30);
  Reader reader = Reader::open(database_.name()).value();
  EXPECT_EQ(reader.progress(soon).value().incomplete.size(), 1U);
  store(database, {message_of(device_, 1, event::SessionEnded{"main-hall", PublicId::received("opening")},
                              "2027-05-11T15:00:00Z")});
  EXPECT_EQ(reader.progress(soon).value().incomplete.size(), 0U);
  ASSERT_TRUE(release_answers(database_.name(), later - std::chrono::minutes(1)).ok());
  EXPECT_THAT(blocks_in(database_.name()), Each(BlockName{}));
  ASSERT_TRUE(release_answers(database_.name(), later).ok());
  EXPECT_THAT(blocks_in(database_.name()), Each(BlockName{1, BlockKind::kSession}));
}

TEST_P(hub_database, an_end_that_was_taken_back_closes_no_session) {
  Database database = open();
  const PublicId opening = PublicId::received("opening");
  const auto is_ended = [&] {
    return !Reader::open(database_.name()).value().progress({}).value().ends.empty();
  };
  store(database,
        {message_of(device_, 1, event::SessionEnded{"main-hall", opening}, "2027-05-11T14:30:00Z")});
  EXPECT_TRUE(is_ended());
  store(database,
        {message_of(device_, 2, event::SessionStarted{"main-hall", opening}, "2027-05-11T14:30:05Z")});
  EXPECT_FALSE(is_ended());
  store(database,
        {message_of(device_, 3, event::SessionEnded{"main-hall", opening}, "2027-05-11T15:00:00Z")});
  EXPECT_TRUE(is_ended());
}

TEST_P(hub_database, the_threshold_of_a_visit_pack_comes_with_its_answers) {
  Database database = open();
  const auto loaded = [this](std::uint64_t seq, std::uint64_t threshold, const std::string& form) {
    return message_of(device_, seq, event::PackLoaded{"lisbon", "v1", threshold, {form}});
  };
  Submission of_another_form = submission(5);
  of_another_form.form_hash = "a form that no pack names";
  Submission of_small_pack = submission(6);
  of_small_pack.form_hash = "small";
  Device other = device_;
  other.origin.programme = "another-programme";
  store(database, {loaded(1, 8, "abc"), loaded(2, 6, "abc"), loaded(3, 2, "small"), feedback(device_, 4),
                   message_of(device_, 5, event::FeedbackSubmitted{of_another_form}),
                   message_of(device_, 6, event::FeedbackSubmitted{of_small_pack}), feedback(other, 7)});
  std::map<std::string, std::uint64_t> thresholds;
  std::size_t fives = 0;
  const auto submitted = Reader::open(database_.name()).value().submitted().value();
  for (const Given& given : submitted) {
    thresholds[given.form_hash] = std::max(thresholds[given.form_hash], given.threshold);
    fives += given.threshold == 5 ? 1 : 0;
  }
  EXPECT_EQ(thresholds, (std::map<std::string, std::uint64_t>{
                            {"abc", 8}, {"a form that no pack names", 8}, {"small", 5}}));
  EXPECT_EQ(fives, 2U);  // the small pack's, and that of a programme whose devices said nothing
}

TEST_P(hub_database, says_for_each_room_how_many_answers_it_has_and_their_words) {
  Database database = open();
  store(database, {feedback(device_, 2), feedback(device_, 1), audit(device_, 3)});
  HashSum sum;
  for (const std::uint64_t number : {1U, 2U}) sum.add(wire::share_of(submission(number)));
  const auto slips = Reader::open(database_.name()).value().slips().value();
  EXPECT_THAT(slips, ElementsAre(ClosingSlip{"main-hall", 2, 2, sum, sum, 0}));
}

INSTANTIATE_TEST_SUITE_P(both, hub_database, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
