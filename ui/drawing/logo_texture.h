// SPDX-License-Identifier: Apache-2.0
// The programme's logo on one screen: scaled once to the size in which the screen shows it, and what it needs
// under it. Nothing is computed while size and ground stay the same. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "firmware/domain/logo.h"
#include "firmware/ports/geometry.h"
#include "ui/raster/texture.h"
#include "ui/theme/theme.h"

struct ImDrawList;

namespace tertulia::ui {

class LogoTexture {
 public:
  // Null: the programme has none.
  explicit LogoTexture(std::shared_ptr<const Logo> logo) : logo_(std::move(logo)) {}

  [[nodiscard]] bool exists() const { return logo_ != nullptr; }
  // Only when it exists:
  [[nodiscard]] Size size_in(Size box) const;
  [[nodiscard]] std::optional<Color> plate_on(Color ground);
  // One size in a frame.
  void draw(ImDrawList& list, Point at, Size size);

  // Of the size drawn last; valid until the next draw().
  [[nodiscard]] Texture texture() const;

 private:
  struct Plate {
    Color ground;
    std::optional<Color> color;
  };

  std::shared_ptr<const Logo> logo_;
  Logo shown_;
  std::optional<Plate> plate_;  // on the ground asked for last
};

}  // namespace tertulia::ui
