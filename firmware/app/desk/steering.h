// SPDX-License-Identifier: Apache-2.0
// What commands do to the timer of a room, and what is saved and told about it. For the sources of this
// folder. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/state/own_view.h"

namespace tertulia {

// A desk that steers the timer of one room. All of it must outlive the value.
struct DeskAt {
  const DeviceState& device_state;
  const std::string& room;
  const Now& now;

  [[nodiscard]] const Agenda& agenda() const { return agenda_of(device_state); }
};

// Carries out the commands one after the other and tells them as one change. None: nothing changed. Errors:
// in words, of the first command that makes no sense; then nothing is changed.
[[nodiscard]] Result<std::optional<TimerChange>> carried_out(const DeskAt& desk, const Session& session,
                                                             const Timer& before,
                                                             std::span<const TimerCommand> commands);

// What is saved and told of a transition from `before`.
[[nodiscard]] TimerChange change_of(const Timer& before, TimerTransition transition, const DeskAt& desk);

}  // namespace tertulia
