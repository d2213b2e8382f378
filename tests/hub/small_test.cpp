// SPDX-License-Identifier: Apache-2.0
// The small values of the hub: options, answers, announcements.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/collect/announcements.h"
#include "hub/program/broker_address.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

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
  const ScratchFolder scratch;
  write_password(scratch.file("password"), "secret\nmore\n", kOwnerOnly);
  EXPECT_EQ(read_password(scratch.file("password")).value(), "secret");
}

TEST(options, a_password_file_that_others_can_read_is_refused_with_the_cure) {
  const ScratchFolder scratch;
  write_password(scratch.file("password"), "secret\n", kOwnerOnly | std::filesystem::perms::group_read);
  const auto refused = read_password(scratch.file("password"));
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("chmod 600"));
}

TEST(options, a_missing_password_file_is_named) {
  EXPECT_THAT(read_password("/nowhere/password").error().message, HasSubstr("/nowhere/password"));
}

StreamAck ack_of(const std::string& device, const std::string& epoch, std::uint64_t seq) {
  return {{"p", device}, {epoch, seq, {}}};
}

TEST(announcements, only_the_newest_ack_of_a_stream_is_said) {
  Announcements announcements;
  announcements.announce({ack_of("k1", "e1", 3), ack_of("k2", "e1", 1)});
  announcements.announce({ack_of("k1", "e1", 5)});
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
  announcements.announce({});
  announcements.set_health(Health::kTaking);
  EXPECT_EQ(woken, 0);
  announcements.announce({ack_of("k1", "e1", 1)});
  announcements.set_health(Health::kFailing);
  EXPECT_EQ(woken, 2);
}

}  // namespace
}  // namespace tertulia::hub
