// SPDX-License-Identifier: Apache-2.0
// A page that leaves and the one that comes, side by side: the picture between two pages. Works on pixels, so
// a frame of it costs the copying of one picture, whatever is on it. Holds a picture only while it runs and
// overwrites it then: it may show an answer.
#pragma once

#include <cstdint>

#include "firmware/domain/time.h"
#include "firmware/ports/window.h"
#include "ui/text/wipe.h"

namespace tertulia::ui {

enum class Way { kToTheLeft, kToTheRight };  // of both pages over the glass

class Slide {
 public:
  void start(PixelView leaving, Way way, BootTime now);
  // No picture is left of it.
  void stop();
  [[nodiscard]] bool is_running() const { return !pixels_.empty(); }
  [[nodiscard]] bool is_over(BootTime now) const;
  // While it runs. Valid until the next call of anything here.
  [[nodiscard]] PixelView picture(PixelView arriving, BootTime now);

 private:
  PrivateVector<std::uint32_t> pixels_;  // what is left of the leaving page, and what has come of the other
  Size size_;
  Way way_ = Way::kToTheLeft;
  BootTime since_{};
  int gone_ = 0;  // columns of the leaving page that are off the glass
};

}  // namespace tertulia::ui
