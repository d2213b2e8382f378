// SPDX-License-Identifier: Apache-2.0
// Which screen the display of a room shows at an instant: what the moderator puts on it, the running session,
// a break, the day, or the welcome; and the screens that are not a running session. It is never empty. Pure.
#pragma once

#include "firmware/app/room/public_day.h"
#include "firmware/app/room/public_room.h"
#include "firmware/ports/views.h"

namespace tertulia {

[[nodiscard]] View room_screen(const DeviceState& device_state, const RoleSettings& settings, const Now& now);

// The parts of room_screen(), for tests.
// Before the visit, before the first session of a day, after the last one, after the visit.
[[nodiscard]] WelcomeView welcome_view(const DeviceState& device_state, const PublicRoom& room,
                                       const PublicDay& day);
[[nodiscard]] BreakView break_view(const PublicRoom& room, const PublicDay& day);
[[nodiscard]] DayView day_view(const PublicRoom& room, const PublicDay& day);
[[nodiscard]] AnnouncementView announcement_view(const PublicRoom& room);

// The header of every sign of a room: its name, the day of the visit, the time.
[[nodiscard]] SignHeader sign_header(const PublicRoom& room);
// The same of a sign that stands before a running session: its countdown stays in sight.
[[nodiscard]] SignHeader sign_header_with_countdown(const PublicRoom& room);

// When room_screen() next shows something else.
[[nodiscard]] BootTime next_screen_change(const DeviceState& device_state, const RoleSettings& settings,
                                          const Now& now);

}  // namespace tertulia
