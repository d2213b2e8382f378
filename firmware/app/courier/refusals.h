// SPDX-License-Identifier: Apache-2.0
// Counts refused messages. Gives a line for the log for at most five of them a minute, so that a flood of
// messages does not fill the card.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "firmware/domain/time.h"

namespace tertulia {

class Refusals {
 public:
  static constexpr BootTime kInterval = std::chrono::minutes(1);
  static constexpr int kMostLogged = 5;  // within it

  // The line for the log; none when enough were logged. `reason` must repeat nothing of the message.
  [[nodiscard]] std::optional<std::string> note(BootTime now, const std::string& reason) {
    ++count_;
    if (!since_ || now - *since_ >= kInterval) {
      since_ = now;
      logged_ = 0;
    }
    if (logged_ == kMostLogged) return std::nullopt;
    ++logged_;
    return "Refused from the broker: " + reason + " (" + std::to_string(count_) + " since the start)";
  }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
  std::optional<BootTime> since_;
  int logged_ = 0;
};

}  // namespace tertulia
