// SPDX-License-Identifier: Apache-2.0
// One screen: its ImGui context, its picture, the touches that wait, and the page that it shows.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/drawing/logo_texture.h"
#include "ui/drawing/picture_textures.h"
#include "ui/drawing/text_painter.h"
#include "ui/frame/frame.h"
#include "ui/motion/motions.h"
#include "ui/motion/page_transition.h"
#include "ui/raster/raster.h"
#include "ui/theme/look.h"
#include "ui/touch/touch_feed.h"

struct ImGuiContext;

namespace tertulia::ui {

class Glass {
 public:
  // All screens share `texts`; it must outlive this one.
  Glass(TextPainter& texts, const Screen& screen, const Look& look);

  [[nodiscard]] Painted paint(const View& view, std::span<const Touch> touches, const Now& now);
  // As they lie on the glass.
  [[nodiscard]] std::vector<Target> targets() const;
  void reset();
  void resize(const Screen& screen);
  // For tests: lays the view out as paint() does, without pixels, and says what became of its texts.
  // Afterwards ImGui holds the draw data of this view.
  [[nodiscard]] std::vector<Written> write_out(const View& view, const Now& now);

 private:
  struct DestroyContext {
    void operator()(ImGuiContext* context) const;
  };

  void note_page(const View& view, const Now& now);
  [[nodiscard]] std::optional<Intent> draw_once(const View& view, const Now& now);
  void shift_picture(Point offset) const;
  void show_transition(Painted& painted, const Now& now);

  TextPainter& texts_;
  Look look_;
  Palette palette_;
  LogoTexture logo_;
  PictureTextures pictures_;
  Geometry geometry_;
  std::unique_ptr<ImGuiContext, DestroyContext> context_;
  std::unique_ptr<Raster> raster_;
  TouchFeed feed_;
  Motions motions_;
  PageTransition transition_;
  std::string page_;
  std::optional<int> position_;  // of the page in the order of the kiosk's pages
  bool is_forgotten_ = false;    // after reset(): nothing of the last picture may be seen again
  Point offset_;                 // of the picture, see shift.h
  std::vector<Target> targets_;
  std::vector<Written>* written_ = nullptr;  // only during write_out()
};

}  // namespace tertulia::ui
