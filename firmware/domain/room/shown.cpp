// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/shown.h"

#include <algorithm>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<ShownKind, 7> kShownKinds = {{{ShownKind::kPlan, "plan"},
                                              {ShownKind::kQuestion, "question"},
                                              {ShownKind::kResults, "results"},
                                              {ShownKind::kLearningPoints, "learning-points"},
                                              {ShownKind::kNextSession, "next-session"},
                                              {ShownKind::kMessage, "message"},
                                              {ShownKind::kBlackout, "blackout"}}};

constexpr Milliseconds kForgottenAfter = std::chrono::minutes(30);

bool is_of_this_boot(const Countdown& countdown, const Now& now) {
  return countdown.anchor.boot_id.empty() || countdown.anchor.boot_id == now.boot_id;
}

// Of another boot: by its label where the clock is good, else standing still.
Countdown restored(const Countdown& countdown, const Now& now) {
  if (is_of_this_boot(countdown, now)) return countdown;
  if (!is_good(now.quality) || !countdown.ends) return {{}, countdown.left};
  return {anchor_at(now), *countdown.ends - now.wall, countdown.ends};
}

}  // namespace

std::string_view to_text(ShownKind kind) { return name_of(kShownKinds, kind); }
Result<ShownKind> shown_kind_from(std::string_view text) {
  return value_of(kShownKinds, text, "thing to show");
}

std::string all_rooms(std::string_view visit) {
  constexpr std::size_t kLongestLevel = 32;
  return ("all-" + std::string(visit)).substr(0, kLongestLevel);
}

BootTime anchor_of(const ShownNow& shown) {
  BootTime latest = shown.announcement.left.anchor.boot;
  for (const SideClock& clock : shown.clocks) latest = std::max(latest, clock.left.anchor.boot);
  return latest;
}

bool is_running(const ShownNow& shown) {
  const auto runs = [](const Countdown& countdown) { return !countdown.anchor.boot_id.empty(); };
  return runs(shown.announcement.left) ||
         std::any_of(shown.clocks.begin(), shown.clocks.end(),
                     [&](const SideClock& clock) { return runs(clock.left); });
}

ShownNow reanchored(const ShownNow& shown, const Transit& transit, const Now& now) {
  ShownNow own = shown;
  own.announcement.left = reanchored(shown.announcement.left, transit, now);
  for (SideClock& clock : own.clocks) clock.left = reanchored(clock.left, transit, now);
  return own;
}

ShownNow restored(const ShownNow& shown, const Now& now) {
  ShownNow own = shown;
  own.announcement.left = restored(shown.announcement.left, now);
  if (own.announcement.left.anchor.boot_id.empty() || !is_announced(own, now)) own.announcement = {};
  std::erase_if(own.clocks, [&](const SideClock& clock) {
    return !is_of_this_boot(clock.left, now) && left_at(restored(clock.left, now), now) < -kForgottenAfter;
  });
  for (SideClock& clock : own.clocks) clock.left = restored(clock.left, now);
  return own;
}

bool is_announced(const ShownNow& shown, const Now& now) {
  return !shown.announcement.text.empty() && left_at(shown.announcement.left, now) > Milliseconds(0);
}

BootTime announced_at(const RoomAnnouncement& announcement) {
  return announcement.left.anchor.boot - (announcement.length - announcement.left.left);
}

}  // namespace tertulia
