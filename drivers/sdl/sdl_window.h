// SPDX-License-Identifier: Apache-2.0
// Implements Window with SDL2: one window of the desktop (X11 or Wayland) for each screen. With SDL's dummy
// driver nothing is visible, for tests and pictures.
//
// - Pixels go through the plain surface of the window: no OpenGL, so no Mesa in memory.
// - Waiting is our own poll() over the connection to the display server, because SDL's wait wakes up hundreds
// of times a second.
// - Main thread only, except wake(). Only one at a time, because SDL's state is global.
// - Open it before other threads start (see drivers/wait).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/touch/touched_screens.h"
#include "drivers/wait/waiter.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

struct SDL_Window;
union SDL_Event;

namespace tertulia {

enum class SdlMode { kWindow, kFullscreen };

struct SdlScreen {
  std::string name;
  Size size{1280, 800};           // of a window; a full screen has the size of its panel
  std::optional<Point> position;  // on the desktop; for a full screen it chooses the panel
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
  // Dark is a black picture: the desktop controls the backlight.
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

  explicit SdlWindow(const Clock& clock) : clock_(clock) {}
  Outcome add(const SdlScreen& screen, const std::string& title);
  void pump(std::vector<WindowEvent>& events);
  void take(const SDL_Event& event, std::vector<WindowEvent>& events);
  void take_change(const SDL_Event& event, std::vector<WindowEvent>& events);
  [[nodiscard]] int screen_of(unsigned window_id) const;  // -1: not ours

  const Clock& clock_;
  std::unique_ptr<Waiter> waiter_;
  std::unique_ptr<Subsystem> subsystem_;
  std::vector<std::unique_ptr<SDL_Window, Destroy>>
      windows_;  // as many as screens_; destroyed before the subsystem
  TouchedScreens touches_;
  std::vector<Screen> screens_;
};

}  // namespace tertulia
