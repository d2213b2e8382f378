// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/writer.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/content.h"
#include "hub/arrival/quarantine.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class ManualClock final : public Clock {
 public:
  [[nodiscard]] Now now() const override {
    now_.boot += step_;
    return now_;
  }
  void advance_at_each_look(BootTime step) { step_ = step; }
  void advance(BootTime by) { now_.boot += by; }
  void set_wall(WallTime wall) { now_.wall = wall; }
  void pass(std::chrono::hours hours) {
    now_.boot += hours;
    now_.wall += hours;
  }

 private:
  mutable Now now_;
  BootTime step_{};
};

class hub_writer : public testing::TestWithParam<Kind> {
 protected:
  Writer open() {
    auto writer = Writer::open(Database::open(database_.name()).value(), clock_, announcements_);
    EXPECT_TRUE(writer.ok());
    return std::move(writer).value();
  }
  static std::vector<Arrival> batch(const std::vector<Message>& messages) {
    std::vector<Arrival> sorted;
    for (const Message& message : messages) sorted.push_back(sort_message(message));
    return sorted;
  }
  std::vector<Ack> said() {
    std::vector<Ack> acks;
    for (const StreamAck& one : announcements_.take()) {
      acks.push_back(one.ack);
      numbers_.push_back(std::exchange(acks.back().number, 0));
      epochs_.insert(std::exchange(acks.back().hub, {}));
    }
    return acks;
  }

  TestDatabase database_{GetParam()};
  ManualClock clock_;
  Announcements announcements_;
  Device device_;
  std::vector<std::uint64_t> numbers_;  // of every ack that was said
  std::set<std::string> epochs_;        // of the hub, in them
};

TEST_P(hub_writer, says_an_ack_after_the_commit) {
  Writer writer = open();
  ASSERT_TRUE(writer.write(batch({audit(device_, 1), audit(device_, 2)})).ok());
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 2, {}}));
}

TEST_P(hub_writer, rows_that_were_held_already_lead_to_a_fresh_ack) {
  Writer writer = open();
  ASSERT_TRUE(writer.write(batch({audit(device_, 1)})).ok());
  said();
  ASSERT_TRUE(writer.write(batch({audit(device_, 1)})).ok());
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 1, {}}));
}

TEST_P(hub_writer, each_answer_that_is_held_gets_its_receipt_and_each_time_it_comes) {
  Writer writer = open();
  const std::vector<Receipt> owed{wire::receipt_for(wire::from_message(feedback(device_, 2)).value())};
  for (int time = 0; time < 2; ++time) {
    ASSERT_TRUE(writer.write(batch({audit(device_, 1), feedback(device_, 2)})).ok());
    EXPECT_THAT(said(), ElementsAre(Ack{"e1", 2, {}, owed}));
  }
}

TEST_P(hub_writer, a_receipt_is_said_also_while_rows_before_it_are_missing) {
  Writer writer = open();
  ASSERT_TRUE(writer.write(batch({feedback(device_, 5)})).ok());
  const auto acks = said();
  ASSERT_THAT(acks, SizeIs(1));
  EXPECT_EQ(acks[0].seq, 0U);
  EXPECT_THAT(acks[0].receipts, SizeIs(1));
}

TEST_P(hub_writer, a_receipt_that_was_not_yet_published_stays_with_the_next_ack) {
  Writer writer = open();
  ASSERT_TRUE(writer.write(batch({feedback(device_, 1)})).ok());
  ASSERT_TRUE(writer.write(batch({feedback(device_, 2)})).ok());
  const auto acks = said();
  ASSERT_THAT(acks, SizeIs(1));
  EXPECT_THAT(acks[0].receipts, SizeIs(2));
}

TEST_P(hub_writer, acks_are_numbered_upwards_across_restarts_and_a_clock_that_went_back) {
  for (int start = 0; start < 3; ++start) {
    Writer writer = open();
    ASSERT_TRUE(writer.write(batch({audit(device_, 1)})).ok());
    clock_.set_wall(WallTime(Milliseconds(1000 - 400 * start)));
    ASSERT_TRUE(writer.write(batch({audit(device_, 1)})).ok());
    said();
  }
  EXPECT_TRUE(std::is_sorted(numbers_.begin(), numbers_.end(), std::less_equal<>()));
  EXPECT_GE(numbers_.back(), 1000U);
}

TEST_P(hub_writer, says_nothing_when_the_commit_fails) {
  Writer writer = open();
  database_.execute("ALTER TABLE received RENAME TO gone");
  EXPECT_FALSE(writer.write(batch({audit(device_, 1)})).ok());
  EXPECT_THAT(said(), IsEmpty());
  database_.execute("ALTER TABLE gone RENAME TO received");
  EXPECT_TRUE(writer.write(batch({audit(device_, 1)})).ok());
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 1, {}}));
}

