// SPDX-License-Identifier: Apache-2.0
// The nights of a visit, in which screens are drawn dark so that nothing burns in and no room glows. Pure.
#pragma once

#include <string_view>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

// How long the day of a visit lasts beyond its sessions, before the first and after the last one.
inline constexpr Milliseconds kAroundTheDay = std::chrono::hours(1);

// Whether `now` lies between two days of the agenda: the last session of one has been over for an hour, and
// the first one of a later day begins in more than an hour. Before the visit and after it there is no night,
// since people set devices up then and take them away. Breaks count as sessions; what lasts all day does not.
[[nodiscard]] bool is_night(const Agenda& agenda, WallTime now, std::string_view zone);

// A small clock, and when and where it begins again. It stands at another place every minute.
[[nodiscard]] NightView night_view(const DeviceState& device_state, const RoleSettings& settings,
                                   const Now& now);

}  // namespace tertulia
