// SPDX-License-Identifier: Apache-2.0
// One of N collectors on the shared subscription. Leaves out what is over the budget of its device, sorts the
// rest and queues it for the writer. Never blocks: messages that wait in the broker are at the mercy of the
// device that sends most. Runs on its connection's thread. All references must outlive it.
#pragma once

#include "firmware/ports/clock.h"
#include "firmware/wire/signature.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/announcements.h"
#include "hub/collect/budgets.h"
#include "hub/collect/connection.h"
#include "hub/collect/fair_queue.h"

namespace tertulia::hub {

class Collector final : public Connection::User {
 public:
  Collector(FairQueue& queue, Budgets& budgets, Announcements& announcements, const Clock& clock)
      : queue_(queue), budgets_(budgets), announcements_(announcements), clock_(clock) {}
  void on_ready(Connection&) override { announcements_.add_collector(); }
  void on_lost() override { announcements_.remove_collector(); }
  void on_message(Message message) override;

 private:
  FairQueue& queue_;
  Budgets& budgets_;
  Announcements& announcements_;
  const Clock& clock_;
};

// The session is clean. An offline member of a shared subscription that kept its session would hold back its
// share of the messages. All collectors of one signing key have one share, whose name follows from the key:
// no device can guess it (decision 114). It stands in no log and on no command line.
[[nodiscard]] ConnectionPlan collector_plan(BrokerAddress address, const std::string& name, unsigned number,
                                            const wire::SigningKey& key);

}  // namespace tertulia::hub
