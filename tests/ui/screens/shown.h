// SPDX-License-Identifier: Apache-2.0
// A screen on a glass of its own, without a window: its picture, its targets, and a finger.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "drivers/files/png.h"
#include "tests/support/read_png.h"
#include "tests/ui/screens/sample_views.h"
#include "ui/glass/painter.h"

namespace tertulia::test {

class Shown {
 public:
  Shown(View shown, Size size, double pixels_per_mm = 0, const ui::Look& look = {})
      : view(std::move(shown)), painter_(shared_fonts(), {{"test", size, pixels_per_mm}}, {&look, 1}) {
    paint();
  }

  // Touches come in the order of the calls; the clock stands unless it is moved.
  Painted paint(std::vector<Touch> touches = {}) {
    Painted painted = painter_.paint(0, view, touches, now);
    picture = {painted.picture.size,
               {painted.picture.pixels,
                painted.picture.pixels + painted.picture.size.width * painted.picture.size.height}};
    return painted;
  }
  // Paints, and lets the time between frames pass, until the glass is at rest; the intents that came up on
  // the way. A ring that runs is no rest: it is painted for a second of frames.
  std::vector<Intent> settle(std::vector<Touch> touches) {
    std::vector<Intent> intents;
    for (const BootTime end = now.boot + std::chrono::seconds(8); now.boot < end;) {
      Painted painted = paint(std::exchange(touches, {}));
      if (painted.intent) intents.push_back(std::move(*painted.intent));
      if (!painted.next_frame && !painted.intent) break;
      if (painted.next_frame) now.boot = std::max(now.boot, *painted.next_frame);
    }
    return intents;
  }
  [[nodiscard]] Touch touch(TouchKind kind, Point at) const { return {kind, 0, at, now.boot}; }
  std::vector<Intent> tap(Point at) {
    return settle({touch(TouchKind::kDown, at), touch(TouchKind::kUp, at)});
  }

  [[nodiscard]] std::vector<Target> targets() const { return painter_.targets(0); }
  [[nodiscard]] Rect area(const std::string& name) const {
    for (const Target& target : targets())
      if (target.name == name) return target.area;
    std::fprintf(stderr, "no target %s\n", name.c_str());
    std::abort();
  }
  [[nodiscard]] Point middle(const std::string& name) const {
    const Rect rect = area(name);
    return {(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2};
  }
  void reset() { painter_.reset(0); }
  void resize(Size size) { painter_.resize(0, {"test", size, 0}); }

  View view;
  Now now{WallTime{}, kSampleTime, "boot-1", ClockQuality::kSynced};
  Screenshot picture;

 private:
  // Opened once: mapping all faces takes longer than painting, and some tests show hundreds of screens.
  static ui::Fonts& shared_fonts() {
    static auto fonts = ui::Fonts::open();
    if (fonts.ok()) return fonts.value();
    std::fprintf(stderr, "%s\n", fonts.error().message.c_str());
    std::abort();
  }

  ui::GlassPainter painter_;
};

}  // namespace tertulia::test
