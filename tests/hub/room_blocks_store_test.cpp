// SPDX-License-Identifier: Apache-2.0
// The events with which devices tell of the blocks they have cut: stored once and beside no device, and read
// by the report.
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/numbers/queries.h"
#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class blocks_of_rooms : public testing::TestWithParam<Kind> {
 protected:
  ReceivedRanges store(const std::vector<Message>& messages) {
    Database database = Database::open(base_.name()).value();
    std::vector<Arrival> batch;
    for (const Message& message : messages) batch.push_back(sort_message(message));
    auto stored = database.store(batch, wall_from_rfc3339("2027-05-11T15:00:00Z").value());
    EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().message);
    return stored.ok() ? std::move(stored).value().received : ReceivedRanges{};
  }
  void store_answers(std::uint64_t from, std::uint64_t to) {
    std::vector<Message> messages;
    for (std::uint64_t seq = from; seq <= to; ++seq) messages.push_back(feedback_long_ago(device_, seq));
    store(messages);
  }
  [[nodiscard]] Message released(std::uint64_t seq, std::uint64_t from, std::uint64_t to) const {
    event::AnswersReleased event{"pulse", PublicId::received("opening"), {}};
    for (std::uint64_t number = from; number <= to; ++number) event.answers.push_back(submission_id(number));
    return message_of(device_, seq, event);
  }
  std::map<BlockName, std::size_t> blocks_after_a_report() {
    EXPECT_TRUE(release_answers(base_.name(), wall_from_rfc3339("2027-05-11T15:00:00Z").value()).ok());
    std::map<BlockName, std::size_t> blocks;
    const auto answers = Reader::open(base_.name()).value().submitted().value();
    for (const Given& given : answers) ++blocks[given.block];
    return blocks;
  }

  Device device_;
  TestDatabase base_{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(both, blocks_of_rooms, kBoth, name_of);

TEST_P(blocks_of_rooms, are_the_blocks_of_the_report_and_stay_so) {
  store_answers(1, 12);
  store({released(13, 1, 10)});
  const std::map<BlockName, std::size_t> first{{{}, 2}, {{1, BlockKind::kRoom}, 10}};
  EXPECT_EQ(blocks_after_a_report(), first);
  store_answers(14, 16);
  EXPECT_EQ(blocks_after_a_report(),
            (std::map<BlockName, std::size_t>{{{1, BlockKind::kSession}, 5}, {{1, BlockKind::kRoom}, 10}}));
}

TEST_P(blocks_of_rooms, wait_for_the_last_of_their_answers) {
  store_answers(1, 9);
  store({released(10, 1, 11)});
  EXPECT_EQ(blocks_after_a_report(), (std::map<BlockName, std::size_t>{{{}, 9}}));
  store_answers(11, 11);
  EXPECT_EQ(blocks_after_a_report(), (std::map<BlockName, std::size_t>{{{}, 10}}));
  store_answers(10, 10);
  EXPECT_EQ(blocks_after_a_report().size(), 1U);
}

TEST_P(blocks_of_rooms, lie_beside_no_device_no_row_and_no_time_and_are_acknowledged) {
  const ReceivedRanges received = store({audit(device_, 1), released(2, 1, 10)});
  EXPECT_EQ(received.at({"demo", "kiosk-1", "e1"}), Ranges({{1, 2}}));
  EXPECT_EQ(
      base_.count("SELECT count(*) FROM event WHERE type LIKE '%content.released%' AND programme = 'demo' "
                  "AND device = '' AND seq = 0 AND time = '' AND recorded_time = ''"),
      1U);
  EXPECT_EQ(base_.count("SELECT count(*) FROM event WHERE data LIKE '%kiosk-1%'"), 0U);
}

TEST_P(blocks_of_rooms, are_awaited_of_devices_that_are_away_where_devices_cut_any) {
  store({audit(device_, 1), presence(device_, wire::PresenceState::kLost)});
  const auto silent = [this] {
    return Reader::open(base_.name()).value().progress({}).value().silent_since["demo"];
  };
  EXPECT_THAT(silent(), SizeIs(0));
  store({released(2, 1, 10)});
  EXPECT_THAT(silent(), ElementsAre(wall_from_rfc3339("2027-05-11T15:00:00Z").value()));
  store({presence(device_, wire::PresenceState::kReady)});
  EXPECT_THAT(silent(), SizeIs(0));
}

TEST_P(blocks_of_rooms, are_there_once_also_when_a_device_tells_of_them_in_a_new_epoch) {
  store({released(1, 1, 10), released(1, 1, 10)});
  device_.epoch = "e2";
  store({released(7, 1, 10), released(8, 11, 20)});
  EXPECT_EQ(base_.count("SELECT count(*) FROM event"), 2U);
}

TEST_P(blocks_of_rooms, of_the_largest_size_fit_into_one_message) {
  const Message largest = released(1, 1, event::kMostReleased);
  EXPECT_LE(largest.payload.size(), kLargestMessage / 4);
  store({largest});
  EXPECT_EQ(base_.count("SELECT count(*) FROM event"), 1U);
  store({released(2, 1, event::kMostReleased + 1)});
  EXPECT_EQ(base_.count("SELECT count(*) FROM event"), 1U);
  EXPECT_EQ(base_.count("SELECT count(*) FROM quarantine"), 1U);
}

}  // namespace
}  // namespace tertulia::hub
