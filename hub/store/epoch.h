// SPDX-License-Identifier: Apache-2.0
// The hub's own epoch: a random id in the database, which every ack names. A database that was restored from
// a backup has lost what was acknowledged since then. A new epoch tells the devices so, and they send again
// what they have not erased. Reasons: decision 049.
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

// Whether the ack names this epoch and a commit that this database never made: its number is above the
// counter, or was left out when the hub went on after a stop. An ack is published after its commit, so the
// database must have been restored to an earlier state.
[[nodiscard]] Result<bool> is_of_a_later_time(Sql& sql, const arrival::Heard& ack);
// Notes that the commits of this database go on with `next` after `last`: it never makes a commit with a
// number in between.
[[nodiscard]] Outcome put_skipped(Sql& sql, std::uint64_t last, std::uint64_t next);
// All commits from now on get numbers above this one.
[[nodiscard]] Outcome leave_out(Sql& sql, std::uint64_t number);

}  // namespace tertulia::hub
