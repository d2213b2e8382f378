// SPDX-License-Identifier: Apache-2.0
// Port: the screens of a device. Shows rectangles of pixels and reports touches. It knows nothing of buttons
// or text. One Window drives one or several screens, for example a kiosk panel and a room display. Main
// thread only, except wake().
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "firmware/ports/geometry.h"

namespace tertulia {

// A picture: 32-bit pixels 0xffRRGGBB, rows from top to bottom, no padding. The caller owns the
// pixels; they are valid only during the call.
struct PixelView {
  const std::uint32_t* pixels = nullptr;
  Size size;
};

struct Screen {
  std::string name;          // as configured, for logs and picture files: "kiosk", "room"
  Size size;                 // pixels
  double pixels_per_mm = 0;  // from configuration or EDID; 0 when unknown
  friend bool operator==(const Screen&, const Screen&) = default;
};

enum class Power { kOn, kOff };

// kAnother: a finger came down while another rests on the glass. From then on it is the one that is reported.
enum class TouchKind { kDown, kAnother, kMove, kUp, kCancel };

// One finger (or the mouse button) on one screen, from kDown or kAnother to kUp or kCancel. kUp always has
// the last position. A palm is cancelled.
struct Touch {
  TouchKind kind = TouchKind::kDown;
  int screen = 0;
  Point at;
  BootTime time{};
  friend bool operator==(const Touch&, const Touch&) = default;
};

namespace window_event {
struct Resized {
  int screen = 0;
  friend bool operator==(const Resized&, const Resized&) = default;
};
// Show the last picture again.
struct Exposed {
  int screen = 0;
  friend bool operator==(const Exposed&, const Exposed&) = default;
};
// Something lies on the screen that is no finger, or no longer does. Its contact is ignored.
struct Dirt {
  int screen = 0;
  bool lies_there = false;
  friend bool operator==(const Dirt&, const Dirt&) = default;
};
// The window was closed, or SIGTERM or SIGINT came.
struct Quit {
  friend bool operator==(const Quit&, const Quit&) = default;
};
// wake() was called.
struct Woken {
  friend bool operator==(const Woken&, const Woken&) = default;
};
}  // namespace window_event
using WindowEvent = std::variant<Touch, window_event::Resized, window_event::Exposed, window_event::Dirt,
                                 window_event::Quit, window_event::Woken>;

class Window {
 public:
  virtual ~Window() = default;

  [[nodiscard]] virtual const std::vector<Screen>& screens() const = 0;

  // Shows the damaged rectangles of a full picture (view.size == screens()[screen].size). Returns as soon as
  // the pixels may change again.
  virtual Outcome present(int screen, PixelView view, std::span<const Rect> damage) = 0;

  // kOff: the screen goes dark but still reports touches. Present nothing until kOn. After kOn, present a
  // whole picture first.
  virtual Outcome set_power(int screen, Power power) = 0;

  // Sleeps in one poll() until a touch, wake(), or `until` on the boot clock (none: no limit). Events that
  // are already there are returned at once. An empty result means that `until` has come.
  [[nodiscard]] virtual std::vector<WindowEvent> wait(std::optional<BootTime> until) = 0;

  // Ends a wait(). May be called from any thread and from a signal handler.
  virtual void wake() = 0;
};

}  // namespace tertulia
