// SPDX-License-Identifier: Apache-2.0
// Port: the glass. Shows rectangles of pixels and hands in touches; knows nothing of widgets. One window
// drives one or several screens (a device may serve a kiosk panel and a room display). Main thread only, but
// for wake().
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

// 32-bit pixels 0xffRRGGBB, rows top to bottom, no padding. Does not own; valid during the call.
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

enum class TouchKind { kDown, kMove, kUp, kCancel };

// One finger (or the mouse button) on one screen. Only the first finger down is reported until it is up;
// while more than one finger is down the contact is cancelled. kUp always carries the last position.
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
struct Exposed {
  int screen = 0;
  friend bool operator==(const Exposed&, const Exposed&) = default;
};  // show the last picture again
struct Quit {
  friend bool operator==(const Quit&, const Quit&) = default;
};  // closed, SIGTERM or SIGINT
struct Woken {
  friend bool operator==(const Woken&, const Woken&) = default;
};  // wake() was called
}  // namespace window_event
using WindowEvent = std::variant<Touch, window_event::Resized, window_event::Exposed, window_event::Quit,
                                 window_event::Woken>;

class Window {
 public:
  virtual ~Window() = default;

  [[nodiscard]] virtual const std::vector<Screen>& screens() const = 0;

  // Shows the damaged rectangles of a full picture (view.size == screens()[screen].size). Returns when handed
  // over.
  virtual Outcome present(int screen, PixelView view, std::span<const Rect> damage) = 0;

  // kOff: the glass goes dark and still feels fingers; nothing is presented until kOn. After that it shows
  // nothing that a person may rely on before the next whole picture.
  virtual Outcome set_power(int screen, Power power) = 0;

  // Sleeps in one poll() until input, wake(), or `until` on the boot clock (none: for ever). Returns at once
  // what is already there. An empty result means that `until` has come.
  [[nodiscard]] virtual std::vector<WindowEvent> wait(std::optional<BootTime> until) = 0;

  // Ends a wait() from any thread; signal-safe.
  virtual void wake() = 0;
};

}  // namespace tertulia
