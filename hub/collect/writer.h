// SPDX-License-Identifier: Apache-2.0
// The hub's only writer. It takes batches from the queue, commits each in one transaction, and announces the
// acks after the commit. Owns the database and runs on its own thread. Clock, announcements and queue must
// outlive it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"
#include "firmware/threads/mailbox.h"
#include "hub/arrival/arrival.h"
#include "hub/collect/ack_planner.h"
#include "hub/collect/announcements.h"
#include "hub/store/database.h"

namespace tertulia::hub {

class Writer {
 public:
  // Reads what the database holds. Errors: it cannot be read.
  [[nodiscard]] static Result<Writer> open(Database database, const Clock& clock,
                                           Announcements& announcements);

  // Runs until the queue is closed and empty. While the database refuses, the batch is tried again every
  // second, the hub is offline, and the full queue blocks the collectors. A batch that still fails when the
  // queue is closed is dropped: it was never acknowledged.
  void run(Mailbox<Arrival>& queue, const BatchLimits& limits, const Log& log);

  // Stores the batch in one transaction, then announces an ack for each stream in it. After an error nothing
  // is stored and nothing is announced.
  [[nodiscard]] Outcome write(const std::vector<Arrival>& batch);
  // Announces the acks that are due although nothing arrived.
  void remind();
  // Once a day, and at the start: erases contacts that are too old. After an error it tries again in an hour.
  [[nodiscard]] Outcome tidy();

 private:
  using Device = std::pair<std::string, std::string>;  // programme, device

  Writer(Database database, const Clock& clock, Announcements& announcements)
      : database_(std::move(database)), clock_(&clock), announcements_(&announcements) {}
  void hold(const ReceivedRanges& received, BootTime now);
  void learn_epochs(const std::vector<Arrival>& batch);
  void announce(std::vector<Stream> streams, BootTime now);
  [[nodiscard]] bool is_current(const Stream& stream) const;
  void write_until_done(const std::vector<Arrival>& batch, Mailbox<Arrival>& queue, const Log& log);

  Database database_;
  const Clock* clock_;
  Announcements* announcements_;
  std::map<Stream, AckPlanner> planners_;
  std::map<Device, std::string> current_epochs_;
  BootTime next_tidying_{};
  Commit commit_;                                    // the last one
  std::map<Stream, std::vector<Receipt>> receipts_;  // of the last commit, until they are announced
  std::map<Stream, std::vector<Refusal>> refusals_;  // likewise
};

}  // namespace tertulia::hub
