// SPDX-License-Identifier: Apache-2.0
// The lists on one screen and the finger on them: tells a drag from a tap. One for each Glass; main thread.
//
// - A finger that moves along a list by more than the tap radius moves the list; buttons then see it leave.
// - A finger that comes down on a moving list stops it and presses nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/ports/geometry.h"
#include "ui/motion/scroll.h"
#include "ui/theme/look.h"
#include "ui/touch/touch_feed.h"

namespace tertulia::ui {

struct ListOnGlass {
  std::string_view name;  // on its page
  Rect area;              // pixels of the glass
  Extent extent;
  std::optional<float> focus;  // the offset that shows what matters now; a new one moves the list
};

class Lists {
 public:
  explicit Lists(Motion motion) : motion_(motion) {}

  void set_tap_radius(float pixels) { tap_radius_ = pixels; }
  // Says which page is shown. A list belongs to its page. The finger that is down belongs to no list of the
  // new page.
  void turn_to(std::string_view page);
  // The pointer as buttons may see it, before they are drawn. `time` is when the touch happened.
  [[nodiscard]] Pointer follow(const Pointer& pointer, BootTime time);

  void begin_frame() {
    shown_.clear();
    left_.clear();
  }
  // From now until the next frame no list takes a finger that comes down there.
  void leave(const Rect& area) { left_.push_back(area); }
  // The offset to draw the list with, in whole pixels. From now until the next frame the list takes the
  // finger.
  [[nodiscard]] float offset_of(const ListOnGlass& list, BootTime now);
  void send(std::string_view name, float offset, BootTime now);
  [[nodiscard]] bool is_moving() const;
  // The areas of the lists that have moved since the last call.
  [[nodiscard]] std::vector<Rect> take_moved() { return std::exchange(moved_, {}); }
  // Forgets all lists and the finger.
  void clear();

 private:
  struct Shown {
    std::string key;
    Rect area;
    Extent extent;
  };
  struct ListState {
    Scroll scroll;
    std::optional<float> focus;
    float shown = 0;  // offset in the last picture
  };
  struct Grip {  // a finger on a list
    Shown list;
    Point last;
    bool drags = false;
  };

  [[nodiscard]] std::string key_of(std::string_view name) const;
  [[nodiscard]] Scroll settled(const Scroll& scroll, const Extent& extent) const;
  void take(const Point& at, BootTime time);
  void drag(const Point& to, BootTime time);
  void release(const Pointer& pointer, BootTime time);

  Motion motion_;
  float tap_radius_ = 12;
  std::string page_;
  std::map<std::string, ListState> states_;
  std::vector<Shown> shown_;  // in the last frame
  std::vector<Rect> left_;    // in which fingers take hold of something else
  std::vector<Rect> moved_;
  std::optional<Grip> grip_;
  bool down_ = false;
};

}  // namespace tertulia::ui
