// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/inspection.h"

#include "drivers/sqlite/records/closing_slips.h"
#include "drivers/sqlite/records/schema.h"

namespace tertulia::sqlite {

Result<Inspection> Inspection::open(const std::string& path) {
  TRY(auto database, Database::open(path, Access::kSalvage));
  TRY(const std::int64_t version, database->number("PRAGMA user_version"));
  if (version != kSchemaVersion)
    return Error{path + " has tables number " + std::to_string(version) + ", this program knows " +
                 std::to_string(kSchemaVersion) +
                 ". Start the appliance of this version once, then try again."};
  return Inspection(std::move(database));
}

Result<std::vector<ClosingSlip>> Inspection::slips() { return read_slips(*database_); }

Result<std::vector<HeldEvent>> Inspection::held() {
  TRY(auto rows, database_->query("SELECT body, reason, 0, epoch, seq FROM outbox UNION ALL "
                                  "SELECT body, '', 1, epoch, seq FROM kept ORDER BY epoch, seq"));
  std::vector<HeldEvent> held;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return held;
    held.push_back({rows.text(0), rows.text(1), rows.number(2) != 0});
  }
}

}  // namespace tertulia::sqlite
