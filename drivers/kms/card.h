// SPDX-License-Identifier: Apache-2.0
// A graphics card without a desktop: its connected panels, each with one picture in memory that it scans out.
// Main thread. Puts the console's picture back at the end.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "drivers/kms/output.h"
#include "drivers/wait/waiter.h"
#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct PanelWish {
  std::string connector;  // "HDMI-A-1", "DSI-1"; empty: the next connected one
  Size size;              // {0, 0}: the panel's own
};

class Card {
 public:
  // One panel per wish, in their order. `path` empty: the first card of /dev/dri with panels. Errors: no
  // card, no rights, no such panel or size; each names the cure.
  [[nodiscard]] static Result<std::unique_ptr<Card>> open(const std::string& path,
                                                          std::span<const PanelWish> wishes);
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
  ~Card();

  [[nodiscard]] const Panel& panel(int index) const { return output(index).panel(); }

  // Copies the damaged rectangles of a full picture to the panel.
  Outcome show(int panel, PixelView view, std::span<const Rect> damage);

  // After news of plugs: lights what is plugged in, but for panels that are to be dark. Returns those that
  // are there: what they show has to be shown again, and they may have another size.
  [[nodiscard]] std::vector<int> look_again();

  // See Window::set_power.
  Outcome set_power(int panel, Power power);

 private:
  explicit Card(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
  Outcome light(std::span<const PanelWish> wishes);
  [[nodiscard]] const Output& output(int panel) const { return outputs_[static_cast<std::size_t>(panel)]; }

  Descriptor descriptor_;  // outlives the outputs
  std::vector<Output> outputs_;
  std::vector<Power> powers_;  // as many as outputs
};

}  // namespace tertulia
