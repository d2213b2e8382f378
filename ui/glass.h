// SPDX-License-Identifier: Apache-2.0
// One screen's glass: its ImGui context, its picture, the touches that wait, and the page that is shown.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/frame.h"
#include "ui/look.h"
#include "ui/raster/raster.h"
#include "ui/text_painter.h"
#include "ui/touch_feed.h"

struct ImGuiContext;

namespace tertulia::ui {

class Glass {
 public:
  // `texts` is shared by all screens and must outlive this one.
  Glass(TextPainter& texts, const Screen& screen, const Look& look);

  [[nodiscard]] Painted paint(const View& view, std::span<const Touch> touches, const Now& now);
  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }
  void reset();
  void resize(const Screen& screen);

 private:
  struct DestroyContext {
    void operator()(ImGuiContext* context) const;
  };

  void note_page(const View& view, const Now& now);
  [[nodiscard]] std::optional<Intent> draw_once(const View& view, const Now& now);

  TextPainter& texts_;
  Look look_;
  Geometry geometry_;
  std::unique_ptr<ImGuiContext, DestroyContext> context_;
  std::unique_ptr<Raster> raster_;
  TouchFeed feed_;
  Hold hold_;
  std::string page_;
  std::vector<Target> targets_;
};

}  // namespace tertulia::ui
