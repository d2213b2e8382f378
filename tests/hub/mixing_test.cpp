// SPDX-License-Identifier: Apache-2.0
// Answers that wait until they are mixed: they are held, counted and found again like any other.
#include "hub/store/mixing.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/numbers/queries.h"
#include "hub/store/mixing_rule.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Device kOne{{"demo", "kiosk-1"}, "e1"};
const Device kTwo{{"demo", "kiosk-2"}, "e1"};

Message with_other_answers(const Device& device, std::uint64_t seq, std::uint64_t number) {
  Submission other = submission(number);
  other.answers["mood"] = std::string("bad");
  return message_of(device, seq, event::FeedbackSubmitted{other});
}

std::vector<Message> of_one(std::uint64_t first, std::uint64_t count) {
  std::vector<Message> messages;
  for (std::uint64_t seq = first; seq < first + count; ++seq) messages.push_back(feedback(kOne, seq));
  return messages;
}

// What a report knows of an answer, as far as it does not depend on where it lies.
std::vector<std::string> known(const Reader& reader) {
  std::vector<std::string> all;
  const auto submitted = reader.submitted().value();
  for (const Given& given : submitted)
    all.push_back(given.id + " " + given.session + " " + given.form_hash + " " +
                  std::to_string(given.block.number));
  return all;
}

class hub_mixing : public testing::TestWithParam<Kind> {
 protected:
  Database open() const { return std::move(Database::open(database_.name())).value(); }
  Reader reader() const { return std::move(Reader::open(database_.name())).value(); }

  Stored store(Database& database, const std::vector<Message>& messages, Source source = Source::kBroker) {
    std::vector<Arrival> batch;
    for (const Message& message : messages) batch.push_back(sort_message(message));
    auto stored = database.store(batch, now_, source);
    EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().message);
    return stored.ok() ? std::move(stored).value() : Stored{};
  }
  Mixed mix(Database& database, MixWhich which = MixWhich::kRipe) {
    const auto mixed = database.mix(now_, which);
    EXPECT_TRUE(mixed.ok()) << (mixed.ok() ? "" : mixed.error().message);
    return mixed.ok() ? mixed.value() : Mixed{};
  }
  [[nodiscard]] std::uint64_t mixed() const { return database_.count("SELECT count(*) FROM feedback"); }
  [[nodiscard]] std::uint64_t waiting() const { return database_.count("SELECT count(*) FROM incoming"); }
  [[nodiscard]] std::string keys() const {
    std::ifstream file(database_.keys());
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void put_keys(const std::string& text) const {
    std::ofstream(database_.keys()) << text;
    allow(std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  }
  void allow(std::filesystem::perms rights) const { std::filesystem::permissions(database_.keys(), rights); }

  TestDatabase database_{GetParam()};
  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
};

TEST_P(hub_mixing, an_answer_that_waits_has_its_receipt_and_its_number_and_is_counted) {
  Database database = open();
  const Stored stored = store(database, {feedback(kOne, 1), audit(kOne, 2)});
  const Stream stream{"demo", "kiosk-1", "e1"};
  EXPECT_THAT(stored.receipts.at(stream), SizeIs(1));
  EXPECT_EQ(stored.received.at(stream), Ranges({{1, 2}}));
  EXPECT_EQ(stored.waiting, 1U);
  EXPECT_EQ(mixed(), 0U);
  EXPECT_EQ(waiting(), 1U);
  EXPECT_EQ(reader().submission_count().value(), 1U);
  EXPECT_EQ(reader().submitted().value().at(0).answers, submission(1).answers);
}

TEST_P(hub_mixing, readers_say_the_same_before_and_after) {
  Database database = open();
  std::vector<Message> messages;
  for (std::uint64_t seq = 1; seq <= 6; ++seq) messages.push_back(feedback_long_ago(kOne, seq));
  store(database, messages);
  ASSERT_TRUE(release_answers(database_.name(), now_).ok());
  const auto before = known(reader());
  const auto slips = reader().slips().value();
  EXPECT_THAT(before, SizeIs(6));
  EXPECT_THAT(before.front(), HasSubstr(" 1"));  // in a block while it waits
  EXPECT_EQ(slips.at(0).submitted, 6U);
  EXPECT_EQ(mix(database, MixWhich::kAll).moved, 6U);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(known(reader()), before);
  EXPECT_EQ(reader().slips().value(), slips);
  EXPECT_EQ(reader().submission_count().value(), 6U);
}

TEST_P(hub_mixing, what_comes_again_is_held_while_it_waits_and_when_it_is_mixed) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  for (int time = 0; time < 2; ++time) {
    EXPECT_THAT(store(database, {feedback(kOne, 1)}).results, ElementsAre(SaveResult::kHeld));
    EXPECT_THAT(store(database, {with_other_answers(kOne, 2, 1)}).results,
                ElementsAre(SaveResult::kSetAside));
    EXPECT_EQ(reader().submission_count().value(), 1U);
    mix(database, MixWhich::kAll);
  }
  EXPECT_EQ(mixed(), 1U);
}

