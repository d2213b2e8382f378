// SPDX-License-Identifier: Apache-2.0
// The proposal for a session that runs late: as a value, in words and as a page. Pure.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/desk/moderator.h"
#include "firmware/domain/reflow.h"

namespace tertulia {

// None: nothing runs late by a minute or more, the clock is not to be trusted, or nothing would change. With
// the lengths that a person chose, if somebody chooses.
[[nodiscard]] std::optional<Reflow> proposal_of(const Moderator& state, const DeviceState& device_state,
                                                const RoleSettings& settings, const Now& now);

// "+7 min. Discussion –4, buffer –3, lunch holds at 13:00"
[[nodiscard]] std::string proposal_text(const Reflow& proposal, const DeviceState& device_state,
                                        const RoleSettings& settings, const Now& now);

// None: there is nothing to propose any more.
[[nodiscard]] std::optional<ProposalView> proposal_view(const Moderator& state,
                                                        const DeviceState& device_state,
                                                        const RoleSettings& settings, const Now& now);

// A person makes a part longer or shorter than proposed.
[[nodiscard]] Moderator choose_length(Moderator state, const DeviceState& device_state,
                                      const RoleSettings& settings, const intent::ChangeLength& change,
                                      const Now& now);

}  // namespace tertulia
