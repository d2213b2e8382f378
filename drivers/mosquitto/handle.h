// SPDX-License-Identifier: Apache-2.0
// One libmosquitto handle, from CONNECT to its end. It speaks MQTT and nothing else: its socket is one end of
// a pair, and the owner carries the bytes between the other end and the line to the broker (decision 116).
// Only MosquittoBroker uses it, on its thread. It cannot move, because libmosquitto keeps a pointer to it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/mosquitto/packet_guard.h"
#include "firmware/files/descriptor.h"
#include "firmware/ports/broker.h"

struct mosquitto;
struct mosquitto_message;
struct mqtt5__property;

namespace tertulia {

class Handle {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Handle>> open(const BrokerAddress& address,
                                                            const std::optional<Will>& will);
  ~Handle();
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  [[nodiscard]] bool ended() const { return ended_; }
  // There is more to take_outgoing() than fits into the pair of sockets: the broker takes less than it
  // causes.
  [[nodiscard]] bool is_choked() const;

  [[nodiscard]] Result<int> publish(const Message& message);
  [[nodiscard]] Result<int> subscribe(const std::vector<std::string>& filters, int qos);
  void disconnect();  // queues DISCONNECT 0

  // What the broker has said. Handles it, and what time demands: pings, and the watch over their answers.
  void take_incoming(std::string_view bytes);
  // The next bytes for the broker; empty when there are none now.
  [[nodiscard]] std::string take_outgoing();
  // The line is at its end, for this reason.
  void line_ended(broker_event::Lost lost) { end(std::move(lost)); }

  [[nodiscard]] std::vector<BrokerEvent> take_events() { return std::exchange(events_, {}); }

 private:
  struct Destroy {
    void operator()(mosquitto* raw) const;
  };

  Handle() = default;
  [[nodiscard]] Outcome set_options(const BrokerAddress& address);
  [[nodiscard]] Outcome set_will(const Will& will);
  [[nodiscard]] Outcome start(const BrokerAddress& address);
  [[nodiscard]] Outcome pair_up(int keep_alive_seconds);
  [[nodiscard]] int socket() const;  // libmosquitto's end; -1 once it ended
  void listen();
  void read();
  void end(BrokerEvent last);

  static void on_connect(mosquitto*, void* self, int reason, int flags, const mqtt5__property* properties);
  static void on_disconnect(mosquitto*, void* self, int reason, const mqtt5__property* properties);
  static void on_publish(mosquitto*, void* self, int packet, int reason, const mqtt5__property* properties);
  static void on_subscribe(mosquitto*, void* self, int packet, int count, const int* granted,
                           const mqtt5__property* properties);
  static void on_message(mosquitto*, void* self, const mosquitto_message* message,
                         const mqtt5__property* properties);

  std::unique_ptr<mosquitto, Destroy> raw_;
  Descriptor pair_;  // our end
  PacketGuard guard_{kLargestMessage};
  std::vector<BrokerEvent> events_;
  bool ended_ = false;
};

}  // namespace tertulia
