// SPDX-License-Identifier: Apache-2.0
// Erases what belongs to a closed session when that is over, on this device and at the broker: notes,
// questions, what was shown, the balance. What may leave the room goes to its open words first. Does no I/O;
// main owns it, one for each room. Rules: firmware/docs/privacy.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/state/device_state.h"

namespace tertulia {

class ClosedSessions {
 public:
  // Until then the end of a session can be taken back, and what belongs to it is still there.
  static constexpr BootTime kGrace = std::chrono::seconds(12);
  // Then a device that does not lead erases the words of devices that are away, too.
  static constexpr BootTime kPatience = std::chrono::seconds(60);
  // A session that no timer ran is over so long after the end that was planned.
  static constexpr Milliseconds kAfterPlan = std::chrono::minutes(30);

  // What this device says now in the room.
  [[nodiscard]] std::vector<RoomWord> due(const DeviceState& device_state, const std::string& room,
                                          const Now& now);
  // When that next may be something; none: nothing that is over waits.
  [[nodiscard]] std::optional<BootTime> next_due() const;

 private:
  struct Over {
    BootTime since{};
    bool own_is_erased = false;
    BootTime again{};  // when all of it is erased at the earliest
  };
  std::map<std::string, Over> over_;  // by slug: sessions that are over, and of which something is held
};

}  // namespace tertulia
