// SPDX-License-Identifier: Apache-2.0
#include "ui/hold.h"

namespace tertulia::ui {

void Hold::follow(const Pointer& pointer, BootTime now) {
  now_ = now;
  wake_.reset();
  if (pointer.down && !is_down_) {
    due_ = now + kLongPress;
    is_spent_ = false;
  }
  is_down_ = pointer.down;
}

bool Hold::is_due() {
  if (!is_down_) return false;
  const bool is_due = now_ >= due_;
  if (is_due) {
    is_spent_ = true;
    due_ = now_ + kRepeat;
  }
  wake_ = due_;
  return is_due;
}

}  // namespace tertulia::ui
