// SPDX-License-Identifier: Apache-2.0
// When the hub took something over, no finer than an hour: by an exact time one could tell when a person
// answered. Inside a transaction of the caller. Why so: decision 050.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

inline constexpr Milliseconds kPeriod = std::chrono::hours(1);  // of the boot clock

// What is known of the wall time of an end. kOlder: it is right, and the boot time is of a later boot, in
// which the wall clock was not good at first.
enum class WallKnown { kNot, kWell, kOlder };

struct Period {
  std::int64_t number = 0;  // rises with time; table periods
  std::string boot_id;
  Milliseconds boot{};  // its end, on both clocks
  WallTime wall;
  WallKnown known = WallKnown::kNot;
  friend bool operator==(const Period&, const Period&) = default;
};

// How long ago it ended, or longer; below zero while it lasts. By the boot clock in the same boot, by the
// wall clock when that was good then and is now. None when no clock can tell, or the wall clock has gone
// back.
[[nodiscard]] std::optional<Milliseconds> age_of(const Period& period, const Now& now);

// Of the one that lasts; begins it when there is none.
[[nodiscard]] Result<std::int64_t> current_period(Database& database, const Now& now);

// The numbers of those that ended `grace` ago, oldest first. The others learn what the clocks can tell now;
// one whose age nobody can tell counts anew from here.
[[nodiscard]] Result<std::vector<std::int64_t>> periods_older_than(Database& database, Milliseconds grace,
                                                                   const Now& now);
Outcome forget_period(Database& database, std::int64_t number);

}  // namespace tertulia::sqlite
