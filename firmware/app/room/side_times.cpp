// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/side_times.h"

#include "firmware/app/room/room_now.h"

namespace tertulia {

std::string side_label(const Catalogue& words, std::string_view label) {
  if (label == kIntervention)
    // translators: somebody in the room has the floor for a short time; a clock counts it
    return words.text("Intervention");
  // translators: a working group, whose time a clock counts: “Group 2”
  return fill(words.text("Group {number}"), {{"number", std::string(label)}});
}

SideTime side_time(const Catalogue& words, const SideClock& clock, const Now& now) {
  constexpr int kAmberPart = 5;
  const Milliseconds left = left_at(clock.left, now);
  SideTime time{side_label(words, clock.label), countdown_text(left), Tone::kCalm};
  if (!is_counting(clock))
    time.tone = Tone::kPaused;
  else if (left <= Milliseconds(0))
    time.tone = Tone::kRed;
  else if (left <= clock.length / kAmberPart)
    time.tone = Tone::kAmber;
  return time;
}

std::optional<BootTime> next_side_tick(const ShownNow& shown, const Now& now) {
  std::optional<BootTime> next;
  for (const SideClock& clock : shown.clocks)
    if (is_counting(clock)) next = earliest(next, now.boot + until_next_second(left_at(clock.left, now)));
  return next;
}

}  // namespace tertulia
