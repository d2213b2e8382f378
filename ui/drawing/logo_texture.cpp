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
  wanted_ = {size.width, size.height};
  draw_texture(list, kLogoTexture, {at.x, at.y, at.x + size.width, at.y + size.height});
}

// In the same size it has the same pixels, so it needs no generation.
Texture LogoTexture::texture() {
  if (logo_ && shown_.size != wanted_) shown_ = scaled_down(*logo_, wanted_);
  return {nullptr, {shown_.size.width, shown_.size.height}, 0, shown_.pixels.data()};
}

}  // namespace tertulia::ui
