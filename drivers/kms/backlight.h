// SPDX-License-Identifier: Apache-2.0
// The lamps behind built-in panels, as files of the kernel.
#pragma once

#include <filesystem>
#include <string_view>

#include "firmware/ports/window.h"

namespace tertulia {

inline constexpr std::string_view kBacklights = "/sys/class/backlight";

// Only panels without a case of their own have one that the kernel knows: a DSI display yes, an HDMI screen
// no.
[[nodiscard]] bool has_backlight(std::string_view connector);

// All of a folder. Best effort: without the right to write nothing happens, the signal ends all the same.
void set_backlight(const std::filesystem::path& folder, Power power);

}  // namespace tertulia
