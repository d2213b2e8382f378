// SPDX-License-Identifier: Apache-2.0
// Whether a recurrence rule takes place on a day: all of its BY... parts that speak of days, as filters.
// Pure.
#pragma once

#include <chrono>

#include "firmware/formats/calendar/recurrence_rule.h"

namespace tertulia::formats {

[[nodiscard]] bool takes_place_on(const RecurrenceRule& rule, std::chrono::sys_days day);

}  // namespace tertulia::formats
