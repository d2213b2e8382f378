// SPDX-License-Identifier: Apache-2.0
// Implements the port Painter with Dear ImGui, ui/text and ui/raster: one ImGui context and one picture for
// each screen. Main thread; the fonts must outlive it.
#pragma once

#include <memory>
#include <vector>

#include "firmware/ports/painter.h"
#include "ui/text/fonts.h"
#include "ui/theme/look.h"

namespace tertulia::ui {

class GlassPainter : public Painter {
 public:
  // looks[i] belongs to screens[i]. A screen without a look gets the plain one.
  GlassPainter(Fonts& fonts, const std::vector<Screen>& screens, std::span<const Look> looks = {});
  ~GlassPainter() override;

  [[nodiscard]] Painted paint(int screen, const View& view, std::span<const Touch> touches,
                              const Now& now) override;
  [[nodiscard]] std::vector<Target> targets(int screen) const override;
  void reset(int screen) override;
  void resize(int screen, const Screen& geometry) override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tertulia::ui
