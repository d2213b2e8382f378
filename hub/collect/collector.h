// SPDX-License-Identifier: Apache-2.0
// What each of N equal members of the shared subscription: sorts what it receives and hands it to the writer.
// Waits when the queue is full. Runs on the threads of its links; queue and announcements must outlive it.
#pragma once

#include "hub/arrival/arrival.h"
#include "hub/collect/announcements.h"
#include "hub/collect/link.h"
#include "hub/collect/queue.h"

namespace tertulia::hub {

class Collector final : public Link::User {
 public:
  Collector(Queue<Arrival>& queue, Announcements& announcements)
      : queue_(queue), announcements_(announcements) {}
  void on_ready(Link&) override { announcements_.add_listener(); }
  void on_lost() override { announcements_.remove_listener(); }
  void on_message(Message message) override;

 private:
  Queue<Arrival>& queue_;
  Announcements& announcements_;
};

// Clean session: an offline member of a durable share would keep its part of the messages for ever.
[[nodiscard]] LinkPlan collector_plan(BrokerAddress address, const std::string& name, unsigned number);

}  // namespace tertulia::hub
