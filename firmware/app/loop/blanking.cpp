// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop/blanking.h"

#include <variant>

namespace tertulia {
namespace {

constexpr std::chrono::minutes kBeforeSession{30};  // people look for their room

}  // namespace

bool is_needed(const RoomNow& room, WallTime now) {
  return room.session != nullptr || (room.next != nullptr && room.next->start() - now <= kBeforeSession);
}

bool is_needed(const Kiosk& kiosk) {
  const auto* attract = std::get_if<kiosk::Attract>(&kiosk);
  return attract == nullptr || attract->last_touch.has_value();
}

Power power_at(const Blanking& rest, std::chrono::minutes blank_after, BootTime now) {
  const auto darkens = darkens_at(rest, blank_after);
  return darkens && now >= *darkens ? Power::kOff : Power::kOn;
}

std::optional<BootTime> darkens_at(const Blanking& rest, std::chrono::minutes blank_after) {
  if (blank_after.count() <= 0) return std::nullopt;
  return rest.stirred + blank_after;
}

Woken wake(Blanking rest, const Touch& touch, BootTime now) {
  const bool is_swallowed = rest.power == Power::kOff || rest.swallows_touch;
  const bool is_over = touch.kind == TouchKind::kUp || touch.kind == TouchKind::kCancel;
  rest.swallows_touch = is_swallowed && !is_over;
  rest.stirred = now;
  return {rest, is_swallowed};
}

}  // namespace tertulia
