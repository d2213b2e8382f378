// SPDX-License-Identifier: Apache-2.0
// A device with a good certificate and bad intentions, at full speed on a thread of its own: sends what a
// recipe makes, without waiting for anything, and comes back when it is thrown out.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

#include "firmware/domain/message.h"
#include "firmware/ports/broker.h"

namespace tertulia::attack {

// The n-th message.
using Recipe = std::function<Message(std::uint64_t n)>;

class Rogue {
 public:
  Rogue(BrokerAddress address, Recipe recipe);
  ~Rogue();
  Rogue(const Rogue&) = delete;
  Rogue& operator=(const Rogue&) = delete;

  [[nodiscard]] std::uint64_t sent() const { return sent_; }

 private:
  void run(const BrokerAddress& address, const Recipe& recipe);

  std::atomic<bool> stopping_ = false;
  std::atomic<std::uint64_t> sent_ = 0;
  std::thread thread_;
};

// Connections to a port that never say anything. Open until this object goes.
class HalfOpen {
 public:
  HalfOpen(int port, std::size_t count);
  ~HalfOpen();
  HalfOpen(const HalfOpen&) = delete;
  HalfOpen& operator=(const HalfOpen&) = delete;

 private:
  std::vector<int> sockets_;
};

}  // namespace tertulia::attack
