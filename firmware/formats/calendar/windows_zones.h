// SPDX-License-Identifier: Apache-2.0
// The names that Windows and Exchange give to time zones, as IANA names: the facts of the table windowsZones
// of CLDR (territory 001), with the names that tzdata has today.
#pragma once

#include <string_view>

namespace tertulia::formats {

// `windows_name` is lower case and without " standard time": "w. europe", "central (mexico)". Empty when
// there is no such zone.
[[nodiscard]] std::string_view iana_name_of(std::string_view windows_name);

}  // namespace tertulia::formats
