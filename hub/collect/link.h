// SPDX-License-Identifier: Apache-2.0
// Keeps one connection to the broker alive: connects, subscribes, listens, and comes back with growing pauses
// when it is lost. run() belongs to one thread; stop() and wake() may be called from any. The clock must
// outlive it.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"

namespace tertulia::hub {

struct LinkPlan {
  BrokerAddress address;
  std::optional<Will> will;
  std::vector<std::string> filters;
};

class Link {
 public:
  // What its user does; all on the link's thread. publish() may be called from on_ready, on_wake and on_stop.
  class User {
   public:
    virtual ~User() = default;
    virtual void on_ready(Link&) {}  // connected, and every filter granted
    virtual void on_lost() {}        // after on_ready, once
    virtual void on_message(Message message) = 0;
    virtual void on_wake(Link&) {}  // after wake(), and after every other event while ready
    virtual void on_stop(Link&) {}  // the last words, while still connected
  };

  Link(std::unique_ptr<Broker> broker, const Clock& clock, LinkPlan plan, Log log);

  void run(User& user);
  void stop();
  void wake() { broker_->wake(); }

  // Does nothing unless ready. QoS 1; the last words are waited for.
  void publish(const Message& message);
  [[nodiscard]] bool is_ready() const { return stage_ == Stage::kReady; }

 private:
  enum class Stage { kWaiting, kConnecting, kSubscribing, kReady };

  void handle(const BrokerEvent& event, User& user);
  void handle(const broker_event::Connected&, User& user);
  void handle(const broker_event::Refused& refused, User& user);
  void handle(const broker_event::Lost& lost, User& user);
  void handle(const broker_event::Subscribed& subscribed, User& user);
  void handle(const broker_event::Acknowledged& acknowledged, User&);
  void handle(const broker_event::Received& received, User& user);

  void connect(User& user);
  void fail(const std::string& why, User& user);
  void say_goodbye(User& user);
  [[nodiscard]] BootTime now() const { return clock_.now().boot; }

  std::unique_ptr<Broker> broker_;
  const Clock& clock_;
  LinkPlan plan_;
  Log log_;
  std::mt19937 random_;
  std::atomic<bool> stopping_ = false;
  Stage stage_ = Stage::kWaiting;
  std::optional<BootTime> until_;  // next attempt, or the deadline of this one
  unsigned attempt_ = 0;
  BootTime ready_since_{};
  int subscription_ = 0;
  std::set<int> unacknowledged_;
};

}  // namespace tertulia::hub
