// SPDX-License-Identifier: Apache-2.0
// The hub's voice: one connection that says that the hub is there (its will says the opposite), publishes
// signed acks and hears which devices are present,
// and the acks of its own key that were said before. Runs on its link's thread; all references must outlive
// it.
#pragma once

#include <cstdint>
#include <optional>

#include "firmware/ports/clock.h"
#include "firmware/wire/signature.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/announcements.h"
#include "hub/collect/link.h"
#include "hub/collect/queue.h"

namespace tertulia::hub {

class Control final : public Link::User {
 public:
  Control(Queue<Arrival>& queue, Announcements& announcements, const Clock& clock,
          const wire::SigningKey& key)
      : queue_(queue), announcements_(announcements), clock_(clock), key_(key) {}

  void on_ready(Link& link) override;
  void on_message(Message message) override;
  void on_wake(Link& link) override;
  void on_stop(Link& link) override;

 private:
  void say_state(Link& link, Availability availability);
  void say_acks(Link& link);
  void hear(const Message& message);

  Queue<Arrival>& queue_;
  Announcements& announcements_;
  const Clock& clock_;
  const wire::SigningKey key_;
  std::optional<Availability> said_;  // on this connection
  std::uint64_t losses_said_ = 0;
};

[[nodiscard]] LinkPlan control_plan(BrokerAddress address, const std::string& name);

}  // namespace tertulia::hub