TEST_P(hub_mixing, of_two_answers_with_one_id_in_a_batch_the_first_one_stands) {
  Database database = open();
  const Stored stored =
      store(database, {feedback(kOne, 1), with_other_answers(kOne, 2, 1), feedback(kTwo, 1)});
  EXPECT_THAT(stored.results, ElementsAre(SaveResult::kNew, SaveResult::kSetAside, SaveResult::kHeld));
  EXPECT_EQ(reader().submitted().value().at(0).answers, submission(1).answers);
}

TEST_P(hub_mixing, many_of_several_devices_at_once_need_not_wait_and_many_of_one_do) {
  Database database = open();
  std::vector<Message> messages;
  for (std::uint64_t seq = 1; seq <= 2 * kOthers; ++seq) messages.push_back(feedback(kOne, seq));
  EXPECT_EQ(store(database, messages).waiting, 2 * kOthers);
  messages.clear();
  for (std::uint64_t seq = 1; seq <= 2 * kOthers; ++seq)
    messages.push_back(feedback(seq % 2 == 0 ? kOne : kTwo, 100 + seq));
  EXPECT_EQ(store(database, messages).waiting, 0U);
  EXPECT_EQ(mixed(), 2 * kOthers);
}

TEST_P(hub_mixing, a_backlog_of_one_device_need_not_wait) {
  Database database = open();
  EXPECT_EQ(store(database, of_one(1, kBacklog)).waiting, kBacklog);
  EXPECT_EQ(store(database, of_one(1001, kBacklog + 1)).waiting, 0U);
  EXPECT_EQ(reader().submission_count().value(), 2 * kBacklog + 1);
}

TEST_P(hub_mixing, an_answer_goes_when_enough_have_come_and_at_the_latest_after_six_hours) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  EXPECT_EQ(mix(database).moved, 0U);
  for (std::uint64_t seq = 2; seq <= kOthers + 1; ++seq) store(database, {feedback(kTwo, seq)});
  EXPECT_EQ(mix(database).moved, 0U) << "only one of them is of another device than the most";
  for (std::uint64_t seq = 1; seq < kOthers; ++seq) store(database, {feedback(kOne, 100 + seq)});
  EXPECT_EQ(mix(database).moved, 2 * kOthers);
  store(database, {feedback(kOne, 200)});
  now_ += kLongestWait - hours(1);
  EXPECT_EQ(mix(database).moved, 0U);
  now_ += hours(1);
  EXPECT_EQ(mix(database).moved, 1U);
}

TEST_P(hub_mixing, an_import_needs_not_wait_and_knows_what_waits) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  EXPECT_THAT(store(database, {feedback(kOne, 1), feedback(kOne, 2)}, Source::kFile).results,
              ElementsAre(SaveResult::kHeld, SaveResult::kNew));
  EXPECT_EQ(mixed(), 1U);
  EXPECT_EQ(reader().submission_count().value(), 2U);
}

TEST_P(hub_mixing, a_bounded_number_goes_at_a_time) {
  Database database = open();
  for (std::uint64_t first = 1; first <= 2500; first += 100) store(database, of_one(first, 100));
  const Mixed some = mix(database);
  EXPECT_EQ(some.moved, 2000U);
  EXPECT_TRUE(some.is_more);
  const Mixed rest = mix(database, MixWhich::kAll);
  EXPECT_EQ(rest.moved, 500U);
  EXPECT_FALSE(rest.is_more);
  EXPECT_EQ(mixed(), 2500U);
}

