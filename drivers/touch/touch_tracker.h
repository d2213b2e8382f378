// SPDX-License-Identifier: Apache-2.0
// From the contacts of a touch panel (or a mouse button) to the one finger that a screen listens to.
//
// Only the first finger counts. A second one cancels it, and nothing follows until the glass is free: two
// fingers, or a palm, never press anything. One tracker per screen; a value, no thread of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "firmware/ports/window.h"

namespace tertulia {

// kLost: the finger's end was not seen (device unplugged, a palm); it must not press anything.
enum class ContactKind { kDown, kMove, kUp, kLost };

struct Contact {
  ContactKind kind = ContactKind::kDown;
  std::int64_t finger = 0;  // the same from down to up
  Point at;                 // pixels of the screen
  BootTime time{};
  friend bool operator==(const Contact&, const Contact&) = default;
};

class TouchTracker {
 public:
  explicit TouchTracker(int screen) : screen_(screen) {}

  // The next contact in order of time; what the screen hears of it, if anything.
  //
  // The kernel reports a coordinate only when it changes, so the first taps after a start may show 0 where
  // the finger was all the time before. Until one contact has proved both coordinates, a down at 0 waits for
  // a move.
  [[nodiscard]] std::optional<Touch> apply(const Contact& contact);

 private:
  enum class State {
    kFree,       // nothing on the glass that matters
    kDoubtful,   // one finger, place not known yet
    kFollowing,  // one finger, heard
    kIgnoring    // more than one finger was there; until all are up
  };

  std::optional<Touch> press(const Contact& contact);
  std::optional<Touch> move(const Contact& contact);
  std::optional<Touch> lift(const Contact& contact);
  std::optional<Touch> follow(TouchKind kind, const Contact& contact);
  [[nodiscard]] bool is_first(std::int64_t finger) const {
    return !fingers_.empty() && fingers_.front() == finger;
  }

  int screen_;
  State state_ = State::kFree;
  bool is_proved_ = false;
  Point last_;
  std::vector<std::int64_t> fingers_;  // on the glass, in order of arrival
};

}  // namespace tertulia
