// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/inspection.h"

#include <utility>

#include "drivers/sqlite/records/closing_slips.h"
#include "drivers/sqlite/records/counts.h"
#include "drivers/sqlite/records/schema.h"
#include "drivers/sqlite/recovery/damaged_files.h"
#include "firmware/domain/digest.h"

namespace tertulia::sqlite {

Result<Inspection> Inspection::open(const std::string& path) {
  TRY(auto database, Database::open(path, Access::kSalvage, rule_of_recovery(path)));
  TRY(const std::int64_t version, database->number("PRAGMA user_version"));
  if (version != kSchemaVersion)
    return Error{path + " has tables number " + std::to_string(version) + ", this program knows " +
                 std::to_string(kSchemaVersion) +
                 ". Start the appliance of this version once, then try again."};
  return Inspection(std::move(database));
}

// The hub knows epochs: hashed, so that nobody finds the device of an exported folder by them.
Result<std::string> Inspection::mark() {
  TRY(const std::string first, database_->text("SELECT epoch FROM epochs ORDER BY number LIMIT 1"));
  return sha256_hex("the exports of " + first).substr(0, 16);
}

Result<std::vector<ClosingSlip>> Inspection::slips() { return read_slips(*database_); }

Result<std::map<std::string, std::uint64_t>> Inspection::parked() { return parked_reasons(*database_); }

// One snapshot of both tables: a row that moves from one to the other meanwhile is neither missed nor
// doubled. To sort their rows together SQLite would hold all of them.
Outcome Inspection::each_held(const TakeHeld& take) {
  return database_->snapshot([&]() -> Outcome {
    for (const auto& [select, is_at_hub] :
         {std::pair{"SELECT body FROM kept ORDER BY period, epoch, seq", true},
          std::pair{"SELECT body FROM outbox ORDER BY epoch, seq", false}}) {
      TRY(auto rows, database_->query(select));
      while (true) {
        TRY(const bool found, rows.step());
        if (!found) break;
        TRY_DONE(take({rows.view(0), is_at_hub}));
      }
    }
    return Done{};
  });
}

}  // namespace tertulia::sqlite
