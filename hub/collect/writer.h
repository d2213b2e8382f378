// SPDX-License-Identifier: Apache-2.0
// The hub's only writer. It takes batches from the queue, commits each in one transaction, and announces the
// acks after the commit. Owns the database and runs on its own thread. Clock, announcements and queue must
// outlive it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"
#include "firmware/threads/mailbox.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/ack_planner.h"
#include "hub/collect/announcements.h"
#include "hub/collect/budgets.h"
#include "hub/collect/fair_queue.h"
#include "hub/store/database.h"

namespace tertulia::hub {

class Writer {
 public:
  // Reads what the database holds. Errors: it cannot be read.
  [[nodiscard]] static Result<Writer> open(Database database, const Clock& clock,
                                           Announcements& announcements);

  // Runs until the queue is closed and empty, or closed for most of a second: what is left then, and a batch
  // that still fails, was never acknowledged, so its devices send it again. While the database refuses, the
  // batch is tried again every second and the hub is offline. Says in the log, and notes in the database,
  // which device is over which of its budgets.
  void run(FairQueue& queue, Budgets& budgets, const BatchLimits& limits, const Log& log);

  // Stores the batch in one transaction, then announces an ack for each stream in it. After an error nothing
  // is stored and nothing is announced. After a reconnection, and in a new epoch of the hub, one ack for each
  // device goes out too: what else was lost with the connection, devices get when they send again.
  [[nodiscard]] Outcome write(const std::vector<Arrival>& batch, Budgets* budgets = nullptr);
  // Announces the acks that are due although nothing arrived.
  void remind();
  // Once a minute, at the start, and when many answers wait: moves those that need not wait any longer into
  // the table of answers. Says so where the key to some is lost, and lets all devices know. After an error it
  // tries again in a minute.
  [[nodiscard]] Outcome mix(const Log& log);
  // Once a day, and at the start: erases contacts that are too old. After an error it tries again in an hour.
  [[nodiscard]] Outcome tidy();

 private:
  using Device = std::pair<std::string, std::string>;  // programme, device

  Writer(Database database, const Clock& clock, Announcements& announcements)
      : database_(std::move(database)), clock_(&clock), announcements_(&announcements) {}
  void hold(const ReceivedRanges& received, BootTime now);
  void learn_epochs(const std::vector<Arrival>& batch);
  [[nodiscard]] std::vector<Stream> one_of_each_device(BootTime now) const;
  void announce(std::vector<Stream> streams, BootTime now);
  [[nodiscard]] bool is_current(const Stream& stream) const;
  void write_until_done(const std::vector<Arrival>& batch, FairQueue& queue, Budgets& budgets,
                        const Log& log);
  void leave_out_epochs(std::vector<Arrival>& batch, Budgets& budgets) const;
  void tell_news(Budgets& budgets, const Log& log);

  Database database_;
  const Clock* clock_;
  Announcements* announcements_;
  std::map<Stream, AckPlanner> planners_;
  std::set<Stream> with_holes_;  // of planners_, those that may come due
  std::map<Device, std::string> current_epochs_;
  BootTime next_tidying_{};
  BootTime next_mixing_{};
  std::size_t waiting_ = 0;                          // answers that came since the last mixing, to be mixed
  Commit commit_;                                    // the last one
  std::map<Stream, std::vector<Receipt>> receipts_;  // of the last commit, until they are announced
  std::map<Stream, std::vector<Refusal>> refusals_;  // likewise
};

}  // namespace tertulia::hub
