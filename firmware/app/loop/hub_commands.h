// SPDX-License-Identifier: Apache-2.0
// What a command of the hub does to the state of the device. Pure. Main thread only.
#pragma once

#include <optional>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/hub_command.h"
#include "firmware/ports/views.h"

namespace tertulia {

inline constexpr BootTime kIdentifyFor = std::chrono::seconds(20);
// How long a restart waits for people who answer at a kiosk of this device.
inline constexpr BootTime kLongestRestartWait = std::chrono::minutes(10);

struct CommandResult {
  std::optional<CommandReply> reply;  // none: not carried out yet; the thread that carries it out replies
  bool needs_restart = false;
};
[[nodiscard]] CommandResult apply_command(DeviceState& device_state, const HubAction& action, const Now& now);

// The replies to a command that needs a restart: while somebody answers at a kiosk, and as the restart
// begins.
[[nodiscard]] CommandReply restart_accepted();
[[nodiscard]] CommandReply restart_done(const HubAction& action);

// Removes the announcement and the identification whose time is over.
void remove_old_notices(DeviceState& device_state, const Now& now);
// When remove_old_notices() next has something to do.
[[nodiscard]] std::optional<BootTime> next_notice_end(const DeviceState& device_state);

// What every screen shows instead of its own View while the device identifies itself; none at other times.
[[nodiscard]] std::optional<DoorView> identify_view(const DeviceState& device_state,
                                                    const RoleSettings& settings, const Now& now);

}  // namespace tertulia
