// SPDX-License-Identifier: Apache-2.0
// Days and times of day as answers hold them: ISO 8601, extended form, without a zone. Pure.
#pragma once

#include <string_view>

namespace tertulia {

// "2027-05-11": written like a day, whether or not there is one.
[[nodiscard]] bool has_form_of_day(std::string_view text);
// A day of the Gregorian calendar, which is taken to have been in use from the year 1 on.
[[nodiscard]] bool is_day(std::string_view text);

// "14:30": written like a time of day, whether or not there is one.
[[nodiscard]] bool has_form_of_time(std::string_view text);
// From 00:00 to 23:59.
[[nodiscard]] bool is_time_of_day(std::string_view text);

}  // namespace tertulia
