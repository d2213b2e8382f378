// SPDX-License-Identifier: Apache-2.0
// Everything that moves on one screen and that its View does not say: buttons that give, lists that run on, a
// resting finger. The Glass keeps it from frame to frame, hands it to each Frame, and empties it by clear().
#pragma once

#include <optional>

#include "ui/motion/ease.h"
#include "ui/motion/lists.h"
#include "ui/motion/press.h"
#include "ui/theme/look.h"
#include "ui/touch/hold.h"

namespace tertulia::ui {

struct Motions {
  explicit Motions(Motion motion) : lists(motion) {}

  BootTime now{};
  std::optional<BootTime> next_frame;  // asked for by what this frame shows
  Presses presses;
  Lists lists;
  Hold hold;

  void begin_frame(BootTime time) {
    now = time;
    next_frame.reset();
    lists.begin_frame();
  }
  void end_frame() {
    const bool moves = presses.end_frame(now);
    if (moves || lists.is_moving()) ask_again(now + kFrameTime);
    if (hold.wake()) ask_again(*hold.wake());
  }
  void ask_again(BootTime at) {
    if (!next_frame || at < *next_frame) next_frame = at;
  }
  void clear() {
    presses.clear();
    lists.clear();
    hold = {};
  }
};

}  // namespace tertulia::ui
