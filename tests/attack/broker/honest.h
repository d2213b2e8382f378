// SPDX-License-Identifier: Apache-2.0
// An honest device in the middle of an attack: sends an answer now and then, and measures how long the hub's
// receipt takes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "tests/hub/events.h"
#include "tests/trust/attacker.h"

namespace tertulia::attack {

class Honest {
 public:
  // Connects and waits until the hub says that it is online.
  [[nodiscard]] bool comes_in(const BrokerAddress& address, const wire::Origin& origin);
  // Sends one answer. How long its receipt took; none within ten seconds.
  [[nodiscard]] std::optional<std::chrono::milliseconds> answer();

 private:
  [[nodiscard]] bool has_receipt(const std::string& id, BootTime deadline);

  trust::Attacker line_;  // a real connection like any other
  hub::Device device_;
  std::uint64_t sequence_ = 0;
};

}  // namespace tertulia::attack
