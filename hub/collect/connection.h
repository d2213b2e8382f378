// SPDX-License-Identifier: Apache-2.0
// Keeps one connection of the hub to the broker alive: it connects, subscribes, hands on what arrives, and
// connects again when the connection is lost. ConnectionPlanner decides when. run() belongs to one thread;
// stop() and wake() may be called from any thread. The clock must outlive it.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "firmware/connection/connection_planner.h"
#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"

namespace tertulia::hub {

struct ConnectionPlan {
  BrokerAddress address;
  std::optional<Will> will;
  std::vector<std::string> filters;
};

class Connection {
 public:
  // What the connection is used for. All functions run on the connection's thread.
  class User {
   public:
    virtual ~User() = default;
    virtual void on_ready(Connection&) {}  // connected, and every filter granted
    virtual void on_lost() {}              // a ready connection was lost; not called after stop()
    virtual void on_failed(Connection&, const std::string& /*why*/) {
    }  // an attempt failed, or (after on_lost) the connection was lost
    virtual void on_message(Message message) = 0;
    virtual void on_acknowledged(Connection&, int /*packet*/, int /*reason*/) {}  // PUBACK
    virtual void on_turn(Connection&) {}  // while ready: after every event, after wake(), and at due()
    virtual void on_stop(Connection&) {}  // stop() was called; it is still ready, for the last messages
    // When on_turn() is needed next although nothing happened; none: never.
    [[nodiscard]] virtual std::optional<BootTime> due() const { return std::nullopt; }
  };

  Connection(std::unique_ptr<Broker> broker, const Clock& clock, ConnectionPlan plan, Log log,
             Jitter jitter = random_jitter(std::random_device{}()));

  // Runs until stop() is called. Then waits up to half a second for the PUBACKs that are outstanding.
  void run(User& user);
  void stop();
  void wake() { broker_->wake(); }

  // Returns the packet id; on_acknowledged() names the same id. Returns none when the connection is not ready
  // or the message cannot be sent; then the reason is in the log.
  std::optional<int> publish(const Message& message);

 private:
  std::optional<BootTime> advance(User& user);
  void carry_out(const connection_action::Connect&, User& user);
  void carry_out(const connection_action::Subscribe&, User& user);
  void carry_out(const connection_action::Announce&, User& user);
  void carry_out(const connection_action::Abandon&, User& user);
  void carry_out(const connection_action::Wait&, User&) {}

  void handle(const broker_event::Reached& reached, User&) { planner_.reached(now(), reached.step); }
  void handle(const broker_event::Connected&, User&) { planner_.connected(now()); }
  void handle(const broker_event::Refused& refused, User& user);
  void handle(const broker_event::Lost& lost, User& user);
  void handle(const broker_event::Subscribed& subscribed, User&);
  void handle(const broker_event::Acknowledged& acknowledged, User& user);
  void handle(const broker_event::Received& received, User& user) { user.on_message(received.message); }

  void lose(const broker_event::Lost& lost, User& user);
  void drop(User& user);
  void say_goodbye(User& user);
  [[nodiscard]] BootTime now() const { return clock_.now().boot; }

  std::unique_ptr<Broker> broker_;
  const Clock& clock_;
  const ConnectionPlan plan_;
  const Log log_;
  ConnectionPlanner planner_;
  std::atomic<bool> stopping_ = false;
  BootTime ready_since_{};
  int subscription_ = 0;  // packet of the SUBSCRIBE
  std::set<int> unacknowledged_;
};

}  // namespace tertulia::hub
