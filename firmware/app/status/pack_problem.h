// SPDX-License-Identifier: Apache-2.0
// How a device says that its visit pack cannot be used: on every screen when there is nothing else to show,
// else on the status screen and the desk. Pure.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

// A sentence of `tertulia check` without what it quotes from the files, which may be the title of a closed
// session: "The form '…' is not in the pack".
[[nodiscard]] std::string without_quoted(std::string sentence);

// "visit.toml, line 12: ...", in English; the sentence alone where it has no place.
[[nodiscard]] std::string place_and_problem(const PackProblem& problem);

// What every screen shows instead of its own View; none when there is a pack to show.
[[nodiscard]] std::optional<DoorView> refused_pack_view(const DeviceState& device_state,
                                                        const RoleSettings& settings, const Now& now);

// "The new visit pack cannot be used, the last good one stays: visit.toml, line 12: ..."; empty when all is
// well.
[[nodiscard]] std::string pack_problem_text(const DeviceState& device_state, const Catalogue& words);

// "Further errors: 2."; empty where there are none.
[[nodiscard]] std::string more_errors_text(const PackProblem& problem, const Catalogue& words);

// For the desk.
[[nodiscard]] std::optional<Chip> pack_problem_chip(const DeviceState& device_state, const Catalogue& words);

}  // namespace tertulia
