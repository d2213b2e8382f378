// SPDX-License-Identifier: Apache-2.0
// The broker port on libmosquitto with MQTT 5, driven by a poll() of ours. One thread uses it; only wake()
// may be called from any thread. libmosquitto's own thread is not used, because it ends silently, or spins,
// after a refused CONNACK, an untrusted certificate or a DISCONNECT of the server. Each attempt has a new
// handle, which is destroyed after Refused or Lost.
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

  // Never blocks. Another thread finds out whether the host is known and accepts connections within
  // kReachBudget. If it does not, or a certificate file cannot be used, wait() returns Lost.
  Outcome connect(const BrokerAddress& address, const std::optional<Will>& will) override;
  Result<int> publish(const Message& message) override;
  Result<int> subscribe(const std::vector<std::string>& filters, int qos) override;
  void disconnect() override;
  void abandon() override;
  // May return early without events: after wake(), and twice per keep-alive interval for the pings.
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
