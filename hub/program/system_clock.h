// SPDX-License-Identifier: Apache-2.0
// Adapter of the clock port on the hub's machine. The hub compares no boot times of other boots, so `boot_id`
// stays empty; a server's wall clock counts as synced. Any thread.
#pragma once

#include "firmware/ports/clock.h"

namespace tertulia::hub {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Now now() const override;
};

}  // namespace tertulia::hub
