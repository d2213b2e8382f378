// SPDX-License-Identifier: Apache-2.0
// Implements Window on the bare console: pictures through the mode setting of the kernel (DRM dumb buffers),
// touches and mice through /dev/input. It needs no desktop and no libraries except libdrm and libevdev.
//
// - Input is read directly, not through SDL: one poll() waits for touches, wake-ups and the clock, a device
// can be plugged in at any time, and the kernel says where a finger was before the start.
// - A screen without a panel is painted all the same, and seen when its panel is there. So is a touch panel
//   that may be read later than we start.
// - Main thread only, except wake().
// - Open it before other threads start (see drivers/wait).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "drivers/kms/card.h"
#include "drivers/kms/console.h"
#include "drivers/kms/hotplug.h"
#include "drivers/kms/input_devices.h"
#include "drivers/touch/touched_screens.h"
#include "drivers/wait/waiter.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct KmsScreen {
  std::string name;
  std::string connector;  // "HDMI-A-1", "DSI-1"; empty: the next connected one
  Size size;              // {0, 0}: the panel's own
  int width_in_mm = 0;    // of the glass; 0: as the panel says
  std::string input;  // part of the name of the touch panel on it; empty: those that no other screen names
};

struct KmsOptions {
  std::vector<KmsScreen> screens;
  std::string card;  // "/dev/dri/card1"; empty: the first one with a panel
  std::string input_folder = "/dev/input";
  // Called with what is missing, in a sentence with the cure. The window waits for it.
  std::function<void(const std::string&)> report = [](const std::string& /*sentence*/) {};
};

class KmsWindow final : public Window {
 public:
  // The clock must outlive the window. Errors: no card, or no right to use it; each says what to do.
  [[nodiscard]] static Result<std::unique_ptr<KmsWindow>> open(const KmsOptions& options, const Clock& clock);

  [[nodiscard]] const std::vector<Screen>& screens() const override { return screens_; }
  Outcome present(int screen, PixelView view, std::span<const Rect> damage) override;
  Outcome set_power(int screen, Power power) override;
  [[nodiscard]] std::vector<WindowEvent> wait(std::optional<BootTime> until) override;
  void wake() override { waiter_->wake(); }

 private:
  KmsWindow(const KmsOptions& options, const Clock& clock)
      : clock_(clock), report_(options.report), wishes_(options.screens) {}
  void add_screens();
  void open_input(const KmsOptions& options);
  void report_unlit();
  void take(const Waiter::Report& report, std::vector<WindowEvent>& events);
  void take(const std::vector<ScreenContact>& contacts, std::vector<WindowEvent>& events);
  void look_again(int screen, std::vector<WindowEvent>& events);

  const Clock& clock_;
  std::function<void(const std::string&)> report_;
  std::string reported_;  // why screens are unlit, as said last
  std::unique_ptr<Waiter> waiter_;
  std::unique_ptr<Console> console_;
  std::unique_ptr<Card> card_;
  Hotplug hotplug_;
  std::vector<KmsScreen> wishes_;
  std::optional<InputDevices> input_;
  std::vector<Screen> screens_;
  TouchedScreens touches_;  // as many as screens_
};

}  // namespace tertulia
