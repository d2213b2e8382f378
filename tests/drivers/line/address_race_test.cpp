// SPDX-License-Identifier: Apache-2.0
// Every address of a host is tried, and none that keeps silent holds the others up.
#include "drivers/line/address_race.h"

#include <cstring>

#include <gtest/gtest.h>

#include "drivers/linux/clock.h"
#include "tests/support/full_port.h"

namespace tertulia {
namespace {

using std::chrono::milliseconds;

SocketAddress of_family(int family, std::uint16_t port) {
  SocketAddress address;
  if (family == AF_INET) {
    const sockaddr_in four = loopback(port);
    std::memcpy(&address.bytes, &four, sizeof four);
    address.size = sizeof four;
    return address;
  }
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(port);
  six.sin6_addr = in6addr_loopback;
  std::memcpy(&address.bytes, &six, sizeof six);
  address.size = sizeof six;
  return address;
}

SocketAddress at_port(int port) { return of_family(AF_INET, static_cast<std::uint16_t>(port)); }

class Listener {
 public:
  Listener() {
    sockaddr_in address = loopback(0);
    bind(socket_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(socket_.get(), 5);
  }
  [[nodiscard]] int port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
  }

 private:
  Descriptor socket_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
};

int port_at_the_other_end(int socket) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

// As its owner runs it, for at most `patience`.
std::optional<Result<Descriptor>> run(AddressRace& race, BootTime patience) {
  const BootTime end = kernel_boot_time() + patience;
  while (kernel_boot_time() < end) {
    if (auto decided = race.advance(kernel_boot_time())) return decided;
    std::vector<pollfd> watched;
    race.watch(watched);
    poll(watched.data(), watched.size(), 10);
  }
  return std::nullopt;
}

std::size_t runners(const AddressRace& race) {
  std::vector<pollfd> watched;
  race.watch(watched);
  return watched.size();
}

TEST(addresses, of_two_families_take_turns_and_keep_their_order) {
  const std::vector<SocketAddress> ordered =
      in_turns({of_family(AF_INET6, 1), of_family(AF_INET6, 2), of_family(AF_INET6, 3), of_family(AF_INET, 4),
                of_family(AF_INET, 5)});
  std::vector<int> ports;
  for (const SocketAddress& each : ordered)  // the port stands at the same place in both families
    ports.push_back(ntohs(reinterpret_cast<const sockaddr_in*>(&each.bytes)->sin_port));
  EXPECT_EQ(ports, (std::vector<int>{1, 4, 2, 5, 3}));
}

TEST(addresses, are_no_more_than_can_be_tried) {
  EXPECT_EQ(in_turns(std::vector<SocketAddress>(1000, at_port(1))).size(), kMostAddresses);
}

TEST(addresses, are_written_as_numbers) {
  EXPECT_EQ(numeric(of_family(AF_INET, 1)), "127.0.0.1");
  EXPECT_EQ(numeric(of_family(AF_INET6, 1)), "::1");
}

TEST(a_race, is_won_by_the_address_that_answers_though_the_first_keeps_silent) {
  const FullPort silent;
  const Listener there;
  AddressRace race({at_port(silent.port()), at_port(there.port())});
  const BootTime begun = kernel_boot_time();
  const auto decided = run(race, std::chrono::seconds(10));
  ASSERT_TRUE(decided && decided->ok());
  EXPECT_EQ(port_at_the_other_end(decided->value().get()), there.port());
  EXPECT_LT(kernel_boot_time() - begun, std::chrono::seconds(3));
}

TEST(a_race, goes_on_at_once_when_an_address_refuses) {
  const Listener there;
  AddressRace race({at_port(free_port()), at_port(free_port()), at_port(there.port())});
  const auto decided = run(race, AddressRace::kHeadStart / 2);
  ASSERT_TRUE(decided && decided->ok());
  EXPECT_EQ(port_at_the_other_end(decided->value().get()), there.port());
}

TEST(a_race, ends_with_a_reason_when_every_address_refuses) {
  AddressRace race({at_port(free_port()), at_port(free_port())});
  const auto decided = run(race, std::chrono::seconds(10));
  ASSERT_TRUE(decided);
  ASSERT_FALSE(decided->ok());
  EXPECT_NE(decided->error().message.find("refused"), std::string::npos) << decided->error().message;
}

TEST(a_race, without_an_answer_goes_on_and_knocks_again_with_new_sockets) {
  const FullPort silent;
  AddressRace race({at_port(silent.port())});
  const BootTime begun = kernel_boot_time();
  EXPECT_FALSE(race.advance(begun));
  EXPECT_EQ(runners(race), 1U);
  EXPECT_EQ(race.due(), begun + AddressRace::kKnockAgain);
  EXPECT_FALSE(race.advance(race.due()));
  EXPECT_EQ(runners(race), 2U) << "the older one may still be answered";
}

TEST(a_race, never_has_more_sockets_than_it_may) {
  const FullPort silent;
  AddressRace race({at_port(silent.port())});
  BootTime now = kernel_boot_time();
  for (int i = 0; i < 1000; ++i, now = race.due()) EXPECT_FALSE(race.advance(now));
  EXPECT_EQ(runners(race), AddressRace::kMostSockets);
}

TEST(a_race, sends_small_packets_at_once) {
  const Listener there;
  AddressRace race({at_port(there.port())});
  const auto decided = run(race, std::chrono::seconds(10));
  ASSERT_TRUE(decided && decided->ok());
  int on = 0;
  socklen_t size = sizeof on;
  getsockopt(decided->value().get(), IPPROTO_TCP, 1 /* TCP_NODELAY */, &on, &size);
  EXPECT_EQ(on, 1);
}

}  // namespace
}  // namespace tertulia
