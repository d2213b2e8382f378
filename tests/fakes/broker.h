// SPDX-License-Identifier: Apache-2.0
// A bus in memory and brokers on it, by the rules of the port: PUBACK 0x10 without a subscriber, retained
// messages, wills, take-over of a client id, shared subscriptions. Sessions end with their connection.
// The bus must outlive its brokers; any thread may use it, each broker belongs to one.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <ctime>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "firmware/ports/broker.h"

namespace tertulia {

[[nodiscard]] inline bool topic_matches(std::string_view filter, std::string_view topic) {
  while (true) {
    const auto filter_end = filter.find('/');
    const auto topic_end = topic.find('/');
    const auto level = filter.substr(0, filter_end);
    if (level == "#") return true;
    if (level != "+" && level != topic.substr(0, topic_end)) return false;
    const bool filter_done = filter_end == std::string_view::npos;
    const bool topic_done = topic_end == std::string_view::npos;
    if (filter_done || topic_done) return filter_done && topic_done;
    filter.remove_prefix(filter_end + 1);
    topic.remove_prefix(topic_end + 1);
  }
}

class FakeBroker;

class FakeBus {
 public:
  struct Rules {
    std::string password = {};  // empty: everyone may come in
    int connack = 0;            // another answer to every CONNECT
    int receive_maximum = 20;
    std::uint32_t maximum_packet = 65536;
    bool grants_subscriptions = true;
    bool answers_connect = true;                     // false: neither CONNACK nor an error
    bool answers_publish = true;                     // false: no PUBACK
    std::function<int(const Message&)> puback = {};  // another answer than the bus has
    std::function<bool(const Message&)> takes = {};  // false: publish() returns an error
  };

  // Changes the rules; connections stay.
  void set(Rules rules) {
    const std::lock_guard lock(mutex_);
    rules_ = std::move(rules);
  }
  // Like kill -9 of a broker without persistence: everyone is lost, what was retained is gone.
  void stop();
  void start() {
    const std::lock_guard lock(mutex_);
    up_ = true;
  }
  // DISCONNECT of the server to everyone.
  void drop_all(int reason);
  // The delay of every pending will passes.
  void pass_will_delays();
  // From somebody who is not a FakeBroker. True when somebody was subscribed.
  bool publish(const Message& message) {
    const std::lock_guard lock(mutex_);
    return deliver(message);
  }
  // Every message that was taken, in order.
  [[nodiscard]] std::vector<Message> published() const {
    const std::lock_guard lock(mutex_);
    return published_;
  }
  [[nodiscard]] std::vector<Message> published_on(const std::string& filter) const {
    auto all = published();
    std::erase_if(all, [&](const Message& each) { return !topic_matches(filter, each.topic); });
    return all;
  }
  [[nodiscard]] std::optional<Message> retained(const std::string& topic) const {
    const std::lock_guard lock(mutex_);
    const auto found = retained_.find(topic);
    return found == retained_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::size_t connections() const {
    const std::lock_guard lock(mutex_);
    return clients_.size();
  }

 private:
  friend class FakeBroker;
  bool deliver(const Message& message);

  mutable std::mutex mutex_;
  Rules rules_;
  bool up_ = true;
  std::vector<FakeBroker*> clients_;  // connected
  std::map<std::string, Message> retained_;
  std::map<std::string, Will> delayed_wills_;  // by client id
  std::vector<Message> published_;
  std::size_t turn_ = 0;  // of shared subscriptions
};

enum class FakeWait { kBlocks, kReturns };  // kReturns: wait() never waits; for tests with a FakeClock

class FakeBroker final : public Broker {
 public:
  explicit FakeBroker(FakeBus& bus, FakeWait waiting = FakeWait::kBlocks) : bus_(bus), waiting_(waiting) {}
  ~FakeBroker() override { abandon(); }
  FakeBroker(const FakeBroker&) = delete;
  FakeBroker& operator=(const FakeBroker&) = delete;

  Outcome connect(const BrokerAddress& address, const std::optional<Will>& will) override {
    abandon();
    const std::lock_guard lock(bus_.mutex_);
    ++attempts_;
    if (!bus_.up_) return Error{"Broker " + address.host + ": Connection refused. Check that it runs"};
    if (!bus_.rules_.answers_connect) return Done{};
    const bool wrong = !bus_.rules_.password.empty() && address.password != bus_.rules_.password;
    if (const int reason = wrong ? 0x87 : bus_.rules_.connack; reason != 0) {
      events_.emplace_back(broker_event::Refused{reason, "Not authorized"});
      return Done{};
    }
    for (auto* other : std::vector(bus_.clients_))
      if (other->client_id_ == address.client_id) other->lose(0x8E);
    bus_.delayed_wills_.erase(address.client_id);
    client_id_ = address.client_id;
    will_ = will;
    bus_.clients_.push_back(this);
    events_.emplace_back(
        broker_event::Connected{bus_.rules_.receive_maximum, bus_.rules_.maximum_packet, false});
    return Done{};
  }

