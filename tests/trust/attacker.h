// SPDX-License-Identifier: Apache-2.0
// Somebody with a certificate and bad intentions, on a real connection.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "tests/drivers/mosquitto/dialogue.h"

namespace tertulia::trust {

class Attacker {
 public:
  [[nodiscard]] bool comes_in(const BrokerAddress& address) {
    return broker_->connect(address, std::nullopt).ok() && talk_.hear<broker_event::Connected>().has_value();
  }
  // Within a moment: an attempt that succeeds is answered at once.
  [[nodiscard]] bool stays_out(const BrokerAddress& address) {
    if (!broker_->connect(address, std::nullopt).ok()) return true;
    const BootTime deadline = kernel_now() + Dialogue::kPatience;
    while (kernel_now() < deadline)
      for (const BrokerEvent& event : broker_->wait(deadline)) {
        if (std::holds_alternative<broker_event::Connected>(event)) return false;
        if (std::holds_alternative<broker_event::Lost>(event)) return true;
        if (std::holds_alternative<broker_event::Refused>(event)) return true;
      }
    return false;
  }
  [[nodiscard]] Dialogue& talk() { return talk_; }
  [[nodiscard]] Broker& broker() { return *broker_; }

 private:
  MosquittoLibrary library_;
  std::unique_ptr<MosquittoBroker> broker_ = std::move(MosquittoBroker::open(library_)).value();
  Dialogue talk_{*broker_};
};

}  // namespace tertulia::trust
