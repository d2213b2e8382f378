// SPDX-License-Identifier: Apache-2.0
// A painter without pixels: remembers what it was asked to paint, answers touches with the intents of a
// script.
#pragma once

#include <deque>
#include <map>
#include <utility>
#include <vector>

#include "firmware/ports/painter.h"

namespace tertulia::test {

class ScriptedPainter final : public Painter {
 public:
  // The next paint of that screen with touches gives this intent.
  void expect_touch(Intent intent, int screen = 0) { script_[screen].push_back(std::move(intent)); }

  Painted paint(int screen, const View& view, std::span<const Touch> touches, const Now&) override {
    views_[screen].push_back(view);
    Painted painted;
    painted.picture = {&pixel_, {1, 1}};
    if (!touches.empty() && !script_[screen].empty()) {
      painted.intent = std::move(script_[screen].front());
      script_[screen].pop_front();
    } else {
      painted.damage = {{0, 0, 1, 1}};
    }
    painted.next_frame = std::exchange(next_frame, std::nullopt);
    return painted;
  }
  std::vector<Target> targets(int) const override { return {}; }
  void reset(int) override { ++resets; }
  void resize(int, const Screen&) override { ++resizes; }

  [[nodiscard]] int paints(int screen = 0) { return static_cast<int>(views_[screen].size()); }
  template <class T>
  [[nodiscard]] const T& last(int screen = 0) {
    return std::get<T>(views_[screen].back());
  }

  // Every view that was painted there.
  [[nodiscard]] const std::vector<View>& views(int screen) { return views_[screen]; }
  template <class T>
  [[nodiscard]] bool shows(int screen = 0) {
    return std::holds_alternative<T>(views_[screen].back());
  }

  std::optional<BootTime> next_frame;  // asked for by the next paint
  int resets = 0;
  int resizes = 0;

 private:
  std::uint32_t pixel_ = 0;
  std::map<int, std::vector<View>> views_;
  std::map<int, std::deque<Intent>> script_;
};

}  // namespace tertulia::test
