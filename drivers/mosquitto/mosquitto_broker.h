// SPDX-License-Identifier: Apache-2.0
// The broker port on libmosquitto with MQTT 5, driven by a poll() of ours. One thread uses it; only wake()
// may be called from any thread. libmosquitto only speaks MQTT: name, addresses, TLS and what a broker may
// send are ours (drivers/line, PacketGuard), because libmosquitto connects blocking, to the first address of
// a name, and takes packets of up to 256 MB (decision 116). Its own thread is not used either, because it
// ends silently, or spins, after a refused CONNACK or a DISCONNECT of the server (decision 012). Each attempt
// has a new handle, which is destroyed after Refused or Lost.
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

  // Never blocks. Another thread asks for the name. If the host is unknown or takes no connection, or a
  // certificate cannot be used, wait() returns Lost.
  Outcome connect(const BrokerAddress& address, const std::optional<Will>& will) override;
  Result<int> publish(const Message& message) override;
  Result<int> subscribe(const std::vector<std::string>& filters, int qos) override;
  void disconnect() override;
  void abandon() override;
  // May return early without events: after wake(), and twice per keep-alive interval for the pings.
  [[nodiscard]] std::vector<BrokerEvent> wait(std::optional<BootTime> until) override;
  void wake() override;

  static constexpr Milliseconds kGoodbyeBudget{300};

 private:
  struct Connection;
  explicit MosquittoBroker(std::unique_ptr<Connection> connection);

  std::unique_ptr<Connection> connection_;
};

}  // namespace tertulia
