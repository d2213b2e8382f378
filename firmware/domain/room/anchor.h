// SPDX-License-Identifier: Apache-2.0
// The moment on a boot clock at which a running time was written down. Values that run hold one, and nothing
// ticks: what is shown is computed from the anchor.
#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <string>

#include "firmware/domain/time.h"

namespace tertulia {

struct Anchor {
  BootTime boot{};
  std::string boot_id;  // of the kernel that was running; empty: nothing runs

  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

[[nodiscard]] inline Anchor anchor_at(const Now& now) { return {now.boot, now.boot_id}; }

// Never negative, and zero when the anchor lies in another boot.
[[nodiscard]] inline Milliseconds since(const Anchor& anchor, const Now& now) {
  if (anchor.boot_id != now.boot_id) return Milliseconds(0);
  return std::max(Milliseconds(0), std::chrono::duration_cast<Milliseconds>(now.boot - anchor.boot));
}

// How a word came in: the sender's boot clock when it was sent, and how long ago that was. Of a word of this
// device itself: its own clock, now.
struct Transit {
  BootTime sent{};
  Milliseconds ago{};
};

// How old an anchor of the sender's is by now; never negative.
[[nodiscard]] inline Milliseconds age_of(BootTime anchor, const Transit& transit) {
  const auto before = std::chrono::duration_cast<Milliseconds>(transit.sent - anchor);
  return std::max(Milliseconds(0), before + transit.ago);
}

// A time that runs down from `left`, or stands still when the anchor is empty.
struct Countdown {
  Anchor anchor;
  Milliseconds left{};  // at the anchor; negative when it is over
  // When it is over, on the wall clock of who started it. Label only, but after a power cut nothing else
  // tells how long the power was away. None: it stands still, or nobody had set that clock.
  std::optional<WallTime> ends = {};

  friend auto operator<=>(const Countdown&, const Countdown&) = default;
};

[[nodiscard]] inline Countdown counting(Milliseconds left, const Now& now) {
  return {anchor_at(now), left, is_good(now.quality) ? std::optional(now.wall + left) : std::nullopt};
}

[[nodiscard]] inline Milliseconds left_at(const Countdown& countdown, const Now& now) {
  return countdown.left - since(countdown.anchor, now);
}

// On this device's boot clock.
[[nodiscard]] inline Countdown reanchored(const Countdown& countdown, const Transit& transit,
                                          const Now& now) {
  if (countdown.anchor.boot_id.empty()) return countdown;
  return {anchor_at(now), countdown.left - age_of(countdown.anchor.boot, transit), countdown.ends};
}

}  // namespace tertulia
