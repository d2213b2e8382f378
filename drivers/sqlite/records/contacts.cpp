// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/contacts.h"

#include "drivers/sqlite/records/meta.h"
#include "firmware/domain/visit.h"

namespace tertulia::sqlite {
namespace {

constexpr const char* kCrowd = "crowd";

}  // namespace

Result<bool> begins_crowd(Database& database) {
  bool begins = false;
  TRY_DONE(database.transaction([&]() -> Outcome {
    TRY(const std::int64_t submitted, database.number("SELECT coalesce(sum(submitted), 0) FROM tally"));
    TRY(const std::int64_t before,
        database.number("SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?1), 0)",
                        {kCrowd}));
    begins = submitted - before >= kLeastThreshold;
    const bool is_recovered = submitted < before;  // what a damaged file did not give back counts no more
    if (!begins && !is_recovered) return Done{};
    return set_meta_value(database, kCrowd, std::to_string(submitted));
  }));
  return begins;
}

Result<bool> is_sent(Database& database, const SubmissionId& contact) {
  TRY(const std::int64_t rows, database.number("SELECT (SELECT count(*) FROM outbox WHERE event_id = ?1) + "
                                               "(SELECT count(*) FROM kept WHERE event_id = ?1)",
                                               {contact.text()}));
  return rows > 0;
}

}  // namespace tertulia::sqlite
