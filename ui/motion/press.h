// SPDX-License-Identifier: Apache-2.0
// How deep each button is pressed in: it gives under the finger and comes back afterwards. One entry for each
// button that is held or comes back. A button is known by a number, because its name may be an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/domain/time.h"

namespace tertulia::ui {

enum class Finger { kOff, kOn };

struct Press {
  Finger finger = Finger::kOff;
  float from = 0;  // depth when the finger came or went
  BootTime since{};
  friend bool operator==(const Press&, const Press&) = default;
};

// 0: not pressed; 1: all the way in.
[[nodiscard]] float depth_of(const Press& press, BootTime now);
[[nodiscard]] Press touched(const Press& press, Finger finger, BootTime now);
[[nodiscard]] bool is_moving(const Press& press, BootTime now);

class Presses {
 public:
  // To be called once a frame for each button that is drawn.
  [[nodiscard]] float depth(std::uint32_t button, Finger finger, BootTime now);
  // Forgets buttons that do not move and those that the frame did not draw. True while a button moves.
  [[nodiscard]] bool end_frame(BootTime now);
  void clear() { entries_.clear(); }

 private:
  struct Entry {
    std::uint32_t button = 0;
    Press press;
    bool is_drawn = true;
  };
  std::vector<Entry> entries_;
};

}  // namespace tertulia::ui
