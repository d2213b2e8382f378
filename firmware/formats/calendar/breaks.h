// SPDX-License-Identifier: Apache-2.0
// Tells breaks from sessions by what people write into a calendar or a table, in English, French, Spanish,
// Portuguese, Arabic, Amharic, Georgian, Swahili, German and Italian. Pure.
#pragma once

#include <string_view>

#include "firmware/domain/time.h"

namespace tertulia::formats {

// True of a title that names a break or a meal and nothing else ("Pause café", "Lunch at the canteen"), if it
// is not longer than a break can be. False of "Working lunch", "World café", "Break-out groups".
[[nodiscard]] bool is_break_title(std::string_view title, Milliseconds length);

// The same of a category or a kind: "Coffee Break", "Intervalo".
[[nodiscard]] bool is_break_kind(std::string_view kind);

}  // namespace tertulia::formats
