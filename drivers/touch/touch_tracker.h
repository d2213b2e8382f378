// SPDX-License-Identifier: Apache-2.0
// Turns the contacts of a touch panel (or a mouse button) into the one finger that a screen follows.
//
// - The screen follows the finger that came last. A finger that comes while others rest is told apart
//   (TouchKind::kAnother): on a keyboard two thumbs overlap, and anywhere else two fingers press nothing.
// - Two fingers within kPalm are a palm. Nothing counts until all fingers are gone.
// - A finger that rests for kDirt without moving is dirt: water, a bag, a sleeve. It is ignored until it is
//   gone, and other fingers count as if it was not there.
// - One tracker for each screen. A value.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "firmware/ports/window.h"

namespace tertulia {

// kLost: the end of the contact was not seen (device unplugged, a palm). It must not press anything.
enum class ContactKind { kDown, kMove, kUp, kLost };

struct TouchContact {
  ContactKind kind = ContactKind::kDown;
  std::int64_t finger = 0;  // the same from down to up
  Point at;                 // pixels of the screen
  BootTime time{};
  friend bool operator==(const TouchContact&, const TouchContact&) = default;
};

class TouchTracker {
 public:
  static constexpr BootTime kPalm = std::chrono::milliseconds(20);
  static constexpr BootTime kDirt = std::chrono::seconds(10);

  explicit TouchTracker(int screen) : screen_(screen) {}

  // Takes the next contact in the order of time and returns the touch that the screen gets, if any. Before
  // it, expire() is to be called with the time of the contact.
  //
  // The kernel reports a coordinate only when it changes, so the first taps after a start may show 0 although
  // the finger was elsewhere. Until one contact has proved both coordinates, a press at 0 waits for a
  // movement.
  [[nodiscard]] std::optional<Touch> apply(const TouchContact& contact);

  // Takes for dirt what has rested long enough. Returns the end of the touch that the screen follows, if it
  // was that.
  [[nodiscard]] std::optional<Touch> expire(BootTime now);
  // When expire() next takes something for dirt; none: nothing rests on the glass.
  [[nodiscard]] std::optional<BootTime> due() const;
  [[nodiscard]] bool has_dirt() const { return !dirt_.empty(); }

 private:
  enum class State {
    kFree,       // no finger that counts
    kDoubtful,   // one finger, its position is not known yet
    kFollowing,  // the screen follows followed_
    kResting,    // that finger was lifted, others are still there
    kIgnoring    // a palm; until all fingers are up
  };
  struct Finger {
    std::int64_t id = 0;
    Point rests_at;
    BootTime since{};  // when it came to rest there
  };

  std::optional<Touch> press(const TouchContact& contact);
  std::optional<Touch> move(const TouchContact& contact);
  std::optional<Touch> lift(const TouchContact& contact);
  std::optional<Touch> follow(TouchKind kind, const TouchContact& contact);
  void note_rest(const TouchContact& contact);
  void leave(std::int64_t finger);
  [[nodiscard]] bool is_followed(std::int64_t finger) const {
    return state_ == State::kFollowing && followed_ == finger;
  }

  int screen_;
  State state_ = State::kFree;
  bool is_proved_ = false;
  std::int64_t followed_ = 0;
  Point last_;                   // where it was
  BootTime last_press_{};        // of any finger
  std::vector<Finger> fingers_;  // on the glass, in order of arrival; without dirt
  std::vector<std::int64_t> dirt_;
};

}  // namespace tertulia
