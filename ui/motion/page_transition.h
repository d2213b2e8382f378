// SPDX-License-Identifier: Apache-2.0
// The movement from one page to the next: both side by side. It works on pixels, so a frame costs the copying
// of one picture. It holds a picture only while it runs and overwrites it afterwards, because the picture may
// show an answer.
#pragma once

#include <cstdint>

#include "firmware/domain/time.h"
#include "firmware/ports/window.h"
#include "ui/text/wipe.h"

namespace tertulia::ui {

enum class Way { kToTheLeft, kToTheRight };  // the direction in which both pages move

class PageTransition {
 public:
  void start(PixelView leaving, Way way, BootTime now);
  // Ends it and overwrites the picture.
  void stop();
  [[nodiscard]] bool is_running() const { return !pixels_.empty(); }
  [[nodiscard]] bool is_over(BootTime now) const;
  // The picture to show; only while it runs. Valid until the next call of any function here.
  [[nodiscard]] PixelView picture(PixelView arriving, BootTime now);

 private:
  PrivateVector<std::uint32_t> pixels_;  // what is left of the leaving page, and what has come of the other
  Size size_;
  Way way_ = Way::kToTheLeft;
  BootTime since_{};
  int gone_ = 0;  // columns of the leaving page that are off the glass
};

}  // namespace tertulia::ui
