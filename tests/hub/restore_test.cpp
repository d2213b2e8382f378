// SPDX-License-Identifier: Apache-2.0
// A hub whose database was put back from a backup, with the real program and a real broker.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/hub/running_hub.h"

namespace tertulia::hub {
namespace {

class hub_restore : public RunningHub {
 protected:
  void answer(std::uint64_t seq) {
    device_.keep(seq, feedback(device_.device, seq));
    ASSERT_TRUE(deliver());
  }
  void stop() {
    ASSERT_EQ(hub_.stop_cleanly(), 0);
    ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  }
  // The ack that follows the start.
  Ack ack_after_start() {
    const std::uint64_t before = device_.heard().number;
    start_hub();
    EXPECT_TRUE(device_.pump([&] { return device_.heard().number > before; }));
    return device_.heard();
  }
  // One answer is in the backup, a second one was receipted after it.
  void lose_one() {
    start_hub();
    answer(1);
    stop();
    database_.back_up();
    start_hub();
    answer(2);
    stop();
    database_.restore();
  }
};

TEST_P(hub_restore, an_ordinary_restart_keeps_the_epoch) {
  start_hub();
  answer(1);
  const std::string epoch = device_.heard().hub;
  EXPECT_NE(epoch, "");
  stop();
  EXPECT_EQ(ack_after_start().hub, epoch);
  stop_hub_hard();
  EXPECT_EQ(ack_after_start().hub, epoch);
}

TEST_P(hub_restore, the_next_acks_name_a_new_epoch_and_only_what_the_backup_holds) {
  lose_one();
  const std::string epoch = device_.heard().hub;
  start_hub();
  ASSERT_TRUE(device_.pump([&] { return device_.heard().hub != epoch; }));
  EXPECT_EQ(device_.acked(), 1U);
  // The device offers again what it has not erased.
  device_.keep(1, feedback(device_.device, 1));
  answer(2);
  EXPECT_EQ(run("count"), "2\n");
}

TEST_P(hub_restore, a_hub_without_the_keys_to_what_waits_says_so_and_is_given_it_again) {
  start_hub();
  answer(1);
  const std::string epoch = device_.heard().hub;
  stop();
  std::filesystem::remove(database_.keys());
  start_hub();
  ASSERT_TRUE(device_.pump([&] { return device_.heard().hub != epoch; }));
  EXPECT_EQ(run("count"), "0\n");
  EXPECT_THAT(run("status"), testing::HasSubstr("arrived, and their key was lost: 1"));
  answer(1);
  EXPECT_EQ(run("count"), "1\n");
  EXPECT_THAT(run("status"), testing::HasSubstr("come again are among the submissions"));
  std::ifstream log(scratch_.file("hub.log"));
  const std::string said{std::istreambuf_iterator<char>(log), {}};
  EXPECT_THAT(said, testing::HasSubstr("1 answers that had arrived cannot be opened"));
}

TEST_P(hub_restore, the_new_epoch_stays) {
  lose_one();
  const std::string lost = device_.heard().hub;
  start_hub();
  ASSERT_TRUE(device_.pump([&] { return device_.heard().hub != lost; }));
  const std::string epoch = device_.heard().hub;
  stop_hub_hard();
  EXPECT_EQ(ack_after_start().hub, epoch);
}

TEST_P(hub_restore, the_word_of_somebody_else_changes_nothing) {
  start_hub();
  answer(1);
  const Ack last = device_.heard();
  stop();
  Ack forged = last;
  forged.number += 1'000'000'000'000;
  Message message;
  message.topic = wire::ack_topic(device_.device.origin);
  message.payload = wire::encode(forged);
  message.retain = true;
  device_.send(wire::SigningKey::random().sign(message));
  ASSERT_TRUE(device_.pump([&] { return device_.forgeries() > 0; }));
  const Ack next = ack_after_start();
  EXPECT_EQ(next.hub, last.hub);
  EXPECT_LT(next.number, forged.number);
}

TEST_P(hub_restore, by_hand_when_the_broker_forgot_everything_too) {
  lose_one();
  broker_.restart();
  const std::string epoch = device_.heard().hub;
  EXPECT_THAT(run("restored"), testing::HasSubstr("offer again"));
  EXPECT_NE(ack_after_start().hub, epoch);
}

INSTANTIATE_TEST_SUITE_P(both, hub_restore, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
