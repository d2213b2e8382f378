// SPDX-License-Identifier: Apache-2.0
// Receives messages of the kernel when a panel was plugged in or out. Main thread; never blocks.
#pragma once

#include <string_view>

#include "drivers/wait/waiter.h"

namespace tertulia {

// Whether this message is about the panels of a graphics card. Its lines "KEY=value" end with a zero byte
// (Documentation/ABI/testing/sysfs-uevent of the kernel).
[[nodiscard]] bool is_about_panels(std::string_view message);

class Hotplug {
 public:
  // Without messages of the kernel (in a container) the descriptor is never ready.
  Hotplug();

  [[nodiscard]] int descriptor() const { return messages_.get(); }  // -1: none
  // Reads all waiting messages. True: look at the panels again.
  [[nodiscard]] bool read();

 private:
  Descriptor messages_;
};

}  // namespace tertulia
