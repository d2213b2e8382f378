// SPDX-License-Identifier: Apache-2.0
// Rows, acks and the hub's state as one device of the tests sees them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "drivers/linux/clock.h"
#include "drivers/mosquitto/mosquitto_broker.h"
#include "firmware/domain/digest.h"
#include "hub/store/database.h"
#include "tests/hub/events.h"

namespace tertulia::hub {

inline constexpr BootTime kDeadline = std::chrono::seconds(60);

// What the database says at this moment, read beside the hub; nothing while its server is away.
inline std::optional<Ranges> held_in(const std::string& database, const Device& device) {
  const auto sql = Sql::open(database, OpenMode::kReadOnly);
  if (!sql.ok()) return std::nullopt;
  Ranges held;
  const auto read = sql.value()->query("SELECT first, last FROM received WHERE device = $1 AND epoch = $2",
                                       {device.origin.device, device.epoch}, [&](const SqlRow& row) {
                                         held.add({row.number(0), row.number(1)});
                                         return Done{};
                                       });
  return read.ok() ? std::optional(held) : std::nullopt;
}

class TestDevice {
 public:
  TestDevice(BrokerAddress address, std::string database)
      : address_(std::move(address)), database_(std::move(database)) {
    address_.clean_start = true;
    broker_ = std::move(MosquittoBroker::open(library_)).value();
  }

  // Until `done`; false after a minute. Reconnects by itself.
  bool pump(const std::function<bool()>& done) {
    const BootTime deadline = now() + kDeadline;
    while (!done()) {
      if (now() > deadline) return false;
      if (!attempted_) connect();
      for (const BrokerEvent& event : broker_->wait(now() + Milliseconds(50)))
        std::visit([this](const auto& known) { handle(known); }, event);
    }
    return true;
  }

  void keep(std::uint64_t seq, Message message) { rows_[seq] = std::move(message); }
  // Everything that the hub has not acknowledged. `brokered` counts the broker's PUBACK 0.
  void send_all() {
    in_flight_.clear();
    for (const auto& [seq, message] : rows_)
      if (const auto packet = broker_->publish(message); packet.ok()) in_flight_.insert(packet.value());
  }
  void send(const Message& message) { ASSERT_TRUE(broker_->publish(message).ok()); }

  [[nodiscard]] std::size_t held_back() const { return held_back_; }
  [[nodiscard]] bool is_brokered() const { return in_flight_.empty(); }
  [[nodiscard]] bool is_hub_online() const { return hub_online_; }
  [[nodiscard]] bool has_nothing_left() const { return rows_.empty(); }
  [[nodiscard]] std::uint64_t acked() const { return ack_.seq; }
  [[nodiscard]] int forgeries() const { return forgeries_; }  // acks that the hub did not sign
  [[nodiscard]] const Ack& heard() const { return ack_; }     // the last one

  Device device;
  wire::PublicKey hub_key;

 private:
  static BootTime now() { return SystemClock::open().value().now().boot; }
  void connect() {
    attempted_ = broker_->connect(address_, std::nullopt).ok();
    if (!attempted_) static_cast<void>(broker_->wait(now() + Milliseconds(50)));
  }
  void handle(const broker_event::Connected&) {
    static_cast<void>(
        broker_->subscribe({wire::ack_topic(device.origin), std::string(wire::kHubStateTopic)}, 1));
  }
  void handle(const broker_event::Reached&) {}
  void handle(const broker_event::Refused&) { attempted_ = false; }
  void handle(const broker_event::Lost&) {
    attempted_ = hub_online_ = false;
    in_flight_.clear();
  }
  void handle(const broker_event::Subscribed&) {}
  void handle(const broker_event::Acknowledged& puback) { in_flight_.erase(puback.packet); }
  void handle(const broker_event::Received& received) {
    const Message& message = received.message;
    if (message.topic == wire::kHubStateTopic) {
      hub_online_ = wire::decode_hub_state(message.payload).value().online;
    } else {
      take(message);
    }
  }

  // The rule under test: no ack covers a row that is not in the database at this moment.
  void take(const Message& message) {
    if (!hub_key.has_signed(message)) return static_cast<void>(++forgeries_);
    const Ack ack = wire::decode_ack(message.payload).value();
    ack_ = ack;
    Ranges missing;
    for (const auto& [first, last] : ack.miss) missing.add({first, last});
    const auto held = held_in(database_, device);
    for (std::uint64_t seq = 1; seq <= ack.seq; ++seq) {
      if (missing.contains(seq)) continue;
      EXPECT_TRUE(!held || held->contains(seq)) << "row " << seq << " is acknowledged and not held";
      if (!is_answer(seq)) rows_.erase(seq);
    }
    for (const Receipt& receipt : ack.receipts) take(receipt);
    for (const Refusal& refusal : ack.refused) take(refusal);
  }

  [[nodiscard]] bool is_answer(std::uint64_t seq) const {
    const auto row = rows_.find(seq);
    return row != rows_.end() && row->second.topic.ends_with("/ev/feedback");
  }
  void take(const Receipt& receipt) {
    std::erase_if(rows_, [&](const auto& row) {
      return row.second.property("id") == receipt.submission &&
             sha256_hex(row.second.payload) == receipt.content;
    });
  }

  // Held back: it stays here and is not sent again.
  void take(const Refusal& refusal) {
    held_back_ += std::erase_if(rows_, [&](const auto& row) {
      return row.second.property("id") == refusal.submission &&
             sha256_hex(row.second.payload) == refusal.content;
    });
  }

  MosquittoLibrary library_;
  std::unique_ptr<MosquittoBroker> broker_;
  BrokerAddress address_;
  std::string database_;
  std::map<std::uint64_t, Message> rows_;
  std::set<int> in_flight_;
  std::size_t held_back_ = 0;
  Ack ack_;
  bool attempted_ = false;
  bool hub_online_ = false;
  int forgeries_ = 0;
};

}  // namespace tertulia::hub
