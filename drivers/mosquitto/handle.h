// SPDX-License-Identifier: Apache-2.0
// One libmosquitto handle, from the attempt to connect to its end. Only MosquittoBroker uses it, on its
// thread. It cannot move, because libmosquitto keeps a pointer to it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

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

  [[nodiscard]] int socket() const;  // -1 once it ended
  [[nodiscard]] bool wants_write() const;
  [[nodiscard]] bool ended() const { return ended_; }
  // There is work that poll() does not know of: call run() without waiting.
  [[nodiscard]] bool is_urgent() const { return unread_ || socket() < 0; }

  [[nodiscard]] Result<int> publish(const Message& message);
  [[nodiscard]] Result<int> subscribe(const std::vector<std::string>& filters, int qos);
  // Reads, writes and pings. `happened` is what poll() returned for socket().
  void run(short happened);
  // Sends DISCONNECT 0, and writes what still waits to be written, within the budget.
  void say_goodbye(Milliseconds budget);

  [[nodiscard]] std::vector<BrokerEvent> take_events() { return std::exchange(events_, {}); }

 private:
  struct Destroy {
    void operator()(mosquitto* raw) const;
  };

  Handle() = default;
  [[nodiscard]] Outcome set_options(const BrokerAddress& address);
  [[nodiscard]] Outcome set_will(const Will& will);
  [[nodiscard]] Outcome start(const BrokerAddress& address);
  void listen();
  void read();
  void end(BrokerEvent last);
  void note(int code);  // of libmosquitto: remembers that TLS failed

  static void on_connect(mosquitto*, void* self, int reason, int flags, const mqtt5__property* properties);
  static void on_disconnect(mosquitto*, void* self, int reason, const mqtt5__property* properties);
  static void on_publish(mosquitto*, void* self, int packet, int reason, const mqtt5__property* properties);
  static void on_subscribe(mosquitto*, void* self, int packet, int count, const int* granted,
                           const mqtt5__property* properties);
  static void on_message(mosquitto*, void* self, const mosquitto_message* message,
                         const mqtt5__property* properties);

  std::unique_ptr<mosquitto, Destroy> raw_;
  std::vector<BrokerEvent> events_;
  bool ended_ = false;
  bool unread_ = false;
  bool is_untrusted_ = false;
};

}  // namespace tertulia
