// SPDX-License-Identifier: Apache-2.0
// The appliance on a window in memory, on a clock that the test moves: no time passes that nobody asked for.
#pragma once

#include "tests/appliance/appliance.h"
#include "tests/fakes/clock.h"
#include "tests/fakes/window.h"

namespace tertulia::test {

class FakeGlass {
 public:
  explicit FakeGlass(const Now& start, DeviceState device_state = sample_device(), Size size = {800, 480})
      : clock(start),
        window({{"kiosk", size, 0}}, clock, [this](BootTime until) { sleep(until); }),
        appliance(window, clock, std::move(device_state)) {
    appliance.turn();
  }

  // Time passes, with everything that the loop wakes up for on the way.
  void wait(BootTime span) {
    const BootTime end = clock.now().boot + span;
    while (clock.now().boot < end) {
      limit_ = end;
      appliance.turn();
    }
    limit_.reset();
    show();
  }
  void touch(TouchKind kind, Point at) {
    window.touch(kind, at);
    show();
  }
  // One tap, once the page listens.
  void tap(const std::string& name) {
    wait(std::chrono::milliseconds(400));
    tap_at(appliance.middle(name));
  }
  void tap_at(Point at) {
    window.tap(at);
    show();
  }
  void pass(BootTime span) {
    Now now = clock.now();
    now.boot += span;
    now.wall += std::chrono::duration_cast<Milliseconds>(span);
    clock.set(now);
  }
  [[nodiscard]] const std::vector<std::uint32_t>& pixels() const { return window.shown().pixels; }

  FakeClock clock;

 private:
  // What is there is handled and painted; no time passes.
  void show() {
    window.wake();
    appliance.turn();
    if (!appliance.loop.paint().ok()) throw std::runtime_error("nothing is painted");
  }
  // While the keeper writes, real time passes and that of the test stands.
  void sleep(BootTime until) {
    if (WatchedPainter::is_waiting(appliance.painter.shown)) return appliance.wait_for_keeper();
    if (limit_) until = std::min(until, *limit_);
    pass(std::max(BootTime{}, until - clock.now().boot));
  }

  std::optional<BootTime> limit_;

 public:
  FakeWindow window;
  Appliance appliance;
};

}  // namespace tertulia::test
