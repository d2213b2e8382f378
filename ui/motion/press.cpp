// SPDX-License-Identifier: Apache-2.0
#include "ui/motion/press.h"

#include <algorithm>

#include "ui/motion/ease.h"

namespace tertulia::ui {

float depth_of(const Press& press, BootTime now) {
  const float goal = press.finger == Finger::kOn ? 1.0F : 0.0F;
  return press.from + (goal - press.from) * progress(press.since, kPressTime, now);
}

Press touched(const Press& press, Finger finger, BootTime now) {
  return finger == press.finger ? press : Press{finger, depth_of(press, now), now};
}

bool is_moving(const Press& press, BootTime now) { return !is_over(press.since, kPressTime, now); }

float Presses::depth(std::uint32_t button, Finger finger, BootTime now) {
  auto entry = std::find_if(entries_.begin(), entries_.end(),
                            [button](const Entry& each) { return each.button == button; });
  if (entry == entries_.end()) {
    if (finger == Finger::kOff) return 0;
    entry = entries_.insert(entries_.end(), {button, {finger, 0, now}});
  }
  entry->press = touched(entry->press, finger, now);
  entry->is_drawn = true;
  return depth_of(entry->press, now);
}

bool Presses::end_frame(BootTime now) {
  std::erase_if(entries_, [now](const Entry& each) {
    return !each.is_drawn || (each.press.finger == Finger::kOff && !is_moving(each.press, now));
  });
  for (Entry& entry : entries_) entry.is_drawn = false;
  return std::any_of(entries_.begin(), entries_.end(),
                     [now](const Entry& each) { return is_moving(each.press, now); });
}

}  // namespace tertulia::ui
