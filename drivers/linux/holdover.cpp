// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/holdover.h"

namespace tertulia {

Now Holdover::judge(const Now& kernel) {
  constexpr std::int64_t kMillion = 1'000'000;
  const std::scoped_lock lock(mutex_);
  if (kernel.quality == ClockQuality::kSynced) {
    good_ = kernel;
    return kernel;
  }
  if (!good_ || good_->boot_id != kernel.boot_id || kernel.boot < good_->boot) return kernel;
  const auto since = std::chrono::duration_cast<Milliseconds>(kernel.boot - good_->boot);
  Now held = kernel;
  held.wall = good_->wall + since;
  held.quality = good_->quality;
  held.error = good_->error + Milliseconds(since.count() / kMillion * kHoldoverPartsPerMillion +
                                           since.count() % kMillion * kHoldoverPartsPerMillion / kMillion);
  return held;
}

void Holdover::set_by_hand(const Now& kernel, WallTime wall) {
  if (kernel.quality == ClockQuality::kSynced) return;
  const std::scoped_lock lock(mutex_);
  good_ = {wall, kernel.boot, kernel.boot_id, ClockQuality::kOperator, kErrorByHand};
}

}  // namespace tertulia
