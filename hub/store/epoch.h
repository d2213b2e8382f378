// SPDX-License-Identifier: Apache-2.0
// The hub's own epoch: a random id in the database, which every ack names. A database that was restored from
// a backup no longer holds what acks have promised since; by a new epoch devices learn of it and offer again
// what they have not erased.
#pragma once

#include <cstdint>
#include <string>

#include "firmware/domain/result.h"
#include "hub/arrival/arrival.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

[[nodiscard]] std::string random_epoch();
[[nodiscard]] Result<std::string> epoch_of(Sql& sql);
// In the caller's transaction.
[[nodiscard]] Outcome put_epoch(Sql& sql, const std::string& epoch);

// Whether the ack names this database's epoch and a commit that it never made: of numbers above its counter,
// or left out when it went on after a stop. An ack is said after its commit, so the database is older than
// that.
[[nodiscard]] Result<bool> is_of_a_later_time(Sql& sql, const arrival::Heard& ack);
// The commits of this database go on with `next` after `last`: no number between was or will be one of its
// own.
[[nodiscard]] Outcome put_skipped(Sql& sql, std::uint64_t last, std::uint64_t next);
// All commits from now on have higher numbers than this.
[[nodiscard]] Outcome leave_out(Sql& sql, std::uint64_t number);

}  // namespace tertulia::hub