TEST_P(hub_mixing, the_keys_are_the_owner_s_alone_and_go_with_what_they_have_sealed) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  const std::string first = keys();
  EXPECT_NE(first, "");
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(database_.keys()).permissions() & (perms::group_all | perms::others_all),
            perms::none);
  now_ += hours(3);
  store(database, {feedback_long_ago(kOne, 2)});
  now_ += hours(3);
  EXPECT_EQ(mix(database).moved, 1U);
  EXPECT_THAT(keys(), HasSubstr(first)) << "the second answer still waits under it";
  store(database, {feedback_long_ago(kOne, 3)});
  mix(database, MixWhich::kAll);
  EXPECT_FALSE(std::filesystem::exists(database_.keys()));
  EXPECT_EQ(mixed(), 3U);
}

TEST_P(hub_mixing, after_a_loss_of_the_keys_there_is_a_new_epoch_once_and_devices_send_again) {
  Database database = open();
  store(database, {feedback(kOne, 1), feedback(kOne, 2)});
  const std::string epoch = database.last_commit().value().hub;
  std::filesystem::remove(database_.keys());
  EXPECT_EQ(mix(database).lost, 2U);
  EXPECT_NE(database.last_commit().value().hub, epoch);
  EXPECT_EQ(mix(database).lost, 0U);
  EXPECT_EQ(reader().waiting().value().lost, 2U);
  EXPECT_EQ(reader().submission_count().value(), 0U);
  EXPECT_THAT(store(database, {feedback(kOne, 1)}).results, ElementsAre(SaveResult::kNew));
  EXPECT_EQ(reader().submission_count().value(), 1U);
}

TEST_P(hub_mixing, keys_that_are_put_back_open_what_was_lost_and_double_nothing) {
  Database database = open();
  store(database, {feedback(kOne, 1), feedback(kOne, 2)});
  const std::string lost = keys();
  std::filesystem::remove(database_.keys());
  mix(database);
  store(database, {feedback(kOne, 1)});
  put_keys(lost + keys());
  mix(database, MixWhich::kAll);
  EXPECT_EQ(mixed(), 2U);
  EXPECT_EQ(waiting(), 0U);
}

TEST_P(hub_mixing, a_file_of_several_keys_that_is_appended_to_the_new_one_opens_all) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  now_ += hours(3);
  store(database, {feedback_long_ago(kOne, 2)});
  now_ += hours(3);
  ASSERT_EQ(mix(database).moved, 1U);
  store(database, {feedback_long_ago(kOne, 3)});
  const std::string lost = keys();
  ASSERT_EQ(std::count(lost.begin(), lost.end(), '\n'), 2);
  std::filesystem::remove(database_.keys());
  ASSERT_EQ(mix(database).lost, 2U);
  store(database, {feedback_long_ago(kOne, 3), feedback_long_ago(kOne, 4)});
  EXPECT_EQ(reader().submission_count().value(), 3U) << "1 mixed, 3 and 4 wait, 2 is lost";
  put_keys(keys() + lost);
  EXPECT_EQ(reader().submission_count().value(), 4U) << "3 waits under two keys and is one answer";
  EXPECT_THAT(reader().waiting().value().answers, SizeIs(3));
  EXPECT_EQ(reader().waiting().value().lost, 0U);
  mix(database, MixWhich::kAll);
  EXPECT_EQ(mixed(), 4U);
  EXPECT_EQ(reader().submission_count().value(), 4U);
}

TEST_P(hub_mixing, what_waits_and_is_mixed_already_is_counted_once) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  const std::string lost = keys();
  std::filesystem::remove(database_.keys());
  mix(database);
  store(database, {feedback(kOne, 1)});
  mix(database, MixWhich::kAll);
  put_keys(lost);
  EXPECT_EQ(reader().submission_count().value(), 1U);
  EXPECT_THAT(reader().waiting().value().answers, IsEmpty());
}

