// SPDX-License-Identifier: Apache-2.0
// Turns touches into the pointer that ImGui understands. Main thread.
//
// - One transition a frame: ImGui 1.86 has no input queue.
// - The position comes before the press. The pointer leaves one frame after the release.
// - Another finger on a key lifts the finger that rests on a key: thumbs that type overlap. Anywhere else it
//   cancels the contact, and counts for nothing itself.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "firmware/ports/window.h"

namespace tertulia::ui {

// The pointer for one frame.
struct Pointer {
  std::optional<Point> at;  // none: away
  bool down = false;
  friend bool operator==(const Pointer&, const Pointer&) = default;
};

class TouchFeed {
 public:
  void add(std::span<const Touch> touches);

  // Another call of next() would change the pointer.
  [[nodiscard]] bool has_more() const { return !queue_.empty() || releasing_; }
  // The pointer for the next frame; the same as before when there is no more.
  Pointer next();

  // Where the keys of a keyboard are in the last frame.
  void set_keys(std::vector<Rect> keys) { keys_ = std::move(keys); }

  // When the touch happened that the pointer shows.
  [[nodiscard]] BootTime time() const { return time_; }

  // The page changed: ignores the contact that is down and those that begin before `until`, each to its end.
  void ignore_until(BootTime until);
  void clear();

 private:
  Pointer begin(const Touch& touch);
  Pointer end(std::optional<Point> at);
  [[nodiscard]] bool is_key(Point at) const;

  std::deque<Touch> queue_;
  Pointer pointer_;
  BootTime time_{};
  bool hovering_ = false;   // the position was shown, the press comes next
  bool releasing_ = false;  // the release was shown, the pointer leaves next
  bool ignoring_ = false;   // the contact that is down counts for nothing
  BootTime ignore_until_{};
  std::vector<Rect> keys_;
  bool is_on_key_ = false;  // the contact that is down began on a key
};

}  // namespace tertulia::ui