TEST_P(hub_writer, erases_contacts_after_a_year_although_nothing_arrives) {
  const SealedContact contact{submission_id(7), "lisbon", std::vector<std::uint8_t>(kSealedBytes)};
  clock_.set_wall(wall_from_rfc3339("2027-05-11T08:00:00Z").value());
  Writer writer = open();
  ASSERT_TRUE(
      writer.write(batch({message_of(device_, 1, event::ContactSealed{contact}, "2027-05-11T00:00:00Z")}))
          .ok());
  for (int day = 0; day < 365; ++day) {
    ASSERT_TRUE(writer.tidy().ok());
    clock_.pass(std::chrono::hours(24));
    EXPECT_EQ(database_.count("SELECT count(*) FROM contact"), 1U) << day;
  }
  clock_.pass(std::chrono::hours(24));
  ASSERT_TRUE(writer.tidy().ok());
  EXPECT_EQ(database_.count("SELECT count(*) FROM contact"), 0U);
}

TEST_P(hub_writer, tidies_once_a_day_and_an_hour_after_it_could_not) {
  Writer writer = open();
  ASSERT_TRUE(writer.tidy().ok());
  database_.execute("ALTER TABLE contact RENAME TO gone");
  clock_.pass(std::chrono::hours(23));
  EXPECT_TRUE(writer.tidy().ok());
  clock_.pass(std::chrono::hours(1));
  EXPECT_FALSE(writer.tidy().ok());
  EXPECT_TRUE(writer.tidy().ok());
  database_.execute("ALTER TABLE gone RENAME TO contact");
  clock_.pass(std::chrono::hours(1));
  EXPECT_TRUE(writer.tidy().ok());
}

TEST_P(hub_writer, mixes_once_a_minute_what_has_waited_long_enough) {
  Writer writer = open();
  const auto ignore = [](std::string_view) {};
  clock_.set_wall(wall_from_rfc3339("2027-05-11T08:00:00Z").value());
  ASSERT_TRUE(writer.mix(ignore).ok());
  ASSERT_TRUE(writer.write(batch({feedback(device_, 1)})).ok());
  clock_.set_wall(wall_from_rfc3339("2027-05-11T14:00:00Z").value());
  clock_.advance(seconds(59));
  ASSERT_TRUE(writer.mix(ignore).ok());
  EXPECT_EQ(database_.count("SELECT count(*) FROM feedback"), 0U);
  clock_.advance(seconds(1));
  ASSERT_TRUE(writer.mix(ignore).ok());
  EXPECT_EQ(database_.count("SELECT count(*) FROM feedback"), 1U);
}

TEST_P(hub_writer, mixes_at_once_when_a_device_has_brought_more_than_may_wait) {
  Writer writer = open();
  const auto ignore = [](std::string_view) {};
  ASSERT_TRUE(writer.mix(ignore).ok());
  for (std::uint64_t first = 1; first <= 1000; first += 100) {
    std::vector<Message> some;
    for (std::uint64_t seq = first; seq < first + 100; ++seq) some.push_back(feedback(device_, seq));
    ASSERT_TRUE(writer.write(batch(some)).ok());
  }
  ASSERT_TRUE(writer.mix(ignore).ok());
  EXPECT_EQ(database_.count("SELECT count(*) FROM feedback"), 0U);
  ASSERT_TRUE(writer.write(batch({feedback(device_, 1001)})).ok());
  ASSERT_TRUE(writer.mix(ignore).ok());
  EXPECT_EQ(database_.count("SELECT count(*) FROM feedback"), 1001U);
}

TEST_P(hub_writer, a_lost_key_is_said_and_every_device_hears_a_new_epoch) {
  Writer writer = open();
  const Device other{{"demo", "kiosk-2"}, "e7"};
  ASSERT_TRUE(writer.write(batch({feedback(device_, 1), audit(other, 1)})).ok());
  said();
  std::filesystem::remove(database_.keys());
  std::vector<std::string> log;
  ASSERT_TRUE(writer.mix([&](std::string_view line) { log.emplace_back(line); }).ok());
  EXPECT_THAT(log, ElementsAre(testing::HasSubstr("1 answers that had arrived cannot be opened")));
  EXPECT_THAT(said(), SizeIs(2));
  EXPECT_THAT(epochs_, SizeIs(2));
}

TEST_P(hub_writer, a_hole_is_asked_for_when_it_is_thirty_seconds_old) {
  Writer writer = open();
  ASSERT_TRUE(writer.write(batch({audit(device_, 1), audit(device_, 3)})).ok());
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 1, {}}));
  clock_.advance(seconds(29));
  writer.remind();
  EXPECT_THAT(said(), IsEmpty());
  clock_.advance(seconds(1));
  writer.remind();
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 3, {{2, 2}}}));
}

