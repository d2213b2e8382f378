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
  // Lights a panel for each wish, as far as they are there: place_panels() says which. The others stay unlit:
  // nothing of them is seen until look_again() finds their panels. `path` empty: the first card in /dev/dri
  // that has panels connected, else the first one that can have some. Errors: no card, no right to use it,
  // another program has it; each says what to do.
  [[nodiscard]] static Result<std::unique_ptr<Card>> open(const std::string& path,
                                                          std::span<const PanelWish> wishes);
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
  ~Card();

  // Of an unlit one: of the size that is wished, or of some size.
  [[nodiscard]] const Display& panel(int index) const;
  // Why screens are unlit, and what to do; empty: all are lit.
  [[nodiscard]] std::string why_unlit() const;

  // Copies the damaged rectangles of a full picture to the panel. Does nothing for an unlit one.
  Outcome show(int panel, PixelView view, std::span<const Rect> damage);

  // To be called when a panel was plugged in or out. Lights the connected panels, except those that are to be
  // dark; unlit ones get panels that are there now. Returns the connected ones: show their pictures again,
  // and note that their size may have changed.
  [[nodiscard]] std::vector<int> look_again();

  // See Window::set_power.
  Outcome set_power(int panel, Power power);

 private:
  struct Slot {
    PanelWish wish;
    Display unlit;
    std::unique_ptr<Output> output = nullptr;  // null: unlit
    Power power = Power::kOn;
  };

  Card(Descriptor descriptor, std::span<const PanelWish> wishes);
  // Lights what is unlit, as far as it can. Errors: a panel cannot be lit.
  Outcome light();
  [[nodiscard]] Slot& slot(int panel) { return slots_[static_cast<std::size_t>(panel)]; }

  Descriptor descriptor_;  // outlives the outputs
  std::vector<Slot> slots_;
};

}  // namespace tertulia
