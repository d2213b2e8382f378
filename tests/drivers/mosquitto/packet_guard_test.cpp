// SPDX-License-Identifier: Apache-2.0
// Which packets of a broker a client must not take (MQTT 5.0, section 2.1).
#include "drivers/mosquitto/packet_guard.h"

#include <string>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

constexpr std::uint32_t kLargest = 65'536;
constexpr char kMessage = '\x32';  // PUBLISH, QoS 1

std::string packet(char type, std::size_t length) {
  std::string bytes(1, type);
  std::size_t left = length;
  do {
    const auto low = static_cast<char>(left % 128);
    left /= 128;
    bytes += static_cast<char>(left > 0 ? low | '\x80' : low);
  } while (left > 0);
  return bytes + std::string(length, 'x');
}

TEST(a_stream_of_packets, passes_in_whatever_pieces_it_comes) {
  const std::string stream = packet('\x20', 3) + packet(kMessage, 0) + packet('\xD0', 0) +
                             packet(kMessage, 127) + packet(kMessage, 128) + packet(kMessage, 20'000) +
                             packet(kMessage, kLargest - 4);
  for (const std::size_t size : {1UL, 2UL, 3UL, 1'000UL, stream.size()}) {
    PacketGuard guard(kLargest);
    for (std::size_t at = 0; at < stream.size(); at += size)
      ASSERT_TRUE(guard.check(std::string_view(stream).substr(at, size)).ok()) << size << " at " << at;
  }
}

TEST(a_stream_of_packets, ends_where_one_is_announced_that_is_a_byte_too_large) {
  for (const std::size_t length : {kLargest - 3UL, 200'000'000UL}) {
    PacketGuard guard(kLargest);
    ASSERT_TRUE(guard.check(packet('\x20', 3)).ok());
    const auto checked = guard.check(packet(kMessage, length).substr(0, 5));
    ASSERT_FALSE(checked.ok()) << length;
    EXPECT_NE(checked.error().message.find(std::to_string(length)), std::string::npos);
  }
}

TEST(a_stream_of_packets, ends_where_the_length_never_ends) {
  PacketGuard guard(kLargest);
  EXPECT_FALSE(guard.check("\x32\xFF\xFF\xFF\xFF\x01").ok());
}

// Every one would be kept until the broker releases it.
TEST(a_stream_of_packets, ends_with_a_message_of_the_quality_that_nobody_asks_for) {
  EXPECT_FALSE(PacketGuard(kLargest).check(packet('\x34', 10)).ok());
  EXPECT_FALSE(PacketGuard(kLargest).check(packet('\x3D', 10)).ok());
  EXPECT_TRUE(PacketGuard(kLargest).check(packet('\x3B', 10)).ok()) << "QoS 1, repeated and retained";
}

}  // namespace
}  // namespace tertulia
