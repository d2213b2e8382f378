// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/side_clocks.h"

#include <algorithm>

namespace tertulia {
namespace {

SideClock* clock_in(ShownNow& shown, std::string_view label) {
  const auto found = std::find_if(shown.clocks.begin(), shown.clocks.end(),
                                  [&](const SideClock& clock) { return clock.label == label; });
  return found == shown.clocks.end() ? nullptr : &*found;
}

}  // namespace

const SideClock* find_clock(const ShownNow& shown, std::string_view label) {
  const auto found = std::find_if(shown.clocks.begin(), shown.clocks.end(),
                                  [&](const SideClock& clock) { return clock.label == label; });
  return found == shown.clocks.end() ? nullptr : &*found;
}

bool is_counting(const SideClock& clock) { return !clock.left.anchor.boot_id.empty(); }

ShownNow with_clock(ShownNow shown, std::string_view label, Milliseconds length, const Now& now) {
  if (std::find(kSideClocks.begin(), kSideClocks.end(), label) == kSideClocks.end()) return shown;
  shown = without_clock(std::move(shown), label);
  shown.clocks.push_back({std::string(label), length, counting(length, now)});
  std::sort(shown.clocks.begin(), shown.clocks.end(),
            [](const SideClock& one, const SideClock& other) { return one.label < other.label; });
  return shown;
}

ShownNow with_clock_paused(ShownNow shown, std::string_view label, const Now& now) {
  if (SideClock* clock = clock_in(shown, label)) clock->left = {{}, left_at(clock->left, now)};
  return shown;
}

ShownNow with_clock_going_on(ShownNow shown, std::string_view label, const Now& now) {
  if (SideClock* clock = clock_in(shown, label); clock && !is_counting(*clock))
    clock->left = counting(clock->left.left, now);
  return shown;
}

ShownNow without_clock(ShownNow shown, std::string_view label) {
  std::erase_if(shown.clocks, [&](const SideClock& clock) { return clock.label == label; });
  return shown;
}

}  // namespace tertulia
