// SPDX-License-Identifier: Apache-2.0
// Which questionnaires a kiosk offers, and about which session. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/app/room/public_room.h"
#include "firmware/app/state/device_state.h"

namespace tertulia {

struct ToAsk {
  const Questionnaire* form = nullptr;        // null: there is nothing to ask about
  std::optional<PublicSession> session = {};  // none: it is about no session
};
// What the next visitor is asked: the screen's own questionnaire, about no session; else that of the session
// that has just ended, or of the one that runs, where the kiosk always asks or the form asks about a running
// session. A session without one has the visit's. Nothing, where the kiosk asks about sessions that have
// ended and none has.
[[nodiscard]] ToAsk to_ask(const DeviceState& device_state, const RoleSettings& settings, const Now& now);

// Which questionnaire kiosks ask about a session: its own, else that of the visit. Null: none.
[[nodiscard]] const Questionnaire* form_about(const DeviceState& device_state,
                                              const std::optional<PublicSession>& session);

// What the menu offers beside `asked`, in the order of the settings. They are about no session.
[[nodiscard]] std::vector<const Questionnaire*> offered_forms(const DeviceState& device_state,
                                                              const RoleSettings& settings,
                                                              const ToAsk& asked);
// Of those of the settings, the ids that the visit does not have.
[[nodiscard]] std::vector<std::string> missing_forms(const DeviceState& device_state,
                                                     const RoleSettings& settings);

}  // namespace tertulia
