// SPDX-License-Identifier: Apache-2.0
// From touches to what ImGui understands: one transition a frame (1.86 has no input queue), the position
// before the press, the pointer gone one frame after the release. Pure but for its queue; main thread.
#pragma once

#include <deque>
#include <optional>
#include <span>

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

  // Another step would change the pointer.
  [[nodiscard]] bool has_more() const { return !queue_.empty() || releasing_; }
  // The pointer for the next frame; the same as before when there is no more.
  Pointer step();

  // Of the touch that the pointer shows.
  [[nodiscard]] BootTime time() const { return time_; }

  // The page changed: a contact that is down, and those that begin before `until`, are ignored to their end.
  void ignore_until(BootTime until);
  void clear();

 private:
  Pointer begin(const Touch& touch);

  std::deque<Touch> queue_;
  Pointer pointer_;
  BootTime time_{};
  bool hovering_ = false;   // the position was shown, the press comes next
  bool releasing_ = false;  // the release was shown, the pointer leaves next
  bool ignoring_ = false;   // the contact that is down counts for nothing
  BootTime ignore_until_{};
};

}  // namespace tertulia::ui
