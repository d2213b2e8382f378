// SPDX-License-Identifier: Apache-2.0
#include "ui/touch/hold.h"

namespace tertulia::ui {

void Hold::follow(const Pointer& pointer, BootTime now) {
  now_ = now;
  wake_.reset();
  if (pointer.down && !is_down_) {
    since_ = now;
    due_ = now + kLongPress;
    is_spent_ = false;
  }
  is_down_ = pointer.down;
}

bool Hold::is_down_for(BootTime time) {
  if (!is_down_ || is_spent_) return false;
  is_spent_ = now_ >= since_ + time;
  if (!is_spent_) wake_ = since_ + time;
  return is_spent_;
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
