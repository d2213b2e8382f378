// SPDX-License-Identifier: Apache-2.0
// The hub's control connection, the only one on which the hub publishes:
// - It publishes a retained state. "Online" means: the database takes rows, and a collector is subscribed.
//   Otherwise the state is "offline". If the connection breaks, the broker publishes "offline" (the MQTT
//   will).
// - It publishes the state again if the broker did not take it, and after a collector was lost.
// - It publishes the signed acks that the writer announces. After each reconnect it asks for all of them.
// - It reads the presence and the description of each device, and queues them for the writer.
// - It reads the retained acks. Those of its own key tell the writer what this hub acknowledged before. So a
//   database that was restored from a backup is noticed.
//
// It never blocks, because it must always be able to say that the hub is offline. Runs on its connection's
// thread. All references must outlive it.
#pragma once

#include <cstdint>
#include <optional>

#include "firmware/ports/clock.h"
#include "firmware/wire/signature.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/announcements.h"
#include "hub/collect/budgets.h"
#include "hub/collect/connection.h"
#include "hub/collect/fair_queue.h"

namespace tertulia::hub {

class Control final : public Connection::User {
 public:
  Control(FairQueue& queue, Budgets& budgets, Announcements& announcements, const Clock& clock,
          const wire::SigningKey& key);

  void on_ready(Connection& connection) override;
  void on_message(Message message) override;
  void on_acknowledged(Connection& connection, int packet, int reason) override;
  void on_turn(Connection& connection) override;
  void on_stop(Connection& connection) override;
  [[nodiscard]] std::optional<BootTime> due() const override;

 private:
  void publish_state(Connection& connection, Availability availability);
  void publish_acks(Connection& connection);
  void read_own_ack(const Message& message);
  void retry_state();
  [[nodiscard]] BootTime now() const { return clock_.now().boot; }

  FairQueue& queue_;
  Budgets& budgets_;
  Announcements& announcements_;
  const Clock& clock_;
  const wire::SigningKey key_;
  Backoff backoff_;
  BootTime not_before_{};                  // of the next try to publish the state
  std::optional<Availability> published_;  // on this connection
  std::optional<int> state_packet_;        // of the last state, until its PUBACK
  std::uint64_t published_losses_ = 0;     // of collectors, when the state was published
};

[[nodiscard]] ConnectionPlan control_plan(BrokerAddress address, const std::string& name);

}  // namespace tertulia::hub
