// SPDX-License-Identifier: Apache-2.0
#include "ui/painter.h"

#include "ui/glass.h"

namespace tertulia::ui {

struct GlassPainter::House {
  explicit House(Fonts& fonts) : texts(fonts) {}
  TextPainter texts;
  std::vector<std::unique_ptr<Glass>> glasses;
};

GlassPainter::GlassPainter(Fonts& fonts, const std::vector<Screen>& screens, std::span<const Look> looks)
    : house_(std::make_unique<House>(fonts)) {
  for (std::size_t i = 0; i < screens.size(); ++i)
    house_->glasses.push_back(
        std::make_unique<Glass>(house_->texts, screens[i], i < looks.size() ? looks[i] : Look{}));
}

GlassPainter::~GlassPainter() = default;

Painted GlassPainter::paint(int screen, const View& view, std::span<const Touch> touches, const Now& now) {
  return house_->glasses.at(static_cast<std::size_t>(screen))->paint(view, touches, now);
}

std::vector<Target> GlassPainter::targets(int screen) const {
  return house_->glasses.at(static_cast<std::size_t>(screen))->targets();
}

void GlassPainter::reset(int screen) { house_->glasses.at(static_cast<std::size_t>(screen))->reset(); }

void GlassPainter::resize(int screen, const Screen& geometry) {
  house_->glasses.at(static_cast<std::size_t>(screen))->resize(geometry);
}

}  // namespace tertulia::ui
