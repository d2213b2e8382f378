// SPDX-License-Identifier: Apache-2.0
// A window in memory: fingers by script, the last picture and damage of each screen to look at. Touches,
// wake() and quit() from any thread; the rest from the thread that waits.
//
// Time never passes by itself: when nothing happens until `until`, wait() calls `sleep` with it (which sets
// the test's clock) and returns. A wait without end blocks until another thread does something.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

namespace tertulia {

class FakeWindow final : public Window {
 public:
  using Sleep = std::function<void(BootTime until)>;

  struct Shown {
    std::vector<std::uint32_t> pixels;  // what the glass shows
    std::vector<Rect> damage;           // of the last present()
    int presents = 0;
    Power power = Power::kOn;
  };

  // The clock must outlive the window; it stamps the touches.
  FakeWindow(std::vector<Screen> screens, const Clock& clock, Sleep sleep)
      : screens_(std::move(screens)), clock_(clock), sleep_(std::move(sleep)), shown_(screens_.size()) {
    for (std::size_t i = 0; i < screens_.size(); ++i) shown_[i].pixels.resize(pixel_count(screens_[i].size));
  }

  [[nodiscard]] const std::vector<Screen>& screens() const override { return screens_; }

  Outcome present(int screen, PixelView view, std::span<const Rect> damage) override {
    Shown& glass = shown_[static_cast<std::size_t>(screen)];
    const Size size = screens_[static_cast<std::size_t>(screen)].size;
    if (view.size != size) return Error{"the picture does not have the size of the screen"};
    if (is_broken_) return Error{"the screen does not answer; check its cable"};
    if (glass.power == Power::kOff) return Error{"the screen is dark; nothing may be presented"};
    for (const Rect& rect : damage) {
      const Rect part = intersection(rect, {0, 0, size.width, size.height});
      for (int y = part.top; y < part.bottom; ++y)
        for (int x = part.left; x < part.right; ++x) {
          const auto index = static_cast<std::size_t>(y * size.width + x);
          glass.pixels[index] = view.pixels[index];
        }
    }
    glass.damage.assign(damage.begin(), damage.end());
    ++glass.presents;
    return Done{};
  }

  Outcome set_power(int screen, Power power) override {
    Shown& glass = shown_[static_cast<std::size_t>(screen)];
    glass.power = power;
    if (power == Power::kOff) std::fill(glass.pixels.begin(), glass.pixels.end(), 0xff000000);
    return Done{};
  }

  [[nodiscard]] std::vector<WindowEvent> wait(std::optional<BootTime> until) override {
    std::unique_lock lock(mutex_);
    if (!until) changed_.wait(lock, [&] { return is_woken_ || !events_.empty(); });
    std::vector<WindowEvent> events = std::exchange(events_, {});
    if (std::exchange(is_woken_, false)) events.push_back(window_event::Woken{});
    lock.unlock();
    if (events.empty()) sleep_(*until);
    return events;
  }

  void wake() override {
    const std::lock_guard lock(mutex_);
    is_woken_ = true;
    changed_.notify_all();
  }

  // The script.
  void touch(TouchKind kind, Point at, int screen = 0) { push(Touch{kind, screen, at, clock_.now().boot}); }
  void tap(Point at, int screen = 0) {
    touch(TouchKind::kDown, at, screen);
    touch(TouchKind::kUp, at, screen);
  }
  void expose(int screen = 0) { push(window_event::Exposed{screen}); }
  void quit() { push(window_event::Quit{}); }
  void break_screen() { is_broken_ = true; }
  void resize(Size size, int screen = 0) {
    screens_[static_cast<std::size_t>(screen)].size = size;
    shown_[static_cast<std::size_t>(screen)].pixels.assign(pixel_count(size), 0);
    push(window_event::Resized{screen});
  }

  [[nodiscard]] const Shown& shown(int screen = 0) const { return shown_[static_cast<std::size_t>(screen)]; }

 private:
  static std::size_t pixel_count(Size size) {
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
  }
  void push(WindowEvent event) {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
    changed_.notify_all();
  }

  std::vector<Screen> screens_;
  const Clock& clock_;
  Sleep sleep_;
  std::vector<Shown> shown_;
  bool is_broken_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<WindowEvent> events_;
  bool is_woken_ = false;
};

}  // namespace tertulia
