// SPDX-License-Identifier: Apache-2.0
// The window port without a glass: taps come as lines "screen x y" through a descriptor, pictures go nowhere.
// If a file for pictures is given, each picture adds a line to it: "screen boot-nanoseconds hash". Two
// screens with the same hash show the same pixels. Everything behind the port is the product. The program
// stops when the other end of the descriptor is closed.
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "drivers/wait/waiter.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

namespace tertulia::campaign {

class PipedWindow final : public Window {
 public:
  // Owns neither: the descriptor (non-blocking from here on) and the clock must outlive the window. `shown`
  // is the file for pictures; empty: none. Errors: the descriptor is not open.
  [[nodiscard]] static Result<std::unique_ptr<PipedWindow>> open(int taps, std::vector<Screen> screens,
                                                                 const Clock& clock,
                                                                 const std::string& shown = {});

  [[nodiscard]] const std::vector<Screen>& screens() const override { return screens_; }
  Outcome present(int screen, PixelView view, std::span<const Rect> damage) override;
  Outcome set_power(int screen, Power power) override;
  [[nodiscard]] std::vector<WindowEvent> wait(std::optional<BootTime> until) override;
  void wake() override { waiter_->wake(); }

 private:
  PipedWindow(int taps, std::vector<Screen> screens, const Clock& clock)
      : taps_(taps), screens_(std::move(screens)), clock_(clock) {}
  // False: nobody will tap any more.
  bool read_taps(std::vector<WindowEvent>& events);
  void take_line(const std::string& line, std::vector<WindowEvent>& events) const;

  int taps_;
  std::vector<Screen> screens_;
  const Clock& clock_;
  std::unique_ptr<Waiter> waiter_;
  std::string unread_;  // a line whose end has not come
  std::ofstream shown_;
};

}  // namespace tertulia::campaign
