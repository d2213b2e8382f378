// SPDX-License-Identifier: Apache-2.0
// A graphics card without a desktop: its connected panels, each with one picture in memory. Main thread. At
// its end the picture of the console comes back.
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
  // Opens one panel for each wish, in their order. `path` empty: the first card in /dev/dri that has panels.
  // Errors: no card, no right to use it, no such panel or size; each says what to do.
  [[nodiscard]] static Result<std::unique_ptr<Card>> open(const std::string& path,
                                                          std::span<const PanelWish> wishes);
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
  ~Card();

  [[nodiscard]] const Display& panel(int index) const { return output(index).panel(); }

  // Copies the damaged rectangles of a full picture to the panel.
  Outcome show(int panel, PixelView view, std::span<const Rect> damage);

  // To be called when a panel was plugged in or out. Lights the connected panels, except those that are to be
  // dark. Returns the connected ones: show their pictures again, and note that their size may have changed.
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