TEST(hub_mixing_words, of_lost_keys_say_to_append_the_old_file_and_not_to_replace_the_new_one) {
  Mixed mixed;
  mixed.lost = 2;
  EXPECT_THAT(told_of(mixed, "/hub/hub.db.mixing"),
              ElementsAre(testing::AllOf(HasSubstr("cat OLD >> /hub/hub.db.mixing"),
                                         HasSubstr("Do not put the old file in its place"))));
}

TEST_P(hub_mixing, what_was_lost_is_erased_after_a_month) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  std::filesystem::remove(database_.keys());
  mix(database);
  now_ += hours(24 * 30);
  mix(database);
  EXPECT_EQ(waiting(), 1U);
  now_ += hours(24);
  mix(database);
  EXPECT_EQ(waiting(), 0U);
}

TEST_P(hub_mixing, keys_that_others_may_read_stop_the_hub_and_nothing_counts_as_lost) {
  Database database = open();
  store(database, {feedback(kOne, 1)});
  allow(std::filesystem::perms::all);
  const std::vector<Arrival> batch{sort_message(feedback(kOne, 2))};
  EXPECT_THAT(database.store(batch, now_).error().message, HasSubstr(database_.keys()));
  EXPECT_FALSE(database.mix(now_).ok());
  EXPECT_EQ(waiting(), 1U);
  allow(std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_TRUE(database.store(batch, now_).ok());
  EXPECT_EQ(reader().waiting().value().lost, 0U);
}

TEST_P(hub_mixing, for_a_reader_without_the_keys_what_waits_is_on_its_way) {
  Database database = open();
  store(database, {feedback(kOne, 1), feedback(kTwo, 2)});
  std::filesystem::remove(database_.keys());
  EXPECT_EQ(reader().waiting().value().unopened, 2U);
  EXPECT_THAT(reader().submitted().value(), IsEmpty());
  EXPECT_EQ(reader().submission_count().value(), 2U);
  EXPECT_THAT(reader().progress(now_).value().incomplete, ElementsAre("demo"));
}

TEST_P(hub_mixing, what_waited_in_a_backup_whose_keys_are_gone_is_asked_for_again) {
  {
    Database database = open();
    store(database, {feedback(kOne, 1)});
  }
  database_.back_up();
  database_.mix();
  database_.restore();
  Database database = open();
  EXPECT_EQ(mix(database).lost, 1U);
  store(database, {feedback(kOne, 1)});
  EXPECT_EQ(reader().submission_count().value(), 1U);
}

INSTANTIATE_TEST_SUITE_P(both, hub_mixing, kBoth, name_of);

// On two machines: each has keys of its own.
class two_hubs : public hub_mixing {
 protected:
  ~two_hubs() override { unsetenv("STATE_DIRECTORY"); }
  Database at_the_other() {
    setenv("STATE_DIRECTORY", other_.path().c_str(), 1);
    Database database = open();
    unsetenv("STATE_DIRECTORY");
    return database;
  }

  ScratchFolder other_;
};

TEST_P(two_hubs, neither_takes_what_waits_at_the_other_for_lost) {
  Database here = open();
  Database there = at_the_other();
  store(here, {feedback(kOne, 1)});
  store(there, {feedback(kOne, 2)});
  EXPECT_EQ(mix(here).lost, 0U);
  EXPECT_EQ(mix(there, MixWhich::kAll).moved, 1U);
  EXPECT_EQ(mix(here, MixWhich::kAll).moved, 1U);
  EXPECT_EQ(mixed(), 2U);
}

TEST_P(two_hubs, an_answer_that_came_to_both_is_there_once) {
  Database here = open();
  Database there = at_the_other();
  store(here, {feedback(kOne, 1)});
  store(there, {feedback(kOne, 1), with_other_answers(kTwo, 1, 2)});
  store(here, {feedback(kOne, 2)});
  EXPECT_EQ(mix(here, MixWhich::kAll).others, 0U);
  EXPECT_EQ(mix(there, MixWhich::kAll).others, 1U) << "the one with other content";
  EXPECT_EQ(mixed(), 2U);
}

INSTANTIATE_TEST_SUITE_P(postgres, two_hubs, testing::Values(Kind::kPostgres), name_of);

}  // namespace
}  // namespace tertulia::hub
