// SPDX-License-Identifier: Apache-2.0
// Window on SDL2: one window of the desktop (X11 or Wayland) per screen, or none that anyone sees (SDL's
// dummy driver, for tests and pictures).
//
// Pixels go through the window's plain surface: no OpenGL, so no Mesa in memory. Waiting is our own poll()
// over the connection to the display server, for SDL's would wake up hundreds of times a second. Main thread
// only, but for wake(); one at a time, for SDL's state is global. Open it before other threads start (see
// drivers/wait).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/touch/touch_tracker.h"
#include "drivers/wait/waiter.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

struct SDL_Window;
union SDL_Event;

namespace tertulia {

enum class SdlMode { kWindow, kFullscreen };

struct SdlScreen {
  std::string name;
  Size size{1280, 800};           // of a window; a full screen has its own
  std::optional<Point> position;  // on the desktop; chooses the panel of a full screen
  SdlMode mode = SdlMode::kWindow;
  double pixels_per_mm = 0;  // 0: unknown
};

struct SdlOptions {
  std::vector<SdlScreen> screens;
  std::string title = "Tertulia";
  std::string
      video_driver;  // "x11", "wayland", "dummy"; empty: what SDL_VIDEODRIVER says, else X11, else Wayland
};

class SdlWindow final : public Window {
 public:
  // The clock must outlive the window. Errors: no display server, no screen configured.
  [[nodiscard]] static Result<std::unique_ptr<SdlWindow>> open(const SdlOptions& options, const Clock& clock);
  ~SdlWindow() override;

  [[nodiscard]] const std::vector<Screen>& screens() const override { return screens_; }
  Outcome present(int screen, PixelView view, std::span<const Rect> damage) override;
  // Dark is black: the lamp belongs to the desktop.
  Outcome set_power(int screen, Power power) override;
  [[nodiscard]] std::vector<WindowEvent> wait(std::optional<BootTime> until) override;
  void wake() override { waiter_->wake(); }

 private:
  struct Destroy {
    void operator()(SDL_Window* window) const;
  };
  struct Subsystem {  // SDL itself, from init to quit
    Subsystem() = default;
    Subsystem(const Subsystem&) = delete;
    Subsystem& operator=(const Subsystem&) = delete;
    ~Subsystem();
  };
  struct Glass {
    std::unique_ptr<SDL_Window, Destroy> window;
    TouchTracker touches;
  };

  explicit SdlWindow(const Clock& clock) : clock_(clock) {}
  Outcome add(const SdlScreen& screen, const std::string& title);
  void pump(std::vector<WindowEvent>& events);
  void take(const SDL_Event& event, std::vector<WindowEvent>& events);
  void take_change(const SDL_Event& event, std::vector<WindowEvent>& events);
  [[nodiscard]] int screen_of(unsigned window_id) const;  // -1: not ours

  const Clock& clock_;
  std::unique_ptr<Waiter> waiter_;
  std::unique_ptr<Subsystem> subsystem_;
  std::vector<Glass> glasses_;  // as many as screens_, gone before the subsystem
  std::vector<Screen> screens_;
};

}  // namespace tertulia
