// SPDX-License-Identifier: Apache-2.0
// What a command of the hub does to the state of the device. Pure. Main thread only.
#pragma once

#include <optional>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/hub_command.h"
#include "firmware/ports/views.h"

namespace tertulia {

inline constexpr BootTime kIdentifyFor = std::chrono::seconds(20);

// Whether the program goes on after a command, and why not.
enum class Ending { kClosed, kRestart };

struct CommandResult {
  std::optional<CommandReply> reply;  // none: the exporter gives it when it is done
  std::optional<Ending> ending;       // none: it goes on
};
[[nodiscard]] CommandResult apply_command(DeviceState& device_state, const HubAction& action, const Now& now);

// What is over is forgotten.
void forget_notices(DeviceState& device_state, const Now& now);
// When forget_notices() next has something to do.
[[nodiscard]] std::optional<BootTime> next_notice_end(const DeviceState& device_state);

// Every screen instead of its own View while the device is to be found; none otherwise.
[[nodiscard]] std::optional<DoorView> identify_view(const DeviceState& device_state,
                                                    const RoleSettings& settings, const Now& now);

}  // namespace tertulia
