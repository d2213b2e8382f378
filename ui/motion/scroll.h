// SPDX-License-Identifier: Apache-2.0
// Scrolling of a list that is longer than its box. It follows the finger, runs on when the finger leaves,
// stretches at its ends and springs back. A value and pure functions; the result does not depend on how often
// it is drawn. Lengths are in pixels.
#pragma once

#include <algorithm>
#include <optional>

#include "firmware/domain/time.h"

namespace tertulia::ui {

// Lengths in pixels.
struct Extent {
  float view = 0;     // of the box
  float content = 0;  // of all that is in the list
  [[nodiscard]] float limit() const { return std::max(0.0F, content - view); }
};

struct Scroll {
  float offset =
      0;  // what is hidden above the box, 0..limit when nothing moves; while held: where the finger pulls
  float velocity = 0;         // pixels a second
  BootTime time{};            // for which both hold
  bool held = false;          // by a finger
  std::optional<float> goal;  // the list is on its way there
  friend bool operator==(const Scroll&, const Scroll&) = default;
};

// A finger comes down: the list stops.
[[nodiscard]] Scroll taken(const Scroll& scroll, const Extent& extent, BootTime now);
// The finger moved the list by that many pixels.
[[nodiscard]] Scroll dragged(const Scroll& scroll, float by, BootTime now);
// The finger leaves: the list runs on as fast as it was moved last.
[[nodiscard]] Scroll let_go(const Scroll& scroll, const Extent& extent, BootTime now);
// The list is to show another part: it moves there.
[[nodiscard]] Scroll sent_to(const Scroll& scroll, float offset, const Extent& extent, BootTime now);
// Time passes.
[[nodiscard]] Scroll elapsed(const Scroll& scroll, const Extent& extent, BootTime now);
// The end of all movement, at once, for reduced motion.
[[nodiscard]] Scroll at_rest(const Scroll& scroll, const Extent& extent);

[[nodiscard]] bool is_moving(const Scroll& scroll);
// The offset to draw. Beyond its ends a held list follows the finger less and less.
[[nodiscard]] float shown_offset(const Scroll& scroll, const Extent& extent);

}  // namespace tertulia::ui
