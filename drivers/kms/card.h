// SPDX-License-Identifier: Apache-2.0
// A graphics card without a desktop: its connected panels, each with one picture in memory that it scans out.
// Main thread. Puts the console's picture back at the end.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct PanelWish {
  std::string connector;  // "HDMI-A-1", "DSI-1"; empty: the next connected one
  Size size;              // {0, 0}: the panel's own
};

class Card {
 public:
  struct Panel {
    std::string connector;
    Size size;
    int width_in_mm = 0;  // 0: the panel does not tell
  };

  // One panel per wish. `path` empty: the first card of /dev/dri with panels. Errors: no card, no rights, no
  // such panel or size; each names the cure.
  [[nodiscard]] static Result<std::unique_ptr<Card>> open(const std::string& path,
                                                          std::span<const PanelWish> wishes);
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
  ~Card();

  [[nodiscard]] const std::vector<Panel>& panels() const { return panels_; }

  // Copies the damaged rectangles of a full picture to the panel.
  Outcome show(int panel, PixelView view, std::span<const Rect> damage);

 private:
  struct State;
  Card();
  Outcome light(std::span<const PanelWish> wishes);

  std::unique_ptr<State> state_;
  std::vector<Panel> panels_;
};

}  // namespace tertulia
