// SPDX-License-Identifier: Apache-2.0
// The appliance in a real window on an X server, and a hand that presses through XTest as a pointing device
// would. The clock is the kernel's, and may be put forward: nobody sleeps until a page listens.
#pragma once

#include <functional>
#include <optional>

#include <poll.h>
#include <time.h>

#include "drivers/sdl/sdl_window.h"
#include "tests/appliance/appliance.h"
#include "tests/drivers/sdl/x_server.h"

namespace tertulia::test {

// Main thread only.
class SteppedClock final : public Clock {
 public:
  explicit SteppedClock(Now start) : start_(std::move(start)), kernel_start_(kernel()) {}
  [[nodiscard]] Now now() const override {
    Now now = start_;
    const BootTime passed = stood_at_.value_or(kernel()) - kernel_start_ + put_forward_;
    now.boot += passed;
    now.wall += std::chrono::duration_cast<Milliseconds>(passed);
    return now;
  }
  [[nodiscard]] BootTime kernel_time(BootTime boot) const override {
    return boot - now().boot + stood_at_.value_or(kernel());
  }
  void put_forward(BootTime by) { put_forward_ += by; }
  // From now on it moves only when it is put forward.
  void stand() { stood_at_ = kernel(); }

 private:
  static BootTime kernel() {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  }
  Now start_;
  BootTime kernel_start_;
  BootTime put_forward_{};
  std::optional<BootTime> stood_at_;
};

class RealGlass {
 public:
  static constexpr Size kSize{640, 400};

  explicit RealGlass(Now start, DeviceState device_state = sample_device())
      : clock(std::move(start)),
        server_(XServer::start()),
        window_(open(*server_, clock)),
        hand(server_->display()),
        appliance(*window_, clock, std::move(device_state)) {
    // A window tells in its own time that it is there.
    until([this] { return hand.look({0, 0, 1, 1}) == std::vector<std::uint32_t>{0xfffbf7f0}; });
  }

  // Turns the loop until it holds; throws when nothing came of it, which only a failure takes.
  void until(const std::function<bool()>& holds) {
    constexpr int kPatience = 60'000;
    for (int look = 0; !holds(); ++look) {
      if (look > kPatience) throw std::runtime_error("nothing came of it");
      poll(nullptr, 0, 1);  // the server has it and is sending
      turn();
    }
    if (!appliance.loop.paint().ok()) throw std::runtime_error("nothing is painted");
  }
  // The page has been there long enough to listen, and nothing moves.
  void let_page_listen() {
    clock.put_forward(std::chrono::milliseconds(400));
    turn();
    turn();
  }
  void press(Point at) {
    const int seen = appliance.painter.downs;
    hand.move(at);
    hand.press();
    until([&] { return appliance.painter.downs > seen; });
  }
  void lift() {
    const int seen = appliance.painter.ups;
    hand.lift();
    until([&] { return appliance.painter.ups > seen; });
  }
  void tap(Point at) {
    press(at);
    lift();
  }
  [[nodiscard]] std::vector<std::uint32_t> look() { return hand.look({0, 0, kSize.width, kSize.height}); }

  SteppedClock clock;

 private:
  static std::unique_ptr<SdlWindow> open(const XServer& server, const Clock& clock) {
    setenv("DISPLAY", server.display().c_str(), 1);
    SdlOptions options;
    options.video_driver = "x11";
    options.screens = {{"kiosk", kSize, Point{0, 0}, SdlMode::kWindow, 0}};
    auto window = SdlWindow::open(options, clock);
    if (!window) throw std::runtime_error(window.error().message);
    return std::move(window).value();
  }
  // One that ends although nothing came.
  void turn() {
    window_->wake();
    appliance.turn();
  }

  std::unique_ptr<XServer> server_;
  std::unique_ptr<SdlWindow> window_;

 public:
  XPerson hand;
  Appliance appliance;
};

}  // namespace tertulia::test
