// SPDX-License-Identifier: Apache-2.0
// One of N collectors on the shared subscription. Sorts each message and queues it for the writer; blocks
// while the queue is full. Meanwhile new messages wait in the broker and on the devices. Runs on its
// connection's thread. Queue and announcements must outlive it.
#pragma once

#include "firmware/threads/mailbox.h"
#include "firmware/wire/signature.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/announcements.h"
#include "hub/collect/connection.h"

namespace tertulia::hub {

class Collector final : public Connection::User {
 public:
  Collector(Mailbox<Arrival>& queue, Announcements& announcements)
      : queue_(queue), announcements_(announcements) {}
  void on_ready(Connection&) override { announcements_.add_collector(); }
  void on_lost() override { announcements_.remove_collector(); }
  void on_message(Message message) override;

 private:
  Mailbox<Arrival>& queue_;
  Announcements& announcements_;
};

// The session is clean. An offline member of a shared subscription that kept its session would hold back its
// share of the messages. All collectors of one signing key have one share, whose name follows from the key: no
// device can guess it (decision 114). It stands in no log and on no command line.
[[nodiscard]] ConnectionPlan collector_plan(BrokerAddress address, const std::string& name, unsigned number,
                                            const wire::SigningKey& key);

}  // namespace tertulia::hub
