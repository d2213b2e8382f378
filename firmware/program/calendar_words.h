// SPDX-License-Identifier: Apache-2.0
// The names of months and days that dates in forms are written with. Pure.
#pragma once

#include "firmware/domain/catalogue.h"
#include "firmware/formats/expressions/dates.h"

namespace tertulia {

// The whole names, as screens write them: few languages have short ones that a reader would not stumble over.
// In English the short ones that ODK writes.
[[nodiscard]] formats::CalendarWords calendar_words(const Catalogue& words);

}  // namespace tertulia
