// SPDX-License-Identifier: Apache-2.0
// The status screen: for whoever looks after the device, on whichever of its screens somebody asked for it.
// It goes by itself, so that nobody finds it who did not look for it. Pure. Main thread only.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

inline constexpr BootTime kStatusFor = std::chrono::seconds(90);      // after the last touch
inline constexpr BootTime kStatusInterval = std::chrono::seconds(5);  // what is shown is at most so old
inline constexpr BootTime kStatusPause = std::chrono::seconds(1);     // between two questions to the keeper

// When the keeper and the machine are asked again, while any screen shows the status.
class StatusWatch {
 public:
  // Something has changed that it shows: not before kStatusPause is over, but then.
  void hurry(BootTime now);
  // True when they are to be asked now; then it waits for the next time.
  [[nodiscard]] bool is_due(BootTime now);
  [[nodiscard]] BootTime due() const { return due_; }

 private:
  std::optional<BootTime> asked_;
  BootTime due_{};
};

// How the device stands with the world, and what cures it.
struct LinkWords {
  std::string state;
  std::string cure;  // empty when all is well
  Tone tone = Tone::kCalm;
};
[[nodiscard]] LinkWords link_words(const Catalogue& words, const LinkStatus& link_status,
                                   ClockQuality quality);

[[nodiscard]] StatusView status_view(const DeviceState& device_state, const RoleSettings& settings,
                                     const Now& now);

}  // namespace tertulia
