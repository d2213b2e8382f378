// SPDX-License-Identifier: Apache-2.0
// Times as people type them in a hurry: on the keypad of the desk, in a rundown. Pure.
#pragma once

#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia {

// A length of time, or a time of day counted from midnight.
//
//   1          1 min            one or two digits are minutes
//   123        1 h 23 min       the last two of three or four digits are minutes
//   12345      1:23:45          the last two of five or six are seconds
//   12:30      12 h 30 min      so do 12.30 and 12h30; 1:02:03 has seconds
//   :10        10 min
//   90m  1h2   90 min, 1 h 2 min
//   1m2  45s   1 min 2 s, 45 s
//   12am 9:30 pm                midnight, 21 h 30 min
//
// Spaces and capitals do not matter. Errors: anything else, 100 hours and more, and no such time of day.
[[nodiscard]] Result<Milliseconds> typed_time(std::string_view text);

// Count to end: what is left until a time of day, started or not; negative after it.
[[nodiscard]] Milliseconds count_to_end(WallTime end, const Now& now);

}  // namespace tertulia
