// SPDX-License-Identifier: Apache-2.0
// Talks to a Broker until something is said, for the tests of this folder: waits for events, never sleeps.
#pragma once

#include <ctime>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/ports/broker.h"

namespace tertulia {

inline BootTime kernel_now() {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

class Dialogue {
 public:
  static constexpr BootTime kPatience = std::chrono::seconds(20);

  explicit Dialogue(Broker& broker) : broker_(broker) {}

  Broker& broker() { return broker_; }

  // The next event of that kind; others before it are kept for later questions. None within the patience.
  template <class E>
  std::optional<E> hear(BootTime patience = kPatience) {
    const BootTime deadline = kernel_now() + patience;
    while (true) {
      for (auto at = heard_.begin(); at != heard_.end(); ++at)
        if (auto* event = std::get_if<E>(&*at)) {
          E found = std::move(*event);
          heard_.erase(at);
          return found;
        }
      if (kernel_now() >= deadline) return std::nullopt;
      for (auto& event : broker_.wait(deadline)) heard_.push_back(std::move(event));
    }
  }

  // True when it is connected (and subscribed, when there are filters).
  bool comes_in(const BrokerAddress& address, const std::optional<Will>& will = {}) {
    return broker_.connect(address, will).ok() && hear<broker_event::Connected>().has_value();
  }
  bool subscribes(const std::vector<std::string>& filters) {
    if (!broker_.subscribe(filters, 1).ok()) return false;
    const auto answer = hear<broker_event::Subscribed>();
    return answer && answer->granted;
  }
  // Reason of the PUBACK, or -1.
  int publishes(const Message& message) {
    const auto packet = broker_.publish(message);
    if (!packet.ok()) return -1;
    const auto answer = hear<broker_event::Acknowledged>();
    return answer && answer->packet == packet.value() ? answer->reason : -1;
  }
  std::optional<Message> receives() {
    const auto received = hear<broker_event::Received>();
    return received ? std::optional(received->message) : std::nullopt;
  }

 private:
  Broker& broker_;
  std::deque<BrokerEvent> heard_;
};

}  // namespace tertulia