TEST_P(hub_writer, the_ack_of_the_current_epoch_is_said_last) {
  Writer writer = open();
  const Device older{device_.origin, "f0"};
  ASSERT_TRUE(writer.write(batch({presence(device_, wire::PresenceState::kReady), audit(device_, 1)})).ok());
  said();
  ASSERT_TRUE(writer.write(batch({audit(older, 1)})).ok());
  EXPECT_THAT(said(), ElementsAre(Ack{"f0", 1, {}}, Ack{"e1", 1, {}}));
}

TEST_P(hub_writer, after_a_reconnection_every_ack_is_said_again) {
  {
    Writer writer = open();
    ASSERT_TRUE(writer.write(batch({audit(device_, 1), audit({{"demo", "kiosk-2"}, "e7"}, 1)})).ok());
    said();
  }
  Writer writer = open();
  ASSERT_TRUE(writer.write({arrival::Reconnected{}}).ok());
  EXPECT_THAT(said(), SizeIs(2));
}

TEST_P(hub_writer, every_ack_names_the_hub_s_epoch_and_an_ordinary_restart_keeps_it) {
  for (int start = 0; start < 2; ++start) {
    Writer writer = open();
    ASSERT_TRUE(writer.write(batch({audit(device_, 1)})).ok());
    said();
  }
  ASSERT_THAT(epochs_, SizeIs(1));
  EXPECT_TRUE(is_epoch(*epochs_.begin()));
}

TEST_P(hub_writer, an_ack_without_any_row_is_not_said) {
  Writer writer = open();
  ASSERT_TRUE(writer.write(batch({audit(device_, 4)})).ok());
  EXPECT_THAT(said(), IsEmpty());
}

TEST_P(hub_writer, after_a_reconnection_each_device_hears_one_ack_of_its_current_epoch) {
  Writer writer = open();
  for (const char* epoch : {"a1", "e1", "z9"})
    ASSERT_TRUE(writer.write(batch({audit({device_.origin, epoch}, 1)})).ok());
  ASSERT_TRUE(writer.write(batch({presence(device_, wire::PresenceState::kReady)})).ok());
  said();
  ASSERT_TRUE(writer.write({arrival::Reconnected{}}).ok());
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 1, {}}));
}

TEST_P(hub_writer, a_device_in_an_epoch_of_which_the_hub_holds_nothing_hears_the_hub_all_the_same) {
  Writer writer = open();
  for (const char* epoch : {"a1", "b2"})
    ASSERT_TRUE(writer.write(batch({audit({device_.origin, epoch}, 1)})).ok());
  ASSERT_TRUE(writer.write(batch({presence({device_.origin, "fresh"}, wire::PresenceState::kReady)})).ok());
  said();
  ASSERT_TRUE(writer.write({arrival::Reconnected{}}).ok());
  EXPECT_THAT(said(), SizeIs(1));
}

TEST_P(hub_writer, in_a_new_epoch_of_the_hub_each_device_hears_it_once) {
  Writer writer = open();
  for (const char* epoch : {"a1", "b2", "c3"})
    ASSERT_TRUE(writer.write(batch({audit({device_.origin, epoch}, 1)})).ok());
  said();
  const Commit last = Database::open(database_.name()).value().last_commit().value();
  ASSERT_TRUE(writer.write({arrival::Heard{last.number + 1'000'000, last.hub}}).ok());
  EXPECT_THAT(said(), SizeIs(1));
  EXPECT_THAT(epochs_, SizeIs(2));
}

TEST_P(hub_writer, an_ack_of_a_stream_with_very_many_holes_covers_nothing_that_is_missing) {
  Writer writer = open();
  std::vector<Message> odd;
  for (std::uint64_t seq = 1; seq <= 1'001; seq += 2) odd.push_back(audit(device_, seq));
  ASSERT_TRUE(writer.write(batch(odd)).ok());
  clock_.advance(kHolePatience);
  said();
  writer.remind();
  const auto acks = said();
  ASSERT_THAT(acks, SizeIs(1));
  EXPECT_THAT(acks[0].miss, SizeIs(kMostMisses));
  EXPECT_EQ(acks[0].seq, 2 * kMostMisses + 1);
}

class hub_writer_that_runs : public hub_writer {
 protected:
  void put(const std::vector<Message>& messages) {
    for (const Arrival& one : batch(messages)) ASSERT_TRUE(queue_.put(one));
  }
  void run(Budgets& budgets, std::size_t batch_size = 10) {
    Writer writer = open();
    queue_.close();
    writer.run(queue_, budgets, {batch_size, std::chrono::milliseconds(0)},
               [this](std::string_view line) { log_.emplace_back(line); });
  }

  FairQueue queue_;
  Budgets budgets_;
  std::vector<std::string> log_;
};

TEST_P(hub_writer_that_runs, what_is_in_the_closed_queue_is_still_written) {
  put({audit(device_, 1), audit(device_, 2), audit(device_, 3)});
  run(budgets_, 2);
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 3, {}}));
  EXPECT_THAT(log_, IsEmpty());
}

