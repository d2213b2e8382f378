// SPDX-License-Identifier: Apache-2.0
// Port: one MQTT 5 connection. Owned by one thread (the courier, or a collector of the hub), which alone
// calls it, but for wake(). Each connect() is a new handle with a new generation; packet ids mean nothing in
// another generation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/limits.h"
#include "firmware/domain/message.h"
#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia {

struct BrokerAddress {
  std::string host = "127.0.0.1";
  int port = 1883;
  std::string client_id;
  std::string username;
  std::string password;
  std::string ca_file;    // PEM; TLS when set
  std::string cert_file;  // PEM, of this client
  std::string key_file;
  bool clean_start = false;
  std::uint32_t session_expiry_seconds = 86400;
  int keep_alive_seconds = 20;
};

struct Will {
  Message message;
  std::uint32_t delay_seconds = 30;
};

// Reason codes are those of MQTT 5.0, section 2.4; 0 is success.
namespace broker_event {
struct Connected {
  int receive_maximum = 20;
  std::uint32_t maximum_packet = kLargestMessage;
  bool session_present = false;
};
inline constexpr int kFirstErrorCode = 0x80;  // of the reasons below: MQTT 5.0, section 2.4
struct Refused {
  int reason = 0;
  std::string text;
};  // CONNACK with an error
struct Lost {
  int reason = 0;
  std::string text;
  bool is_untrusted = false;  // TLS: one side does not take the certificate of the other
};                            // connection failed or ended; 0x8E: taken over
struct Subscribed {
  int packet = 0;
  bool granted = true;
};  // SUBACK
struct Acknowledged {
  int packet = 0;
  int reason = 0;
};  // PUBACK
struct Received {
  Message message;
};
}  // namespace broker_event
using BrokerEvent =
    std::variant<broker_event::Connected, broker_event::Refused, broker_event::Lost, broker_event::Subscribed,
                 broker_event::Acknowledged, broker_event::Received>;

class Broker {
 public:
  virtual ~Broker() = default;

  // Starts an attempt with a new handle; the outcome comes as Connected, Refused or Lost. Waits neither for a
  // name server nor for the host. An error is the end of the attempt too.
  virtual Outcome connect(const BrokerAddress& address, const std::optional<Will>& will) = 0;
  // Only between Connected and Refused/Lost. Returns the packet id.
  virtual Result<int> publish(const Message& message) = 0;
  virtual Result<int> subscribe(const std::vector<std::string>& filters, int qos) = 0;
  // Sends DISCONNECT 0 (so no will) and drops the handle.
  virtual void disconnect() = 0;
  // Drops the handle without a word (so the will is sent).
  virtual void abandon() = 0;

  // One poll() over the socket and the wake-up descriptor until `until` on the kernel's boot clock (none: for
  // ever). May return early with nothing. After Refused or Lost the handle is gone; both come last.
  [[nodiscard]] virtual std::vector<BrokerEvent> wait(std::optional<BootTime> until) = 0;
  virtual void wake() = 0;  // any thread
};

}  // namespace tertulia
