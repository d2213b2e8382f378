// SPDX-License-Identifier: Apache-2.0
// Screens laid out without pixels: what became of their texts and targets. And the colours below the texts,
// with pixels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/lisbon_views.h"
#include "ui/glass/glass.h"

namespace tertulia::test {

struct Panel {
  Size size;
  double pixels_per_mm = 0;
};

// Lays out many views on panels of one look. The fonts and what was shaped serve all.
class Drawer {
 public:
  explicit Drawer(const ui::Look& look);

  struct Drawn {
    std::vector<ui::Written> texts;
    std::vector<Target> targets;
  };
  [[nodiscard]] Drawn lay_out(const View& view, const Panel& panel);

  // What a touch on that glass means.
  [[nodiscard]] std::optional<Intent> touch(const View& view, const Touch& touch, BootTime time);

  struct Legibility {
    const ui::Written* text = nullptr;  // of `texts` below; null: nothing is written
    double contrast = 21;
    std::vector<ui::Written> texts;
  };
  // The text with the least contrast to a pixel that lies under its glyphs.
  [[nodiscard]] Legibility worst_legibility(const View& view, const Panel& panel);

 private:
  [[nodiscard]] ui::Glass& glass_for(const Panel& panel);

  Now now_{WallTime{}, std::chrono::hours(1), "boot-1", ClockQuality::kSynced};
  ui::Look look_;
  ui::Fonts fonts_;
  ui::TextPainter texts_;
  Panel panel_;
  std::unique_ptr<ui::Glass> glass_;
};

// What is wrong with the texts: cut, off its box or the glass, over another one. One line for each.
[[nodiscard]] std::string faults_of(const std::vector<ui::Written>& texts, Size glass);

// What is wrong with the targets: smaller than `least` (keys: see below), over another one, off the glass.
[[nodiscard]] std::string faults_of(const std::vector<Target>& targets, const Panel& panel);

}  // namespace tertulia::test
