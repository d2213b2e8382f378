// SPDX-License-Identifier: Apache-2.0
// A small visit built in code, for tests of the appliance: two rooms, an open session with four segments, a
// break, a closed session, two questionnaires. The second day is 2027-05-11 in Costa Rica, six hours behind
// UTC.
#pragma once

#include <string>
#include <string_view>

#include "firmware/app/state/device_state.h"

namespace tertulia::test {

// Room "magna": "status" 10:30-11:40 (open), "lunch" 12:00-13:00, "retreat" 14:00-15:00 (closed), "forum" on
// the third day. Room "verde": an all-day fair only.
[[nodiscard]] DeviceState sample_device();

[[nodiscard]] RoleSettings role_in(Role role, std::string_view room);

// On the second day of the visit, in local time; both clocks go on together, boot was at midnight.
[[nodiscard]] Now at(int hour, int minute, int second = 0, Milliseconds beyond = {});

// Without the marks that keep an inserted value's direction to itself.
[[nodiscard]] std::string plain(std::string text);

// What nobody outside the closed session may read: words that stand in each of its fields.
inline constexpr std::string_view kSecrets[] = {"merger",   "minister", "sell",
                                                "coaching", "Coaching", "vault"};

}  // namespace tertulia::test
