// SPDX-License-Identifier: Apache-2.0
// A hand and an eye on one real window of an X display: finds the window by its title, presses through XTest
// as a pointing device would, reads pixels back.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/robot/stuck.h"

namespace tertulia::robot {

struct Place {  // pixels of the window
  int x = 0, y = 0;
};
struct Area {  // pixels of the window
  int x = 0, y = 0, width = 0, height = 0;
};

class Hand {
 public:
  // The window whose title ends with `title`; waits until it is mapped. `display` empty: $DISPLAY. Throws
  // Stuck.
  Hand(const std::string& display, const std::string& title, Milliseconds patience);
  ~Hand();
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;

  void tap(Place at);
  void press(Place at);
  void lift();
  [[nodiscard]] std::vector<std::uint32_t> look(const Area& area);  // rows of 0xRRGGBB
  [[nodiscard]] Area whole();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tertulia::robot
