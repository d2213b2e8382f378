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
  held.error = Milliseconds(since.count() / kMillion * kHoldoverPartsPerMillion +
                            since.count() % kMillion * kHoldoverPartsPerMillion / kMillion);
  return held;
}

}  // namespace tertulia
