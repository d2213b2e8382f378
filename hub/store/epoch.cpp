// SPDX-License-Identifier: Apache-2.0
#include "hub/store/epoch.h"

#include <algorithm>
#include <array>
#include <random>

#include "firmware/domain/submission.h"
#include "hub/store/counter.h"

namespace tertulia::hub {

std::string random_epoch() {
  std::random_device random;
  std::array<std::uint8_t, 16> bytes{};
  std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::uint8_t>(random()); });
  return SubmissionId(bytes).text();
}

Result<std::string> epoch_of(Sql& sql) {
  std::string epoch;
  TRY_DONE(sql.query("SELECT epoch FROM hub", {}, [&](const SqlRow& row) {
    epoch = row.text(0);
    return Done{};
  }));
  return epoch;
}

Outcome put_epoch(Sql& sql, const std::string& epoch) {
  // Acks of an older epoch tell nothing any more, so neither do the numbers that it left out.
  TRY_DONE(sql.post("DELETE FROM skipped", {}));
  TRY_DONE(sql.post("DELETE FROM hub", {}));
  return sql.post("INSERT INTO hub (epoch) VALUES ($1)", {epoch});
}

Result<bool> is_of_a_later_time(Sql& sql, const arrival::Heard& ack) {
  TRY(const std::string epoch, epoch_of(sql));
  if (ack.hub != epoch) return false;
  TRY(const std::uint64_t last, last_number(sql, kCommits));
  if (ack.number > last) return true;
  TRY(const std::uint64_t ranges,
      number_of(sql, "SELECT count(*) FROM skipped WHERE first <= $1 AND last >= $1", {ack.number}));
  return ranges > 0;
}

Outcome put_skipped(Sql& sql, std::uint64_t last, std::uint64_t next) {
  if (next <= last + 1) return Done{};
  return sql.post("INSERT INTO skipped (first, last) VALUES ($1, $2)", {last + 1, next - 1});
}

Outcome leave_out(Sql& sql, std::uint64_t number) {
  TRY(const std::uint64_t last, last_number(sql, kCommits));
  if (number <= last) return Done{};
  TRY_DONE(put_skipped(sql, last, number + 1));
  return set_last_number(sql, kCommits, number);
}

}  // namespace tertulia::hub