TEST_P(hub_writer_that_runs, no_longer_than_a_moment_however_much_there_is) {
  std::vector<Message> many;
  for (std::uint64_t seq = 1; seq <= 100; ++seq) many.push_back(audit(device_, seq));
  put(many);
  clock_.advance_at_each_look(std::chrono::milliseconds(100));
  run(budgets_, 1);
  const auto acks = said();
  ASSERT_THAT(acks, SizeIs(1));
  EXPECT_GE(acks[0].seq, 1U);
  EXPECT_LT(acks[0].seq, 100U);
  EXPECT_THAT(log_, ElementsAre(testing::HasSubstr("send them again")));
}

TEST_P(hub_writer_that_runs, what_begins_more_epochs_than_its_device_may_is_neither_stored_nor_acknowledged) {
  Budgets tight({.epochs = {2, 0}});
  std::vector<Message> fresh;
  for (int number = 1; number <= 20; ++number)
    fresh.push_back(audit({device_.origin, "e" + std::to_string(number)}, 1));
  fresh.push_back(audit(device_, 2));                          // of an epoch that it has
  fresh.push_back(audit({{"demo", "kiosk-2"}, "honest"}, 1));  // of another device
  put(fresh);
  run(tight);
  EXPECT_EQ(database_.count("SELECT count(*) FROM event"), 4U);
  EXPECT_EQ(database_.count("SELECT count(*) FROM received"), 3U);
  EXPECT_THAT(said(), SizeIs(3));
}

TEST_P(hub_writer_that_runs, which_device_is_over_its_budget_is_said_once_and_noted_for_the_status) {
  Budgets tight({.epochs = {1, 0}});
  std::vector<Message> fresh;
  for (int number = 1; number <= 30; ++number)
    fresh.push_back(audit({device_.origin, "e" + std::to_string(number)}, 1));
  put(fresh);
  run(tight);
  EXPECT_THAT(log_, ElementsAre(testing::AllOf(testing::HasSubstr("demo/kiosk-1"),
                                               testing::HasSubstr("tertulia-hub revoke kiosk-1"))));
  EXPECT_EQ(database_.count("SELECT count(*) FROM device WHERE over_budget LIKE '%databases of its own%'"),
            1U);
}

TEST_P(hub_writer_that_runs, rows_that_come_again_cost_nothing_of_what_a_device_may_store) {
  Budgets budgets({.rows = {3, 0}});
  put({audit(device_, 1), audit(device_, 1), audit(device_, 1), audit(device_, 1), audit(device_, 2)});
  run(budgets);
  EXPECT_TRUE(budgets.takes(device_.origin, clock_.now().boot));
}

TEST_P(hub_writer_that_runs, unreadable_answers_over_the_budget_are_refused_and_stay_on_their_device) {
  Budgets tight({.set_aside = {1, 0}});
  put({poison(device_, 1, EventKind::kFeedback), poison(device_, 2, EventKind::kFeedback),
       poison(device_, 3, EventKind::kFeedback), poison({{"demo", "kiosk-2"}, "e1"}, 4, EventKind::kFeedback),
       feedback(device_, 5)});
  run(tight);
  EXPECT_EQ(database_.count("SELECT count(*) FROM quarantine"), 2U);
  EXPECT_EQ(database_.count("SELECT (SELECT count(*) FROM feedback) + (SELECT count(*) FROM incoming)"), 1U);
  std::size_t refused = 0;
  for (const Ack& ack : said()) refused += ack.refused.size();
  EXPECT_EQ(refused, 4U) << "each device is told, whether there was room or not";
}

TEST_P(hub_writer_that_runs, a_refusing_database_makes_the_hub_failing_and_the_batch_is_kept) {
  Writer writer = open();
  database_.execute("ALTER TABLE received RENAME TO gone");
  std::vector<Health> healths;
  announcements_.on_change([&] {
    healths.push_back(announcements_.health());
    if (healths.size() == 1) database_.execute("ALTER TABLE gone RENAME TO received");
    if (healths.size() > 1) queue_.close();
  });
  put({audit(device_, 1)});
  writer.run(queue_, budgets_, {10, std::chrono::milliseconds(0)}, [](std::string_view) {});
  EXPECT_EQ(healths.front(), Health::kFailing);
  EXPECT_EQ(announcements_.health(), Health::kTaking);
  EXPECT_THAT(said(), ElementsAre(Ack{"e1", 1, {}}));
}

INSTANTIATE_TEST_SUITE_P(both, hub_writer_that_runs, kBoth, name_of);
INSTANTIATE_TEST_SUITE_P(both, hub_writer, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
