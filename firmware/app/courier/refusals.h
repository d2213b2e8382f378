// SPDX-License-Identifier: Apache-2.0
// Counts messages that were refused, and says which of them are worth a line in the log: a few of each
// minute, so that who floods a device does not flood its card.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "firmware/domain/time.h"

namespace tertulia {

class Refusals {
 public:
  static constexpr BootTime kInterval = std::chrono::minutes(1);
  static constexpr int kMostTold = 5;  // within it

  // The line for the log; none when enough was said. `reason` repeats nothing of the message.
  [[nodiscard]] std::optional<std::string> note(BootTime now, const std::string& reason) {
    ++count_;
    if (!since_ || now - *since_ >= kInterval) {
      since_ = now;
      told_ = 0;
    }
    if (told_ == kMostTold) return std::nullopt;
    ++told_;
    return "Refused from the broker: " + reason + " (" + std::to_string(count_) + " since the start)";
  }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
  std::optional<BootTime> since_;
  int told_ = 0;
};

}  // namespace tertulia
