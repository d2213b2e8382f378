// SPDX-License-Identifier: Apache-2.0
// The hub's control connection, the only one on which the hub publishes:
//   - Its retained state says whether devices may send: the database takes rows and a collector is
//   subscribed.
//     The will of the connection says offline. A state that the broker did not take is published again.
//   - It publishes the signed acks that the writer announces.
//   - It reads the presence and the description of each device, and queues them for the writer.
//   - It reads the retained acks. Those of its own key tell the writer what this hub acknowledged before, so
//     that a database restored from a backup is noticed.
// Unlike a collector it never blocks: while the queue is full it keeps what it read, since it must still be
// able to say that the hub is offline. Runs on its connection's thread. All references must outlive it.
#pragma once

#include <cstdint>
#include <optional>

#include "firmware/ports/clock.h"
#include "firmware/threads/mailbox.h"
#include "firmware/wire/signature.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/announcements.h"
#include "hub/collect/connection.h"

namespace tertulia::hub {

class Control final : public Connection::User {
 public:
  Control(Mailbox<Arrival>& queue, Announcements& announcements, const Clock& clock,
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

  Sender<Arrival> queue_;
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
