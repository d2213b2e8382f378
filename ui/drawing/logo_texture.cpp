// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/logo_texture.h"

#include "ui/drawing/draw_texture.h"
#include "ui/drawing/logo_ground.h"

namespace tertulia::ui {

Size LogoTexture::size_in(Size box) const {
  const PictureSize size = fitted(logo_->size, {box.width, box.height});
  return {size.width, size.height};
}

std::optional<Color> LogoTexture::plate_on(Color ground) {
  if (!plate_ || plate_->ground != ground) plate_ = {ground, ui::plate_on(ground, *logo_)};
  return plate_->color;
}

void LogoTexture::draw(ImDrawList& list, Point at, Size size) {
  // In the same size it has the same pixels, so its texture needs no generation.
  const PictureSize wanted{size.width, size.height};
  if (shown_.size != wanted) shown_ = scaled_down(*logo_, wanted);
  draw_texture(list, kLogoTexture, {at.x, at.y, at.x + size.width, at.y + size.height});
}

Texture LogoTexture::texture() const {
  return {nullptr, {shown_.size.width, shown_.size.height}, 0, shown_.pixels.data()};
}

}  // namespace tertulia::ui
