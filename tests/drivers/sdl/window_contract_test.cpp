// SPDX-License-Identifier: Apache-2.0
#include "tests/drivers/window_contract.h"

#include <gtest/gtest.h>

#include "tests/drivers/sdl/sdl_bench.h"
#include "tests/fakes/clock.h"
#include "tests/fakes/window.h"

namespace tertulia {
namespace {

class FakeBench final : public WindowBench {
 public:
  [[nodiscard]] Window& window() override { return window_; }
  [[nodiscard]] const Clock& clock() override { return clock_; }
  void press(Point at) override { window_.touch(TouchKind::kDown, at); }
  void drag(Point to) override { window_.touch(TouchKind::kMove, to); }
  void lift(Point at) override { window_.touch(TouchKind::kUp, at); }
  void ask_to_quit() override { window_.quit(); }
  [[nodiscard]] std::vector<std::uint32_t> glass() override { return window_.shown().pixels; }

 private:
  void sleep(BootTime until) {
    Now now = clock_.now();
    now.boot = std::max(now.boot, until);
    clock_.set(now);
  }
  FakeClock clock_;
  FakeWindow window_{{{"kiosk", kSize, 5.9}}, clock_, [this](BootTime until) { sleep(until); }};
};

INSTANTIATE_TEST_SUITE_P(
    adapters, window_contract,
    testing::Values(WindowRow{"fake", [] { return std::make_unique<FakeBench>(); }},
                    WindowRow{"sdl_headless", [] { return std::make_unique<HeadlessBench>(); }},
                    WindowRow{"sdl_x11", [] { return std::make_unique<XBench>(); }},
                    WindowRow{"sdl_wayland", [] { return std::make_unique<WaylandBench>(); }}),
    row_name);

}  // namespace
}  // namespace tertulia
