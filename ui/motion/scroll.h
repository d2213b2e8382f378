// SPDX-License-Identifier: Apache-2.0
// A list that is longer than its box: follows the finger, runs on when it is let go, gives like rubber at its
// ends and springs back. A value and pure functions; it goes the same way however often it is drawn.
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
  float offset = 0;    // what lies above the box, 0..limit at rest; while held it is where the finger pulls
  float velocity = 0;  // pixels a second
  BootTime time{};     // when both were so
  bool held = false;   // by a finger
  std::optional<float> goal;  // the list is on its way there
  friend bool operator==(const Scroll&, const Scroll&) = default;
};

// A finger comes down on the list: it stops.
[[nodiscard]] Scroll taken(const Scroll& scroll, const Extent& extent, BootTime now);
// The finger moved the list by that many pixels.
[[nodiscard]] Scroll dragged(const Scroll& scroll, float by, BootTime now);
// The finger is gone: the list runs on as fast as it was moved last.
[[nodiscard]] Scroll let_go(const Scroll& scroll, const Extent& extent, BootTime now);
// Something asked for another part of the list.
[[nodiscard]] Scroll sent_to(const Scroll& scroll, float offset, const Extent& extent, BootTime now);
// Time passes.
[[nodiscard]] Scroll elapsed(const Scroll& scroll, const Extent& extent, BootTime now);
// Where all movement would end: at once, for who wants none.
[[nodiscard]] Scroll at_rest(const Scroll& scroll, const Extent& extent);

[[nodiscard]] bool is_moving(const Scroll& scroll);
// The offset to draw: beyond the ends a held list follows the finger less and less.
[[nodiscard]] float shown_offset(const Scroll& scroll, const Extent& extent);

}  // namespace tertulia::ui
