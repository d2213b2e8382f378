// SPDX-License-Identifier: Apache-2.0
#include "ui/glass/painter.h"

#include "ui/glass/glass.h"

namespace tertulia::ui {

struct GlassPainter::Parts {
  explicit Parts(Fonts& fonts) : texts(fonts) {}
  TextPainter texts;
  std::vector<std::unique_ptr<Glass>> glasses;
};

GlassPainter::GlassPainter(Fonts& fonts, const std::vector<Screen>& screens, std::span<const Look> looks)
    : parts_(std::make_unique<Parts>(fonts)) {
  for (std::size_t i = 0; i < screens.size(); ++i)
    parts_->glasses.push_back(
        std::make_unique<Glass>(parts_->texts, screens[i], i < looks.size() ? looks[i] : Look{}));
}

GlassPainter::~GlassPainter() = default;

Painted GlassPainter::paint(int screen, const View& view, std::span<const Touch> touches, const Now& now) {
  return parts_->glasses.at(static_cast<std::size_t>(screen))->paint(view, touches, now);
}

std::vector<Target> GlassPainter::targets(int screen) const {
  return parts_->glasses.at(static_cast<std::size_t>(screen))->targets();
}

void GlassPainter::reset(int screen) { parts_->glasses.at(static_cast<std::size_t>(screen))->reset(); }

void GlassPainter::resize(int screen, const Screen& geometry) {
  parts_->glasses.at(static_cast<std::size_t>(screen))->resize(geometry);
}

}  // namespace tertulia::ui
