// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/status/status.h"

#include <algorithm>

namespace tertulia {

void StatusWatch::hurry(BootTime now) {
  due_ = std::min(due_, asked_ ? std::max(now, *asked_ + kStatusPause) : now);
}

bool StatusWatch::is_due(BootTime now) {
  if (now < due_) return false;
  asked_ = now;
  due_ = now + kStatusInterval;
  return true;
}

}  // namespace tertulia
