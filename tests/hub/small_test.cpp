// SPDX-License-Identifier: Apache-2.0
// The small values of the hub: back-off, options, answers, queue, announcements.
#include <filesystem>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/collect/announcements.h"
#include "hub/collect/backoff.h"
#include "hub/collect/queue.h"
#include "hub/program/broker_address.h"
#include "tests/hub/scratch.h"

namespace tertulia::hub {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(backoff, the_ceiling_doubles_from_one_second_to_thirty) {
  EXPECT_EQ(reconnect_delay(0, 1.0), milliseconds(1000));
  EXPECT_EQ(reconnect_delay(3, 1.0), milliseconds(8000));
  EXPECT_EQ(reconnect_delay(5, 1.0), milliseconds(30'000));
  EXPECT_EQ(reconnect_delay(4'000'000'000, 1.0), milliseconds(30'000));
}

TEST(backoff, jitter_takes_any_part_of_the_ceiling_but_never_nothing) {
  EXPECT_EQ(reconnect_delay(3, 0.5), milliseconds(4000));
  EXPECT_EQ(reconnect_delay(3, 0.0), milliseconds(100));
}

TEST(options, a_broker_is_a_host_and_a_port) {
  const auto named = parse_host_port("broker.example:8883");
  ASSERT_TRUE(named.ok());
  EXPECT_EQ(named.value().host, "broker.example");
  EXPECT_EQ(named.value().port, 8883);
  EXPECT_EQ(parse_host_port("[::1]:1883").value().host, "::1");
}

TEST(options, anything_else_is_refused_with_an_example) {
  for (const char* wrong :
       {"", "host", ":1883", "host:", "host:0", "host:70000", "host:12x", "::1:1883", "[::1:1"})
    EXPECT_THAT(parse_host_port(wrong).error().message, HasSubstr("127.0.0.1:1883")) << wrong;
}

void write_password(const std::string& path, const std::string& text, std::filesystem::perms mode) {
  std::ofstream(path) << text;
  std::filesystem::permissions(path, mode);
}

constexpr auto kOwnerOnly = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

TEST(options, the_password_is_the_first_line_of_its_file) {
  const Scratch scratch;
  write_password(scratch.path("password"), "secret\nmore\n", kOwnerOnly);
  EXPECT_EQ(read_password(scratch.path("password")).value(), "secret");
}

TEST(options, a_password_file_that_others_can_read_is_refused_with_the_cure) {
  const Scratch scratch;
  write_password(scratch.path("password"), "secret\n", kOwnerOnly | std::filesystem::perms::group_read);
  const auto refused = read_password(scratch.path("password"));
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("chmod 600"));
}

TEST(options, a_missing_password_file_is_named) {
  EXPECT_THAT(read_password("/nowhere/password").error().message, HasSubstr("/nowhere/password"));
}

TEST(queue, a_batch_is_no_larger_than_its_limit) {
  Queue<int> queue(10);
  for (int i = 0; i < 5; ++i) queue.push(i);
  EXPECT_THAT(queue.take({3, milliseconds(0)}, milliseconds(0)), ElementsAre(0, 1, 2));
  EXPECT_THAT(queue.take({3, milliseconds(0)}, milliseconds(0)), ElementsAre(3, 4));
}

TEST(queue, patience_ends_with_an_empty_batch) {
  Queue<int> queue(10);
  EXPECT_THAT(queue.take({3, milliseconds(0)}, milliseconds(1)), IsEmpty());
}

TEST(queue, a_full_queue_makes_the_sender_wait_until_there_is_room) {
  Queue<int> queue(1);
  queue.push(1);
  std::thread sender([&] { queue.push(2); });
  std::vector<int> all;
  while (all.size() < 2)
    for (const int item : queue.take({1, milliseconds(0)}, milliseconds(1000))) all.push_back(item);
  sender.join();
  EXPECT_THAT(all, ElementsAre(1, 2));
}

TEST(queue, closing_lets_a_waiting_sender_go_and_keeps_what_is_in) {
  Queue<int> queue(1);
  queue.push(1);
  bool taken = true;
  std::thread sender([&] { taken = queue.push(2); });
  queue.close();
  sender.join();
  EXPECT_FALSE(taken);
  EXPECT_FALSE(queue.is_spent());
  EXPECT_THAT(queue.take({5, milliseconds(0)}, milliseconds(0)), ElementsAre(1));
  EXPECT_TRUE(queue.is_spent());
}

Said said(const std::string& device, const std::string& epoch, std::uint64_t seq) {
  return {{"p", device}, {epoch, seq, {}}};
}

TEST(announcements, only_the_newest_ack_of_a_stream_is_said) {
  Announcements announcements;
  announcements.say({said("k1", "e1", 3), said("k2", "e1", 1)});
  announcements.say({said("k1", "e1", 5)});
  const auto taken = announcements.take();
  ASSERT_THAT(taken, SizeIs(2));
  EXPECT_EQ(taken[0].origin.device, "k2");
  EXPECT_EQ(taken[1].ack.seq, 5u);
  EXPECT_THAT(announcements.take(), IsEmpty());
}

TEST(announcements, whoever_speaks_is_woken_by_news_only) {
  int woken = 0;
  Announcements announcements;
  announcements.on_change([&] { ++woken; });
  announcements.say({});
  announcements.set_health(Health::kTaking);
  EXPECT_EQ(woken, 0);
  announcements.say({said("k1", "e1", 1)});
  announcements.set_health(Health::kFailing);
  EXPECT_EQ(woken, 2);
}

}  // namespace
}  // namespace tertulia::hub
