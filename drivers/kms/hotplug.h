// SPDX-License-Identifier: Apache-2.0
// Hears from the kernel that a panel was plugged in or out. Main thread; never blocks.
#pragma once

#include <string_view>

#include "drivers/wait/waiter.h"

namespace tertulia {

// Is this message of the kernel about the panels of a graphics card? Lines "KEY=value", each ended by a zero
// (the kernel's Documentation/ABI/testing/sysfs-uevent).
[[nodiscard]] bool is_about_panels(std::string_view message);

class Hotplug {
 public:
  // Without the kernel's messages (in a container) it is never ready.
  Hotplug();

  [[nodiscard]] int descriptor() const { return messages_.get(); }  // -1: none
  // Reads what is there; true: look at the panels again.
  [[nodiscard]] bool read();

 private:
  Descriptor messages_;
};

}  // namespace tertulia
