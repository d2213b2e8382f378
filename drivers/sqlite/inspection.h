// SPDX-License-Identifier: Apache-2.0
// Reads the store's database from another thread or program, while the appliance runs or does not. It changes
// nothing in it. Damage that it meets it notes beside the file, for the next start.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "drivers/sqlite/records/submissions.h"
#include "firmware/domain/closing_slip.h"

namespace tertulia::sqlite {

struct HeldEvent {
  std::string_view
      body;  // the CloudEvent, structured JSON, one line; valid during the call that hands it out
  bool is_at_hub = false;  // taken over by the hub, and in its grace period here
};
using TakeHeld = std::function<Outcome(const HeldEvent&)>;  // an error ends the reading and is its error

class Inspection {
 public:
  // Errors: no such database; tables of another version than this program's.
  [[nodiscard]] static Result<Inspection> open(const std::string& path);

  // Names this store for its whole life: 16 digits of a hash of random ones. It tells nothing of the device.
  [[nodiscard]] Result<std::string> mark();

  [[nodiscard]] Result<std::vector<ClosingSlip>> slips();  // in the order of the rooms
  // How many events of the outbox are parked, by the reason in words.
  [[nodiscard]] Result<std::map<std::string, std::uint64_t>> parked();
  // Hands out every event that is not purged, one after the other: in memory is one at a time, however many
  // there are. First those that the hub has, then those that wait; each part in the order of its table.
  Outcome each_held(const TakeHeld& take);

  // What `work` reads of the following two is of one moment.
  Outcome at_one_moment(const std::function<Outcome()>& work) { return database_->snapshot(work); }
  // See answered_forms() and each_closed() of records/submissions.h.
  [[nodiscard]] Result<std::vector<std::string>> forms() { return answered_forms(*database_); }
  [[nodiscard]] Result<std::uint64_t> each_submission(const std::string& form,
                                                      const std::function<Outcome(ClosedSubmission)>& take) {
    return each_closed(*database_, form, take);
  }

 private:
  explicit Inspection(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  std::unique_ptr<Database> database_;
};

}  // namespace tertulia::sqlite
