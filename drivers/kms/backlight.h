// SPDX-License-Identifier: Apache-2.0
// Switches the backlight of built-in panels, through files of the kernel.
#pragma once

#include <filesystem>
#include <string_view>

#include "firmware/ports/window.h"

namespace tertulia {

inline constexpr std::string_view kBacklights = "/sys/class/backlight";

// Whether the kernel can know a backlight of this connector: yes for a built-in panel (DSI), no for an HDMI
// screen.
[[nodiscard]] bool has_backlight(std::string_view connector);

// Switches all backlights of the folder. Without the right to write nothing happens; the signal goes off all
// the same.
void set_backlight(const std::filesystem::path& folder, Power power);

}  // namespace tertulia
