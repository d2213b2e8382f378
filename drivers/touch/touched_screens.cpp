// SPDX-License-Identifier: Apache-2.0
#include "drivers/touch/touched_screens.h"

#include <algorithm>

namespace tertulia {

void TouchedScreens::apply(int screen, const TouchContact& contact, std::vector<WindowEvent>& events) {
  expire(contact.time, events);
  Screen& each = screens_.at(static_cast<std::size_t>(screen));
  if (const auto touch = each.tracker.apply(contact)) events.push_back(*touch);
  tell(screen, each, events);
}

void TouchedScreens::expire(BootTime now, std::vector<WindowEvent>& events) {
  int number = 0;
  for (Screen& each : screens_) {
    if (const auto touch = each.tracker.expire(now)) events.push_back(*touch);
    tell(number++, each, events);
  }
}

std::optional<BootTime> TouchedScreens::earlier(std::optional<BootTime> until) const {
  for (const Screen& each : screens_)
    if (const auto due = each.tracker.due()) until = std::min(until.value_or(*due), *due);
  return until;
}

void TouchedScreens::tell(int screen, Screen& each, std::vector<WindowEvent>& events) {
  if (each.tracker.has_dirt() == each.has_dirt) return;
  each.has_dirt = each.tracker.has_dirt();
  events.push_back(window_event::Dirt{screen, each.has_dirt});
}

}  // namespace tertulia
