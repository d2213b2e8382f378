// SPDX-License-Identifier: Apache-2.0
// An opened /dev/input/event file as libevdev knows it.
#pragma once

#include <memory>

#include "drivers/kms/choices.h"

struct libevdev;

namespace tertulia {

struct FreeEvdev {
  void operator()(libevdev* device) const;
};
using Evdev = std::unique_ptr<libevdev, FreeEvdev>;

// Null when the descriptor is not an input device. The descriptor must outlive it.
[[nodiscard]] Evdev evdev_of(int descriptor);

[[nodiscard]] InputAbilities abilities_of(const libevdev& device);

}  // namespace tertulia
