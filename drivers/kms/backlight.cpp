// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/backlight.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

namespace tertulia {
namespace {

// FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of the kernel's fb.h: brightness stays as it was set.
constexpr int kLamp = 0, kNoLamp = 4;

}  // namespace

bool has_backlight(std::string_view connector) {
  constexpr std::array<std::string_view, 4> kBuiltIn{"DSI-", "DPI-", "LVDS-", "eDP-"};
  return std::any_of(kBuiltIn.begin(), kBuiltIn.end(),
                     [&](std::string_view kind) { return connector.starts_with(kind); });
}

void set_backlight(const std::filesystem::path& folder, Power power) {
  std::error_code problem;
  for (std::filesystem::directory_iterator lamp(folder, problem), end; !problem && lamp != end;
       lamp.increment(problem)) {
    const std::filesystem::path control = lamp->path() / "bl_power";
    if (std::filesystem::exists(control, problem))
      std::ofstream(control) << (power == Power::kOn ? kLamp : kNoLamp) << '\n';
  }
}

}  // namespace tertulia
