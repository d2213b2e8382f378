// SPDX-License-Identifier: Apache-2.0
// The lists of one glass and the finger on them: tells a drag from a tap. Kept by the glass; main thread.
//
// A finger that moves along a list by more than a slip gives up its press and moves the list; the buttons
// then see it leave. A finger that comes down on a list that runs stops it and presses nothing.
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

  void set_slip(float pixels) { slip_ = pixels; }
  // Lists are known by their page; the finger that is down belongs to none of the new one.
  void turn_to(std::string_view page);
  // What the buttons may see of the pointer, before they are drawn. `time`: of its touch.
  [[nodiscard]] Pointer follow(const Pointer& pointer, BootTime time);

  void begin_frame() { shown_.clear(); }
  // The offset to draw it with, in whole pixels; the list takes the finger until the next frame.
  [[nodiscard]] float offset_of(const ListOnGlass& list, BootTime now);
  void send(std::string_view name, float offset, BootTime now);
  [[nodiscard]] bool is_moving() const;
  // Where lists stand at another offset than when this was last asked.
  [[nodiscard]] std::vector<Rect> take_moved() { return std::exchange(moved_, {}); }
  // Forgets every place, and the finger.
  void clear();

 private:
  struct Shown {
    std::string key;
    Rect area;
    Extent extent;
  };
  struct Place {
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
  float slip_ = 12;
  std::string page_;
  std::map<std::string, Place> places_;
  std::vector<Shown> shown_;  // in the last frame
  std::vector<Rect> moved_;
  std::optional<Grip> grip_;
  bool down_ = false;
};

}  // namespace tertulia::ui
