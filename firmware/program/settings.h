// SPDX-License-Identifier: Apache-2.0
// Turns the configuration file and the command line into the settings of each layer.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "drivers/sqlite/sqlite_store.h"
#include "firmware/app/courier/courier.h"
#include "firmware/app/state/device_state.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/ports/geometry.h"
#include "firmware/program/options.h"
#include "ui/theme/look.h"

namespace tertulia {

// "1280x800", from 320x240 to 8192x8192. Errors: anything else.
[[nodiscard]] Result<Size> size_from(const std::string& text);
// The configured screens, or those of --role side by side. Errors: an unknown role; a malformed size.
[[nodiscard]] Result<std::vector<formats::ScreenSettings>> screens_of(
    const formats::Configuration& configuration, const RunOptions& options);
// In which they stand, where the configuration names it.
[[nodiscard]] std::vector<std::string> rooms_of(const std::vector<formats::ScreenSettings>& screens);
// Errors: the visit does not have the room.
[[nodiscard]] Result<std::vector<RoleSettings>> roles_of(const formats::Configuration& configuration,
                                                         const std::vector<formats::ScreenSettings>& screens,
                                                         const Visit& visit);
// One look for each screen. Takes the branding, so that the logo is in memory once.
[[nodiscard]] std::vector<ui::Look> looks_of(const formats::Configuration& configuration,
                                             const std::vector<formats::ScreenSettings>& screens,
                                             Branding branding);
[[nodiscard]] Budgets budgets_of(const formats::StoreBudgets& budgets);
// Made from the date of the build and the last good time in the high-water marks of the store.
[[nodiscard]] ClockFloor clock_floor(const std::map<std::string, std::uint64_t>& marks);
// Without epoch, high-water marks and clock floor. Errors: credentials that cannot be read, or that others
// can read; no public key of the hub.
[[nodiscard]] Result<CourierSettings> courier_settings(const formats::Configuration& configuration,
                                                       const std::vector<RoleSettings>& roles,
                                                       const VisitPack& pack);

}  // namespace tertulia
