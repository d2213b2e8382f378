// SPDX-License-Identifier: Apache-2.0
// How a device's screens look beyond what they show: chosen once, by its configuration and the visit pack.
#pragma once

namespace tertulia::ui {

enum class Motion { kFull, kReduced };  // kReduced: nothing slides, grows or runs but what tells time

struct Look {
  Motion motion = Motion::kFull;
};

}  // namespace tertulia::ui
