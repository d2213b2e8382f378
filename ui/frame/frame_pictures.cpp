// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <imgui.h>

#include "ui/drawing/logo_texture.h"
#include "ui/drawing/picture_textures.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {
namespace {

constexpr float kPlateMargin = 7;  // around the logo, also above and below the box
constexpr float kPlateRadius = 10;

int whole(float pixels) { return static_cast<int>(std::lround(pixels)); }

Size size_in(const LogoTexture& logo, const Box& box, float margin) {
  return logo.size_in({std::max(1, whole(box.w - 2 * margin)), std::max(1, whole(box.h))});
}

}  // namespace

float Frame::logo_width(const Box& box, Color ground) const {
  if (parts_.logo == nullptr || !parts_.logo->exists() || box.w < 1 || box.h < 1) return 0;
  const float margin = parts_.logo->plate_on(ground) ? std::round(px(kPlateMargin)) : 0;
  return static_cast<float>(size_in(*parts_.logo, box, margin).width) + 2 * margin;
}

void Frame::logo(const Box& box, Color ground) {
  const float width = logo_width(box, ground);
  if (width <= 0) return;
  const auto plate = parts_.logo->plate_on(ground);
  const float margin = plate ? std::round(px(kPlateMargin)) : 0;
  const Size size = size_in(*parts_.logo, box, margin);
  const auto height = static_cast<float>(size.height);
  const Box at{std::round(box.x), std::round(box.y + (box.h - height) / 2), width, height};
  if (plate) fill({at.x, at.y - margin, width, height + 2 * margin}, *plate, px(kPlateRadius));
  const Box on_glass = placed(at);
  const Point corner{whole(on_glass.x + margin), whole(on_glass.y)};
  parts_.logo->draw(parts_.list, corner, size);
  if (parts_.written == nullptr) return;
  const Rect area{corner.x, corner.y, corner.x + size.width, corner.y + size.height};
  parts_.written->push_back({"the logo", area, area, plate.value_or(ground)});
}

void Frame::picture(const Box& box, const PackedPicture& picture, float radius) {
  if (parts_.pictures == nullptr || !picture.exists() || box.w < 1 || box.h < 1) return;
  const PictureSize size = tertulia::fitted(picture.size(), {whole(box.w), whole(box.h)});
  const auto width = static_cast<float>(size.width);
  const auto height = static_cast<float>(size.height);
  const Box at = placed(box.centred(width, height));
  const ImVec2 from = parts_.list.GetClipRectMin();
  const ImVec2 to = parts_.list.GetClipRectMax();
  if (at.x >= to.x || at.y >= to.y || at.x + at.w <= from.x || at.y + at.h <= from.y) return;
  const Point corner{whole(at.x), whole(at.y)};
  const Rect area{corner.x, corner.y, corner.x + size.width, corner.y + size.height};
  parts_.pictures->draw(parts_.list, picture, area, whole(px(radius)));
}

}  // namespace tertulia::ui
