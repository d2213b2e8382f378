// SPDX-License-Identifier: Apache-2.0
// From the configuration file and the command line to what each layer wants to know.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "drivers/sqlite/sqlite_store.h"
#include "firmware/app/courier/courier.h"
#include "firmware/app/state/device_state.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/program/options.h"
#include "ui/theme/look.h"

namespace tertulia {

// The configured screens, or those of --role, side by side. Errors: an unknown role, a malformed size.
[[nodiscard]] Result<std::vector<formats::ScreenSettings>> screens_of(
    const formats::Configuration& configuration, const RunOptions& options);
// Errors: a room that the visit does not have.
[[nodiscard]] Result<std::vector<RoleSettings>> roles_of(const formats::Configuration& configuration,
                                                         const std::vector<formats::ScreenSettings>& screens,
                                                         const Visit& visit);
// One for each screen. Takes the branding, so that the logo is in memory once.
[[nodiscard]] std::vector<ui::Look> looks_of(const formats::Configuration& configuration,
                                             const std::vector<formats::ScreenSettings>& screens,
                                             Branding branding);
[[nodiscard]] Budgets budgets_of(const formats::StoreBudgets& budgets);
// From the date of the build and the last good time, of the store's marks.
[[nodiscard]] ClockFloor clock_floor(const std::map<std::string, std::uint64_t>& marks);
// Without epoch, marks and floor. Errors: credentials that cannot be read or that others can read; no key of
// the hub.
[[nodiscard]] Result<CourierSettings> courier_settings(const formats::Configuration& configuration,
                                                       const std::vector<RoleSettings>& roles,
                                                       const VisitPack& pack);

}  // namespace tertulia
