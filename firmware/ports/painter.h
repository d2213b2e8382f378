// SPDX-License-Identifier: Apache-2.0
// Port: turns Views into pixels and touches into Intents. Main thread only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/time.h"
#include "firmware/ports/geometry.h"
#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct Painted {
  PixelView picture;             // the whole screen; valid until the next call for this screen
  std::vector<Rect> damage;      // what differs from the last picture; empty if nothing does
  std::optional<Intent> intent;  // at most one a call; later touches wait for the next call
  std::optional<BootTime>
      next_frame;  // when to call again although nothing changed (animation, pending touches)
};

// Something that can be touched, with the name that the screen gives it: "next", "choice:funding".
struct Target {
  std::string name;
  Rect area;
  friend bool operator==(const Target&, const Target&) = default;
};

class Painter {
 public:
  virtual ~Painter() = default;
  // The touches are those of this screen, in their order. They are stored until they are dealt with.
  [[nodiscard]] virtual Painted paint(int screen, const View& view, std::span<const Touch> touches,
                                      const Now& now) = 0;
  // What can be touched in the last picture; for robots and for tests of target sizes.
  [[nodiscard]] virtual std::vector<Target> targets(int screen) const = 0;
  // Forgets everything that a respondent may have left: laid-out texts, scroll offsets, pressed buttons.
  virtual void reset(int screen) = 0;
  // The screen has a new size, or lost its picture: the next picture is damaged as a whole.
  virtual void resize(int screen, const Screen& geometry) = 0;
};

}  // namespace tertulia
