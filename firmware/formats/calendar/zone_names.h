// SPDX-License-Identifier: Apache-2.0
// What the name of a time zone in a calendar means. Calendar programs write IANA names in any case and behind
// prefixes, names of Windows, what Outlook shows on its screen, or an offset. Pure but for the zone files of
// the system.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/time.h"

namespace tertulia::formats {

struct NamedZone {
  std::string iana;                 // empty when only the offset is known
  Minutes offset{};                 // local time minus UTC, all the year
  bool has_guessed_offset = false;  // its summer time is not known: "(UTC+01:00) Somewhere"
};

// None when the name says nothing. Examples:
//   "Europe/Lisbon", "europe/lisbon", "/x.org/Europe/Lisbon"  the IANA name
//   "W. Europe Standard Time", "GMT Standard Time 1"          by the table of Windows
//   "(UTC+01:00) Brussels, Madrid", "tzone://Microsoft/Utc"   by its cities, by the offset
//   "UTC", "GMT+0200", "UTC-3"                                local time is so much ahead of UTC
[[nodiscard]] std::optional<NamedZone> zone_of(std::string_view name);

}  // namespace tertulia::formats
