// SPDX-License-Identifier: Apache-2.0
// Decides which timers this device publishes, and which of those that arrive it accepts. A room's timer is
// published as an anchor: its state at one instant. Does no I/O; the courier owns it. Rules:
// firmware/docs/timer.md, "Between devices".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/public.h"
#include "firmware/domain/time.h"
#include "firmware/domain/timer.h"

namespace tertulia {

class TimerRelay {
 public:
  static constexpr BootTime kRepeat = std::chrono::seconds(10);  // of a running timer by its author
  static constexpr BootTime kSettle =
      std::chrono::milliseconds(500);  // for retained anchors to come in first

  explicit TimerRelay(std::string self)
      : self_(std::move(self)) {}  // device id: the author of our own timers

  // From main. Waits until it can be published. The latest of a room replaces the one before.
  void publish(const std::string& room, PublicTimer timer);
  // From the broker; `age` is how old its anchor is. Returns the timer that main must know. None for the echo
  // of this device's own timer, and for one that another supersedes.
  [[nodiscard]] std::optional<Timer> received(const std::string& room, const Timer& timer, Milliseconds age,
                                              const Now& now);
  void connected(BootTime now) { settled_ = now + kSettle; }
  // A timer that due() gave could not be published: it is given again after kRepeat.
  void failed(const std::string& room, BootTime now);
  void lost();

  // The timers to publish now. Each is given once, and again when it is time to repeat it.
  [[nodiscard]] std::vector<std::pair<std::string, PublicTimer>> due(BootTime now);
  [[nodiscard]] std::optional<BootTime> next_due() const;

 private:
  struct Own {
    PublicTimer timer;
    bool unpublished = true;
    std::optional<BootTime> repeat;
  };

  std::string self_;
  std::map<std::string, Own> own_;        // rooms whose timer is ours
  std::map<std::string, Timer> foreign_;  // the best of the others
  std::optional<BootTime> settled_;       // none: not connected
};

}  // namespace tertulia
