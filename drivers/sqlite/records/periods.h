// SPDX-License-Identifier: Apache-2.0
// When the hub took something over, no finer than an hour: an exact time would tell when a person answered.
// The table `periods` has a row for each hour in which something was taken over. Every function runs inside a
// transaction of the caller. Reasons: decision 050.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

inline constexpr Milliseconds kPeriod = std::chrono::hours(1);  // of the boot clock

// What is known of the wall time at which a period ended.
enum class WallKnown {
  kNot,
  kWell,
  kOlder  // it is right; the boot time is of a later boot, in which the wall clock was not good at first
};

struct Period {
  std::int64_t number = 0;  // rises with time; table periods
  std::string boot_id;
  Milliseconds boot{};  // its end, on both clocks
  WallTime wall;
  WallKnown known = WallKnown::kNot;
  friend bool operator==(const Period&, const Period&) = default;
};

// How long ago the period ended, at least; below zero while it lasts. The boot clock tells in the same boot,
// else the wall clock, if it was good then and is good now. None: no clock can tell, or the wall clock has
// gone back.
[[nodiscard]] std::optional<Milliseconds> age_of(const Period& period, const Now& now);

// The number of the period that lasts now. Begins one when there is none.
[[nodiscard]] Result<std::int64_t> current_period(Database& database, const Now& now);

// The numbers of the periods that ended at least `grace` ago, oldest first. For the others it writes down
// what the clocks can tell now; one whose age no clock can tell counts anew from now.
[[nodiscard]] Result<std::vector<std::int64_t>> periods_older_than(Database& database, Milliseconds grace,
                                                                   const Now& now);
Outcome forget_period(Database& database, std::int64_t number);

}  // namespace tertulia::sqlite
