// SPDX-License-Identifier: Apache-2.0
#include "tests/attack/broker/rogue.h"

#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/trust/attacker.h"

namespace tertulia::attack {
namespace {

constexpr std::size_t kMostAhead =
    400;  // of what the broker has acknowledged: more would only fill this program

}  // namespace

Rogue::Rogue(BrokerAddress address, Recipe recipe)
    : thread_([this, address = std::move(address), recipe = std::move(recipe)] { run(address, recipe); }) {}

Rogue::~Rogue() {
  stopping_ = true;
  thread_.join();
}

void Rogue::run(const BrokerAddress& address, const Recipe& recipe) {
  trust::Attacker line;
  while (!stopping_) {
    if (!line.comes_in(address)) continue;
    std::size_t ahead = 0;
    for (bool is_there = true; is_there && !stopping_;) {
      for (; ahead < kMostAhead; ++ahead) {
        if (!line.broker().publish(recipe(sent_)).ok()) break;
        ++sent_;
      }
      for (const BrokerEvent& event : line.broker().wait(kernel_now() + std::chrono::milliseconds(1))) {
        if (std::holds_alternative<broker_event::Acknowledged>(event) && ahead > 0) --ahead;
        if (std::holds_alternative<broker_event::Lost>(event)) is_there = false;
      }
    }
  }
}

HalfOpen::HalfOpen(int port, std::size_t count) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (std::size_t i = 0; i < count; ++i) {
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made < 0) return;
    sockets_.push_back(made);
    static_cast<void>(connect(made, reinterpret_cast<const sockaddr*>(&to), sizeof to));
    if (i % 50 == 49) usleep(20'000);  // the backlog of a listener is short
  }
}

HalfOpen::~HalfOpen() {
  for (const int each : sockets_) close(each);
}

}  // namespace tertulia::attack
