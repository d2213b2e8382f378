// SPDX-License-Identifier: Apache-2.0
// How long a message needs from this device to the broker and back, by the device's own echo. Does no I/O;
// the courier owns it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>

#include "firmware/domain/time.h"

namespace tertulia {

class RoundTrip {
 public:
  static constexpr std::size_t kSamples = 8;
  static constexpr BootTime kQuick = std::chrono::milliseconds(250);  // until there are samples
  static constexpr BootTime kCalm = std::chrono::minutes(1);

  void connected(BootTime now) { next_ = now; }
  void lost() { next_.reset(), times_.clear(); }

  // When the next echo goes out; none: not connected.
  [[nodiscard]] std::optional<BootTime> next_due() const { return next_; }
  void sent(BootTime now) { next_ = now + (times_.size() < kSamples ? kQuick : kCalm); }
  // The echo of what was sent at `sent`. What cannot be of this boot is not counted.
  void heard(BootTime sent, BootTime now) {
    if (!next_ || sent < BootTime(0) || sent > now) return;
    times_.push_back(now - sent);
    if (times_.size() > kSamples) times_.pop_front();
  }

  // Half of the least of the last samples; zero before the first.
  [[nodiscard]] Milliseconds half() const {
    if (times_.empty()) return Milliseconds(0);
    return std::chrono::duration_cast<Milliseconds>(*std::min_element(times_.begin(), times_.end()) / 2);
  }

 private:
  std::optional<BootTime> next_;
  std::deque<BootTime> times_;
};

}  // namespace tertulia
