// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/counts.h"

#include <filesystem>
#include <system_error>

#include "drivers/sqlite/records/closing_slips.h"

namespace tertulia::sqlite {
namespace {

std::uint64_t bytes_of(const std::string& path) {
  std::error_code absent;
  const auto size = std::filesystem::file_size(path, absent);
  return absent ? 0 : size;
}

}  // namespace

Result<StoreCounts> read_counts(Database& database) {
  TRY(auto row, database.query("SELECT (SELECT coalesce(sum(submitted), 0) FROM tally), "
                               "(SELECT coalesce(sum(acknowledged), 0) FROM tally), "
                               "(SELECT coalesce(sum(rows), 0) FROM usage), "
                               "(SELECT count(*) FROM outbox WHERE state = 'parked'), "
                               "(SELECT submitted FROM tally WHERE session = "
                               "(SELECT value FROM meta WHERE name = 'last_session'))"));
  TRY_DONE(row.step());
  return StoreCounts{row.count(0), row.count(1), row.count(2), row.count(3), row.count(4)};
}

Result<StoreInventory> read_inventory(Database& database) {
  StoreInventory inventory;
  {
    TRY(auto row, database.query("SELECT (SELECT coalesce(sum(submitted), 0) FROM tally), "
                                 "(SELECT coalesce(sum(acknowledged), 0) FROM tally), "
                                 "(SELECT count(*) FROM outbox WHERE kind = ?1)",
                                 {to_text(EventKind::kFeedback)}));
    TRY_DONE(row.step());
    inventory.submitted = row.count(0);
    inventory.receipted = row.count(1);
    inventory.waiting = row.count(2);
  }
  TRY(inventory.slips, read_slips(database));
  inventory.bytes = bytes_of(database.path()) + bytes_of(database.path() + "-wal");
  TRY(inventory.parked, parked_reasons(database));
  return inventory;
}

Result<std::map<std::string, std::uint64_t>> parked_reasons(Database& database) {
  TRY(auto rows,
      database.query("SELECT reason, count(*) FROM outbox WHERE state = 'parked' GROUP BY reason"));
  std::map<std::string, std::uint64_t> parked;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return parked;
    parked[rows.text(0)] = rows.count(1);
  }
}

}  // namespace tertulia::sqlite
