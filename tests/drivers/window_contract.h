// SPDX-License-Identifier: Apache-2.0
// What every Window must do: one row per adapter, the fake included. The rules are in window_contract.cpp;
// instantiate with INSTANTIATE_TEST_SUITE_P(name, window_contract, testing::Values(...), row_name).
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/ports/clock.h"
#include "firmware/ports/window.h"

namespace tertulia {

// A window with a person before it and somebody who looks at the glass.
class WindowBench {
 public:
  static constexpr Size kSize{320, 240};

  WindowBench() = default;
  WindowBench(const WindowBench&) = delete;
  WindowBench& operator=(const WindowBench&) = delete;
  virtual ~WindowBench() = default;

  [[nodiscard]] virtual Window& window() = 0;  // one screen "kiosk" of kSize
  [[nodiscard]] virtual const Clock& clock() = 0;
  virtual void press(Point at) = 0;
  virtual void drag(Point to) = 0;
  virtual void lift(Point at) = 0;
  virtual void ask_to_quit() = 0;
  [[nodiscard]] virtual std::vector<std::uint32_t> glass() = 0;  // kSize pixels, as a person sees them
};

struct WindowRow {
  std::string name;
  std::function<std::unique_ptr<WindowBench>()> make;
};

inline std::string row_name(const testing::TestParamInfo<WindowRow>& info) { return info.param.name; }
inline void PrintTo(const WindowRow& row, std::ostream* out) { *out << row.name; }

class window_contract : public testing::TestWithParam<WindowRow> {
 protected:
  static constexpr std::chrono::seconds kPatience{10};  // a failing test ends, too

  void SetUp() override { bench_ = GetParam().make(); }

  Window& window() { return bench_->window(); }
  WindowBench& person() { return *bench_; }
  [[nodiscard]] BootTime now() { return bench_->clock().now().boot; }

  // Waits until the glass has nothing to say: a real window tells that it appeared.
  void settle() {
    while (!window().wait(now() + Milliseconds{50}).empty()) {
    }
  }

  // Collects events until one of the kind came, or patience ends.
  template <class Kind>
  std::vector<WindowEvent> events_until() {
    std::vector<WindowEvent> all;
    const BootTime end = now() + kPatience;
    while (now() < end) {
      for (WindowEvent& event : window().wait(end)) all.push_back(std::move(event));
      const auto is_kind = [](const WindowEvent& event) { return std::holds_alternative<Kind>(event); };
      if (std::any_of(all.begin(), all.end(), is_kind)) break;
    }
    return all;
  }

  // The touches up to the one of a kind.
  std::vector<Touch> touches_until(TouchKind last) {
    std::vector<Touch> all;
    const BootTime end = now() + kPatience;
    while (now() < end && (all.empty() || all.back().kind != last))
      for (const WindowEvent& event : window().wait(end))
        if (const auto* touch = std::get_if<Touch>(&event)) all.push_back(*touch);
    return all;
  }

  template <class Kind>
  static bool holds(const std::vector<WindowEvent>& events) {
    return std::any_of(events.begin(), events.end(),
                       [](const WindowEvent& event) { return std::holds_alternative<Kind>(event); });
  }

  // A picture in which every pixel differs from its neighbours.
  static std::vector<std::uint32_t> picture(std::uint32_t seed) {
    std::vector<std::uint32_t> pixels;
    for (int i = 0; i < WindowBench::kSize.width * WindowBench::kSize.height; ++i) {
      seed = seed * 1664525 + 1013904223;
      pixels.push_back(0xff000000 | seed >> 8);
    }
    return pixels;
  }

  void show(const std::vector<std::uint32_t>& pixels, const std::vector<Rect>& damage) {
    const Outcome shown = window().present(0, {pixels.data(), WindowBench::kSize}, damage);
    ASSERT_TRUE(shown.ok()) << shown.error().message;
  }

  static constexpr Rect kWhole{0, 0, WindowBench::kSize.width, WindowBench::kSize.height};

 private:
  std::unique_ptr<WindowBench> bench_;
};

}  // namespace tertulia
