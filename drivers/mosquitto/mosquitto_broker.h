// SPDX-License-Identifier: Apache-2.0
// Broker port on libmosquitto, MQTT 5, driven by our own poll(). One thread calls it, but for wake().
// libmosquitto's own thread is never used: it ends silently, or spins, after a refused CONNACK, a bad
// certificate or a DISCONNECT of the server. A handle lives for one attempt; after Refused or Lost it is
// gone.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "drivers/mosquitto/mosquitto_library.h"
#include "firmware/ports/broker.h"

namespace tertulia {

class MosquittoBroker final : public Broker {
 public:
  // `library` must outlive this. Errors: no file descriptors left.
  [[nodiscard]] static Result<std::unique_ptr<MosquittoBroker>> open(const MosquittoLibrary& library);
  ~MosquittoBroker() override;

  // Waits for nothing. Whether the host is known and takes connections, for which it has kReachBudget once
  // its name is known, is found out on a thread of its own; that it does not, and that a certificate file
  // cannot be used, comes as Lost.
  Outcome connect(const BrokerAddress& address, const std::optional<Will>& will) override;
  Result<int> publish(const Message& message) override;
  Result<int> subscribe(const std::vector<std::string>& filters, int qos) override;
  void disconnect() override;
  void abandon() override;
  // May return early with nothing: after wake(), and twice per keep-alive interval for the pings.
  [[nodiscard]] std::vector<BrokerEvent> wait(std::optional<BootTime> until) override;
  void wake() override;

  static constexpr Milliseconds kReachBudget{3000};
  static constexpr Milliseconds kGoodbyeBudget{1000};

 private:
  struct Connection;
  explicit MosquittoBroker(std::unique_ptr<Connection> connection);

  std::unique_ptr<Connection> connection_;
};

}  // namespace tertulia
