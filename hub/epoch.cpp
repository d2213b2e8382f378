// SPDX-License-Identifier: Apache-2.0
#include "hub/epoch.h"

#include <algorithm>
#include <array>
#include <random>

#include "firmware/domain/submission.h"
#include "hub/counter.h"

namespace tertulia::hub {

std::string random_epoch() {
  std::random_device random;
  std::array<std::uint8_t, 16> bytes{};
  std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::uint8_t>(random()); });
  return SubmissionId(bytes).text();
}

Result<std::string> epoch_of(Sqlite& sqlite) {
  TRY(auto query, sqlite.prepare("SELECT epoch FROM hub"));
  TRY(const bool row, query.step());
  return row ? query.text(0) : std::string();
}

Outcome put_epoch(Sqlite& sqlite, const std::string& epoch) {
  // Acks of an older epoch tell nothing any more, so neither do the numbers that it left out.
  TRY_DONE(sqlite.execute("DELETE FROM hub; DELETE FROM skipped"));
  TRY(auto put, sqlite.prepare("INSERT INTO hub (epoch) VALUES (?1)"));
  return put.bind(1, epoch).run();
}

Result<bool> is_of_a_later_time(Sqlite& sqlite, const arrival::Heard& ack) {
  TRY(const std::string epoch, epoch_of(sqlite));
  if (ack.hub != epoch) return false;
  TRY(const std::uint64_t last, last_number(sqlite, kCommits));
  if (ack.number > last) return true;
  TRY(auto query, sqlite.prepare("SELECT 1 FROM skipped WHERE ?1 BETWEEN first AND last"));
  return query.bind(1, ack.number).step();
}

Outcome put_skipped(Sqlite& sqlite, std::uint64_t last, std::uint64_t next) {
  if (next <= last + 1) return Done{};
  TRY(auto put, sqlite.prepare("INSERT INTO skipped (first, last) VALUES (?1, ?2)"));
  return put.bind(1, last + 1).bind(2, next - 1).run();
}

Outcome leave_out(Sqlite& sqlite, std::uint64_t number) {
  TRY(const std::uint64_t last, last_number(sqlite, kCommits));
  if (number <= last) return Done{};
  TRY_DONE(put_skipped(sqlite, last, number + 1));
  return set_last_number(sqlite, kCommits, number);
}

}  // namespace tertulia::hub