  Result<int> publish(const Message& message) override {
    const std::lock_guard lock(bus_.mutex_);
    if (!is_connected()) return Error{"Broker: cannot publish: not connected"};
    const bool has_wildcard = message.topic.find_first_of("+#") != std::string::npos;
    if (has_wildcard || (bus_.rules_.takes && !bus_.rules_.takes(message)))
      return Error{"Broker: cannot publish: Invalid arguments provided."};
    const int packet = next_packet_++;
    int reason = bus_.rules_.puback ? bus_.rules_.puback(message) : 0;
    if (reason == 0) reason = bus_.deliver(message) ? 0 : 0x10;
    if (bus_.rules_.answers_publish) events_.emplace_back(broker_event::Acknowledged{packet, reason});
    return packet;
  }

  Result<int> subscribe(const std::vector<std::string>& filters, int) override {
    const std::lock_guard lock(bus_.mutex_);
    if (!is_connected()) return Error{"Broker: cannot subscribe: not connected"};
    const int packet = next_packet_++;
    events_.emplace_back(broker_event::Subscribed{packet, bus_.rules_.grants_subscriptions});
    if (!bus_.rules_.grants_subscriptions) return packet;
    filters_.insert(filters_.end(), filters.begin(), filters.end());
    for (auto message : bus_.retained_)
      for (const auto& filter : filters)
        if (topic_matches(filter, message.first)) {
          message.second.retain = true;
          events_.emplace_back(broker_event::Received{message.second});
        }
    return packet;
  }

  void disconnect() override {
    const std::lock_guard lock(bus_.mutex_);
    will_.reset();
    leave();
    events_.clear();
  }

  void abandon() override {
    const std::lock_guard lock(bus_.mutex_);
    leave();
    events_.clear();
  }

  [[nodiscard]] std::vector<BrokerEvent> wait(std::optional<BootTime> until) override {
    std::unique_lock lock(bus_.mutex_);
    last_until_ = until;
    if (waiting_ == FakeWait::kBlocks) {
      const auto ready = [this] { return woken_ || !events_.empty(); };
      if (until)
        changed_.wait_for(lock, *until - kernel_now(), ready);
      else
        changed_.wait(lock, ready);
    }
    woken_ = false;
    return std::exchange(events_, {});
  }

  void wake() override {
    const std::lock_guard lock(bus_.mutex_);
    woken_ = true;
    changed_.notify_all();
  }

  [[nodiscard]] std::optional<BootTime> last_until() const { return last_until_; }
  [[nodiscard]] int attempts() const { return attempts_; }

 private:
  friend class FakeBus;

  static BootTime kernel_now() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
  }
  [[nodiscard]] bool is_connected() const {
    return std::find(bus_.clients_.begin(), bus_.clients_.end(), this) != bus_.clients_.end();
  }
  void tell(BrokerEvent event) {
    events_.push_back(std::move(event));
    changed_.notify_all();
  }
  void leave() {
    if (!is_connected()) return;
    std::erase(bus_.clients_, this);
    filters_.clear();
    if (!will_) return;
    if (will_->delay_seconds == 0)
      bus_.deliver(will_->message);
    else
      bus_.delayed_wills_[client_id_] = *will_;
    will_.reset();
  }
  void lose(int reason) {
    leave();
    tell(broker_event::Lost{reason, "The connection was lost"});
  }

  FakeBus& bus_;
  const FakeWait waiting_;
  std::condition_variable changed_;
  std::string client_id_;
  std::optional<Will> will_;
  std::vector<std::string> filters_;
  std::vector<BrokerEvent> events_;
  std::optional<BootTime> last_until_;
  int next_packet_ = 1;
  int attempts_ = 0;
  bool woken_ = false;
};

inline void FakeBus::stop() {
  const std::lock_guard lock(mutex_);
  up_ = false;
  for (auto* client : std::vector(clients_)) {
    client->will_.reset();  // a dead broker sends none
    client->lose(0);
  }
  retained_.clear();
  delayed_wills_.clear();
}

inline void FakeBus::drop_all(int reason) {
  const std::lock_guard lock(mutex_);
  for (auto* client : std::vector(clients_)) client->lose(reason);
}

inline void FakeBus::pass_will_delays() {
  const std::lock_guard lock(mutex_);
  for (const auto& [client_id, will] : std::exchange(delayed_wills_, {})) deliver(will.message);
}

inline bool FakeBus::deliver(const Message& message) {
  published_.push_back(message);
  if (message.retain) retained_[message.topic] = message;
  Message live = message;
  live.retain = false;
  bool anyone = false;
  std::map<std::string, std::vector<FakeBroker*>> groups;
  for (auto* client : clients_)
    for (const auto& filter : client->filters_) {
      const bool shared = filter.starts_with("$share/");
      const auto group_end = shared ? filter.find('/', 7) : 0;
      if (shared && topic_matches(filter.substr(group_end + 1), message.topic))
        groups[filter.substr(0, group_end)].push_back(client);
      if (shared || !topic_matches(filter, message.topic)) continue;
      client->tell(broker_event::Received{live});
      anyone = true;
    }
  for (const auto& [name, members] : groups) {
    members[turn_++ % members.size()]->tell(broker_event::Received{live});
    anyone = true;
  }
  return anyone;
}

}  // namespace tertulia
