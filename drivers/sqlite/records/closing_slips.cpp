// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/closing_slips.h"

#include "drivers/sqlite/records/submissions.h"
#include "firmware/wire/envelope.h"

namespace tertulia::sqlite {
namespace {

// Sums that cannot be read begin anew: then of none of the answers so far is the hash known. Without that no
// answer of the room could be stored any more.
ClosingSlip slip_from(const Statement& row) {
  ClosingSlip slip{row.text(0), row.count(1), row.count(2), {}, {}, row.count(5), row.count(6)};
  const auto submitted = HashSum::parse(row.text(3));
  const auto receipted = HashSum::parse(row.text(4));
  if (!submitted.ok() || !receipted.ok()) {
    slip.unknown = slip.submitted;
    return slip;
  }
  slip.submitted_sum = submitted.value();
  slip.receipted_sum = receipted.value();
  return slip;
}

// Asked at each answer, when it does not matter how many are held back.
constexpr const char* kSlip =
    "SELECT room, submitted, receipted, submitted_sum, receipted_sum, unknown, 0 FROM slips WHERE room = ?1";
constexpr const char* kSelectSlips =
    "SELECT room, submitted, receipted, submitted_sum, receipted_sum, unknown, (SELECT count(*) FROM outbox "
    "JOIN submissions ON submissions.id = event_id WHERE outbox.state = 'parked' AND "
    "submissions.room = slips.room) FROM slips ORDER BY room";

// Empty when the room has none yet.
Result<ClosingSlip> slip_of(Database& database, const std::string& room) {
  TRY(auto row, database.query(kSlip, {room}));
  TRY(const bool found, row.step());
  if (!found) return ClosingSlip{room, 0, 0, {}, {}, 0};
  return slip_from(row);
}

Outcome write(Database& database, const ClosingSlip& slip) {
  return database.run("INSERT OR REPLACE INTO slips VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                      {slip.room, integer(slip.submitted), integer(slip.receipted), slip.submitted_sum.hex(),
                       slip.receipted_sum.hex(), integer(slip.unknown)});
}

}  // namespace

Outcome add_submitted(Database& database, const std::string& room, const std::string& content) {
  TRY(const HashSum share, HashSum::parse(content));
  TRY(ClosingSlip slip, slip_of(database, room));
  ++slip.submitted;
  slip.submitted_sum.add(share);
  return write(database, slip);
}

Outcome add_receipted(Database& database, const ClosingSlip& part) {
  TRY(ClosingSlip slip, slip_of(database, part.room));
  slip.receipted += part.receipted;
  slip.receipted_sum.add(part.receipted_sum);
  return write(database, slip);
}

Outcome take_back_receipted(Database& database, const ClosingSlip& part) {
  TRY(ClosingSlip slip, slip_of(database, part.room));
  slip.receipted -= part.receipted;
  slip.receipted_sum.subtract(part.receipted_sum);
  return write(database, slip);
}

Result<std::vector<ClosingSlip>> read_slips(Database& database) {
  TRY(auto rows, database.query(kSelectSlips));
  std::vector<ClosingSlip> slips;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return slips;
    slips.push_back(slip_from(rows));
  }
}

Outcome rebuild_slips(Database& database) {
  const std::string none = HashSum().hex();
  TRY_DONE(database.run("DELETE FROM slips"));
  TRY_DONE(
      database.run("INSERT INTO slips SELECT room, sum(acknowledged), sum(acknowledged), ?1, ?1, "
                   "sum(acknowledged) FROM submissions WHERE state = 'submitted' GROUP BY room",
                   {none}));
  TRY(const auto waiting, waiting_submissions(database));
  for (const auto& [submission, label] : waiting.readable) {
    const auto body = wire::body_of(event::FeedbackSubmitted{submission});
    TRY_DONE(add_submitted(database, submission.room, body.content));
  }
  for (const std::string& room : waiting.unreadable) {
    TRY(ClosingSlip slip, slip_of(database, room));
    ++slip.submitted;
    ++slip.unknown;
    TRY_DONE(write(database, slip));
  }
  return Done{};
}

Outcome make_known(Database& database, const std::string& room, const std::string& content) {
  TRY(const HashSum share, HashSum::parse(content));
  TRY(ClosingSlip slip, slip_of(database, room));
  --slip.unknown;
  slip.submitted_sum.add(share);
  slip.receipted_sum.add(share);
  return write(database, slip);
}

}  // namespace tertulia::sqlite
