// SPDX-License-Identifier: Apache-2.0
// The clock, which opens the status screen after a long touch.
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr std::chrono::seconds kRest{5};  // longer than a hand rests there by accident

}  // namespace

std::optional<Intent> watch_clock(Frame& frame, const Box& clock) {
  const float width = std::max(clock.w, frame.smallest_target());
  const Box corner{clock.right() - width, clock.y, width, std::max(clock.h, frame.smallest_target())};
  (void)frame.pressed(corner, "status");  // a tap does nothing
  if (frame.is_held_for(kRest)) return intent::ShowStatus{};
  return std::nullopt;
}

}  // namespace tertulia::ui
