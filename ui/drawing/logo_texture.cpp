// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/logo_texture.h"

#include <imgui.h>

#include "ui/drawing/imgui_color.h"
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
  const auto left = static_cast<float>(at.x);
  const auto top = static_cast<float>(at.y);
  list.PushTextureID(texture_id(kLogoTexture));
  list.PrimReserve(6, 4);
  list.PrimRectUV({left, top}, {left + static_cast<float>(size.width), top + static_cast<float>(size.height)},
                  {0, 0}, {1, 1}, imgui_color(rgb(0xffffff)));
  list.PopTextureID();
}

Texture LogoTexture::texture() const {
  return {nullptr, {shown_.size.width, shown_.size.height}, 0, shown_.pixels.data()};
}

}  // namespace tertulia::ui
