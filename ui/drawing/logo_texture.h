// SPDX-License-Identifier: Apache-2.0
// The logo of the programme on one screen. It is scaled once to the size that the screen shows, when its
// texture is asked for, and nothing is computed while size and ground stay the same. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "firmware/domain/picture.h"
#include "firmware/ports/geometry.h"
#include "ui/raster/texture.h"
#include "ui/theme/theme.h"

struct ImDrawList;

namespace tertulia::ui {

class LogoTexture {
 public:
  // Null: the programme has none.
  explicit LogoTexture(std::shared_ptr<const Picture> logo) : logo_(std::move(logo)) {}

  [[nodiscard]] bool exists() const { return logo_ != nullptr; }
  // Both only when exists():
  [[nodiscard]] Size size_in(Size box) const;
  [[nodiscard]] std::optional<Color> plate_on(Color ground);
  // A frame may draw it in one size only.
  void draw(ImDrawList& list, Point at, Size size);

  // The texture of the size that was drawn last. Valid until the next draw().
  [[nodiscard]] Texture texture();

 private:
  struct Plate {
    Color ground;
    std::optional<Color> color;
  };

  std::shared_ptr<const Picture> logo_;
  PictureSize wanted_;
  Picture shown_;
  std::optional<Plate> plate_;  // for the ground of the last call
};

}  // namespace tertulia::ui
