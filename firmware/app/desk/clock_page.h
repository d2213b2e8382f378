// SPDX-License-Identifier: Apache-2.0
// The page where a person sets date and time of a device that no network tells them. The desk has it; on the
// other devices the status screen leads to it, behind the moderator's PIN. Pure.
#pragma once

#include "firmware/app/desk/page.h"

namespace tertulia {

// "The clock is not set: set it here"; none: it is set.
[[nodiscard]] std::optional<DeskNews> clock_news(const PageAt& at);

[[nodiscard]] TimeView clock_view(const Moderator& state, const PageAt& at);
// A touch on a day: "2027-05-11", "earlier", "later".
[[nodiscard]] Moderator touch_clock(Moderator state, const intent::ChooseOption& chosen, const PageAt& at);
// What the person has said; an error in words where it is no date and time yet.
[[nodiscard]] Result<WallTime> clock_said(const Moderator& state, const PageAt& at);
// Whether the session that runs would be over long since.
[[nodiscard]] bool ends_what_runs(WallTime said, const PageAt& at);

// The same on a device without a desk: nobody takes notes there, so that role is not offered.
[[nodiscard]] View clock_beside_status(const Moderator& state, const DeviceState& device_state,
                                       const RoleSettings& settings, const Now& now);

}  // namespace tertulia
