// SPDX-License-Identifier: Apache-2.0
// What one device can do to the hub's database: it has bounds in the quarantine, and the gaps that it leaves
// cost nobody anything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/numbers/queries.h"
#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

class hub_bounds : public testing::TestWithParam<Kind> {
 protected:
  Database open(const QuarantineLimits& limits = {}) {
    auto opened = Database::open(database_.name(), limits);
    EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : opened.error().message);
    return std::move(opened).value();
  }
  ReceivedRanges store(Database& database, const std::vector<Message>& messages) {
    std::vector<Arrival> batch;
    for (const Message& message : messages) batch.push_back(sort_message(message));
    auto stored = database.store(batch, now_);
    EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().message);
    return stored.ok() ? std::move(stored).value().received : ReceivedRanges();
  }
  std::uint64_t count(const std::string& query) { return database_.count(query); }

  TestDatabase database_{GetParam()};
  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  Device device_;
  const Stream stream_{"demo", "kiosk-1", "e1"};
};

// A row that nobody gave, as large as `bytes`.
Message large_poison(const Device& device, std::uint64_t seq, std::size_t bytes) {
  Message message = poison(device, seq);
  message.payload += std::string(bytes, 'x');
  return message;
}

TEST_P(hub_bounds, a_device_that_sends_poison_without_end_takes_the_place_of_its_own_alone) {
  Database database = open({.rows = 100, .rows_of_device = 10});
  const Device rogue{{"demo", "rogue"}, "e1"};
  store(database, {poison(device_, 1), poison(device_, 2, EventKind::kFeedback)});
  for (std::uint64_t seq = 1; seq <= 300; seq += 50) {
    std::vector<Message> flood;
    for (std::uint64_t i = 0; i < 50; ++i) flood.push_back(poison(rogue, seq + i));
    const ReceivedRanges received = store(database, flood);
    EXPECT_EQ(received.at({"demo", "rogue", "e1"}), Ranges({{1, seq + 49}})) << "none of it blocks others";
  }
  EXPECT_EQ(count("SELECT count(*) FROM quarantine WHERE topic LIKE '%/rogue/%'"), 10u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine WHERE topic LIKE '%/kiosk-1/%'"), 1u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine WHERE topic LIKE '%/feedback'"), 1u);
}

TEST_P(hub_bounds, the_quarantine_is_bounded_in_bytes_for_each_device_and_for_all) {
  Database database = open({.bytes = 50'000, .bytes_of_device = 20'000});
  for (std::uint64_t seq = 1; seq <= 20; ++seq)
    for (const char* name : {"one", "two", "three", "four"})
      store(database, {large_poison({{"demo", name}, "e1"}, seq, 5'000)});
  EXPECT_LE(count("SELECT sum(length(payload)) FROM quarantine"), 50'000u);
  EXPECT_GE(count("SELECT sum(length(payload)) FROM quarantine"), 40'000u);
  for (const char* name : {"one", "two", "three", "four"})
    EXPECT_GE(count("SELECT count(*) FROM quarantine WHERE topic LIKE '%/" + std::string(name) + "/%'"), 1u);
}

TEST_P(hub_bounds, what_is_counted_of_the_quarantine_is_what_is_in_it) {
  Database database = open({.rows = 12, .rows_of_device = 5});
  for (std::uint64_t seq = 1; seq <= 40; ++seq)
    store(database, {poison({{"demo", "one"}, "e1"}, seq), poison({{"demo", "two"}, "e1"}, seq / 2 + 1),
                     poison(device_, seq, seq % 9 == 0 ? EventKind::kFeedback : EventKind::kAudit)});
  EXPECT_EQ(count("SELECT sum(held) FROM quarantine_use"), count("SELECT count(*) FROM quarantine"));
  EXPECT_EQ(count("SELECT held FROM quarantine_use WHERE owner = ''"),
            count("SELECT count(*) FROM quarantine WHERE topic LIKE '%/feedback'"));
  EXPECT_EQ(count("SELECT count(*) FROM quarantine_of_device"),
            count("SELECT count(*) FROM quarantine WHERE topic NOT LIKE '%/feedback'"));
}

TEST_P(hub_bounds, nothing_beside_the_quarantine_tells_which_device_gave_what_is_in_it) {
  Database database = open();
  store(database, {poison(device_, 1, EventKind::kFeedback)});
  EXPECT_EQ(count("SELECT count(*) FROM quarantine WHERE topic LIKE '%kiosk%'"), 0u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine_of_device"), 0u);
  EXPECT_EQ(count("SELECT count(*) FROM quarantine_use WHERE owner <> ''"), 0u);
}

TEST_P(hub_bounds, rows_in_any_order_with_any_gaps_are_held_as_they_came) {
  Database database = open();
  Ranges expected;
  std::uint64_t state = 7;
  for (int round = 0; round < 40; ++round) {
    std::vector<Message> batch;
    for (int i = 0; i < 20; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      const std::uint64_t seq = (state >> 33U) % 300 + 1;
      batch.push_back(audit(device_, seq));
      expected.add(seq);
    }
    EXPECT_EQ(store(database, batch).at(stream_), expected) << round;
  }
  EXPECT_EQ(count("SELECT count(*) FROM received"), expected.all().size());
}

TEST_P(hub_bounds, a_stream_with_more_gaps_than_an_ack_can_name_tells_its_first_ones) {
  Database database = open();
  std::vector<Message> odd;
  for (std::uint64_t seq = 1; seq <= 1'001; seq += 2) odd.push_back(audit(device_, seq));
  EXPECT_EQ(store(database, odd).at(stream_).all().size(), kMostRangesRead);
  EXPECT_EQ(database.received().value().at(stream_).all().size(), kMostRangesRead);
  EXPECT_EQ(count("SELECT count(*) FROM received"), 501u);
  EXPECT_EQ(Reader::open(database_.name()).value().devices().value().at(0).missing, 500u);
}

INSTANTIATE_TEST_SUITE_P(both, hub_bounds, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
