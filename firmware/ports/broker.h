// SPDX-License-Identifier: Apache-2.0
// Port: one MQTT 5 connection. One thread owns and uses it (the courier, or a connection of the hub); only
// wake() may be called from any thread. Each connect() begins a new connection, in which the packet ids of
// the one before mean nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/limits.h"
#include "firmware/domain/message.h"
#include "firmware/domain/result.h"
#include "firmware/domain/seen_certificate.h"
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
  int receive_maximum = 20;  // messages that the broker may send before the first of them is acknowledged
};

struct Will {
  Message message;
  std::uint32_t delay_seconds = 30;
};

// The steps of an attempt, in their order. Each waits for somebody else.
enum class ConnectionStep {
  kName,         // the name server says the addresses of the host
  kAddress,      // one of them takes the connection
  kTls,          // both sides accept each other; left out without TLS
  kAnswer,       // the broker answers CONNECT
  kSubscription  // the broker answers SUBSCRIBE
};
inline constexpr std::size_t kConnectionSteps = 5;

// Reason codes are those of MQTT 5.0, section 2.4; 0 is success.
namespace broker_event {
struct Reached {  // an attempt has come to this step; it begins at kName, and Connected ends kAnswer
  ConnectionStep step = ConnectionStep::kName;
};
struct Connected {
  int receive_maximum = 20;
  std::uint32_t maximum_packet = kLargestMessage;
  bool session_present = false;
};
inline constexpr int kFirstErrorCode = 0x80;  // of the reasons below: MQTT 5.0, section 2.4
struct Refused {                              // CONNACK with an error
  int reason = 0;
  std::string text;
};
enum class LostBy {
  kLine,      // nobody takes the connection, or it ended
  kName,      // the name of the host is unknown
  kTls,       // see Lost::tls
  kBadPacket  // the broker says what this side must not take
};
struct Lost {      // the attempt failed, or the connection ended
  int reason = 0;  // of a DISCONNECT, else 0. 0x8E: another client took over the client id
  std::string text;
  LostBy by = LostBy::kLine;
  std::optional<TlsFailure> tls = {};
};
struct Subscribed {  // SUBACK
  int packet = 0;
  bool granted = true;  // every filter
};
struct Acknowledged {  // PUBACK
  int packet = 0;
  int reason = 0;
};
struct Received {
  Message message;
};
}  // namespace broker_event
using BrokerEvent =
    std::variant<broker_event::Reached, broker_event::Connected, broker_event::Refused, broker_event::Lost,
                 broker_event::Subscribed, broker_event::Acknowledged, broker_event::Received>;

class Broker {
 public:
  virtual ~Broker() = default;

  // Starts an attempt. wait() returns its outcome as Connected, Refused or Lost, and Reached before. Never
  // blocks, neither for a name server nor for the host. It has no deadline of its own: who gives it up calls
  // abandon(). An error ends the attempt as well.
  virtual Outcome connect(const BrokerAddress& address, const std::optional<Will>& will) = 0;
  // Only between Connected and Lost. Returns the packet id. An error does not end the connection: the message
  // was not accepted; if the connection broke, wait() returns Lost.
  virtual Result<int> publish(const Message& message) = 0;
  virtual Result<int> subscribe(const std::vector<std::string>& filters, int qos) = 0;
  // Ends the connection with DISCONNECT 0, so that the broker does not publish the will.
  virtual void disconnect() = 0;
  // Ends the connection without DISCONNECT, so that the broker publishes the will.
  virtual void abandon() = 0;

  // Sleeps until something arrives, wake() is called, or `until` comes on the kernel's boot clock (none: no
  // end). May return early without events. Refused and Lost come last, and end the connection.
  [[nodiscard]] virtual std::vector<BrokerEvent> wait(std::optional<BootTime> until) = 0;
  virtual void wake() = 0;  // any thread
};

}  // namespace tertulia
