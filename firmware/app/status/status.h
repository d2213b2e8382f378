// SPDX-License-Identifier: Apache-2.0
// The status screen: where the answers are, how the device stands with broker and hub, and what to do about
// it. Any screen of the device shows it to somebody who asks for it, and stops kStatusFor after the last
// touch. Pure. Main thread only.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

inline constexpr BootTime kStatusFor = std::chrono::seconds(90);      // after the last touch
inline constexpr BootTime kStatusInterval = std::chrono::seconds(5);  // what is shown is at most this old
inline constexpr BootTime kStatusPause = std::chrono::seconds(1);     // between two questions to the keeper

// Decides when the loop asks the keeper and the machine for new figures, while any screen shows the status.
class StatusWatch {
 public:
  // Something that the status shows has changed: asks as soon as kStatusPause since the last time is over.
  void hurry(BootTime now) { due_ = std::min(due_, asked_ ? std::max(now, *asked_ + kStatusPause) : now); }
  // True when the loop must ask now. The next time is then kStatusInterval away.
  [[nodiscard]] bool is_due(BootTime now) {
    if (now < due_) return false;
    asked_ = now;
    due_ = now + kStatusInterval;
    return true;
  }
  [[nodiscard]] BootTime due() const { return due_; }

 private:
  std::optional<BootTime> asked_;
  BootTime due_{};
};

// The link to broker and hub in words, and what cures its problem. Times are shown in the visit's zone.
struct LinkWords {
  std::string state;
  std::string cure;  // empty when all is well
  Tone tone = Tone::kCalm;
};
[[nodiscard]] LinkWords link_words(const Catalogue& words, const LinkStatus& link_status,
                                   ClockQuality quality, std::string_view zone);

[[nodiscard]] StatusView status_view(const DeviceState& device_state, const RoleSettings& settings,
                                     const Now& now);

}  // namespace tertulia
