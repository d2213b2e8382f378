// SPDX-License-Identifier: Apache-2.0
// A look into the store's database from another program, while the appliance runs or does not; changes
// nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/closing_slip.h"

namespace tertulia::sqlite {

struct HeldEvent {
  std::string body;        // the CloudEvent, structured JSON, one line
  std::string reason;      // of a parked one, in words; empty: not parked
  bool is_at_hub = false;  // taken over, and not yet purged
};

class Inspection {
 public:
  // Errors: no such database; tables of another version than this program's.
  [[nodiscard]] static Result<Inspection> open(const std::string& path);

  [[nodiscard]] Result<std::vector<ClosingSlip>> slips();
  // Everything that is not purged, in the order in which it was recorded.
  [[nodiscard]] Result<std::vector<HeldEvent>> held();

 private:
  explicit Inspection(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  std::unique_ptr<Database> database_;
};

}  // namespace tertulia::sqlite
