// SPDX-License-Identifier: Apache-2.0
// Turns the contacts of a touch panel (or a mouse button) into the one finger that a screen follows.
//
// - Only the first finger counts.
// - A second finger cancels it, and nothing counts until all fingers are gone: two fingers or a palm never
// press anything.
// - One tracker for each screen. A value.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "firmware/ports/window.h"

namespace tertulia {

// kLost: the end of the contact was not seen (device unplugged, a palm). It must not press anything.
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

  // Takes the next contact in the order of time and returns the touch that the screen gets, if any.
  //
  // The kernel reports a coordinate only when it changes, so the first taps after a start may show 0 although
  // the finger was elsewhere. Until one contact has proved both coordinates, a press at 0 waits for a
  // movement.
  [[nodiscard]] std::optional<Touch> apply(const Contact& contact);

 private:
  enum class State {
    kFree,       // no finger that counts
    kDoubtful,   // one finger, its position is not known yet
    kFollowing,  // one finger, which the screen follows
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
