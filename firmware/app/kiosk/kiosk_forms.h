// SPDX-License-Identifier: Apache-2.0
// Which questionnaires a kiosk offers, and about which session. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/app/room/public_room.h"
#include "firmware/app/state/device_state.h"

namespace tertulia {

// The session about which the next visitor is asked: the one that has just ended, or the one that runs, where
// the kiosk always asks or the form asks about a running session. None: about no session, as where the screen
// has a questionnaire of its own.
[[nodiscard]] std::optional<PublicSession> asked_session(const DeviceState& device_state,
                                                         const RoleSettings& settings, const Now& now);
// The questionnaire for the next visitor: the screen's own, else that of asked_session(), else the visit's
// default one. Null when there is none, and when the kiosk asks about sessions that have ended and none has.
[[nodiscard]] const Questionnaire* form_for(const DeviceState& device_state, const RoleSettings& settings,
                                            const Now& now);

// What the menu offers beside form_for(), in the order of the settings. They are about no session.
[[nodiscard]] std::vector<const Questionnaire*> offered_forms(const DeviceState& device_state,
                                                              const RoleSettings& settings, const Now& now);
// Of those of the settings, the ids that the visit does not have.
[[nodiscard]] std::vector<std::string> missing_forms(const DeviceState& device_state,
                                                     const RoleSettings& settings);

}  // namespace tertulia
