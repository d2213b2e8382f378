// SPDX-License-Identifier: Apache-2.0
#include "ui/glass/painter.h"

#include "ui/glass/glass.h"

namespace tertulia::ui {

namespace {

// A title in a rare script stands for one session; then its font is given back. Its glyphs and layouts are
// kept, so that a font that is still seen is not opened again for each picture.
constexpr BootTime kBetweenTidying = std::chrono::minutes(5);

}  // namespace

struct GlassPainter::Parts {
  explicit Parts(Fonts& all) : fonts(all), texts(all) {}

  void tidy(BootTime now) {
    if (now < next_tidying) return;
    next_tidying = now + kBetweenTidying;
    fonts.close_unused();
  }

  Fonts& fonts;
  TextPainter texts;
  std::vector<std::unique_ptr<Glass>> glasses;
  BootTime next_tidying{};
};

GlassPainter::GlassPainter(Fonts& fonts, const std::vector<Screen>& screens, std::span<const Look> looks)
    : parts_(std::make_unique<Parts>(fonts)) {
  for (std::size_t i = 0; i < screens.size(); ++i)
    parts_->glasses.push_back(
        std::make_unique<Glass>(parts_->texts, screens[i], i < looks.size() ? looks[i] : Look{}));
}

GlassPainter::~GlassPainter() = default;

Painted GlassPainter::paint(int screen, const View& view, std::span<const Touch> touches, const Now& now) {
  parts_->tidy(now.boot);
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
