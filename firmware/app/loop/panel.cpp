// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop/panel.h"

#include <variant>

namespace tertulia {
namespace {

constexpr std::chrono::minutes kBeforeSession{30};  // people look for their room

}  // namespace

std::optional<SubmissionId> leaves_with(const ToKeeper& letter) {
  if (const auto* thanked = std::get_if<to_keeper::Thanked>(&letter)) return thanked->id;
  const auto* close = std::get_if<to_keeper::CloseSubmission>(&letter);
  if (close && close->submission.state == SubmissionState::kAbandoned) return close->submission.id;
  return std::nullopt;
}

bool sets_clock(const Panel& panel) {
  return panel.settings.role != Role::kModerator && panel.moderator.page == DeskPage::kSetting;
}

bool is_needed(const RoomNow& room, WallTime now) {
  return room.session != nullptr || (room.next != nullptr && room.next->start() - now <= kBeforeSession);
}

bool is_needed(const Kiosk& kiosk) {
  const auto* attract = std::get_if<kiosk::Attract>(&kiosk);
  return attract == nullptr || attract->last_touch.has_value();
}

Power power_at(const Blanking& blanking, std::chrono::minutes blank_after, BootTime now) {
  const auto darkens = darkens_at(blanking, blank_after);
  return darkens && now >= *darkens ? Power::kOff : Power::kOn;
}

std::optional<BootTime> darkens_at(const Blanking& blanking, std::chrono::minutes blank_after) {
  if (blank_after.count() <= 0) return std::nullopt;
  return blanking.last_use + blank_after;
}

WakeResult wake(Blanking blanking, const Touch& touch, BootTime now) {
  const bool wakes = blanking.power == Power::kOff || blanking.is_dim;
  const bool is_new = touch.kind == TouchKind::kDown || touch.kind == TouchKind::kAnother;
  const bool is_swallowed = wakes || (is_new ? now < blanking.wakes_until : blanking.swallows_touch);
  if (wakes) blanking.wakes_until = now + kWaking;
  const bool is_over = touch.kind == TouchKind::kUp || touch.kind == TouchKind::kCancel;
  blanking.swallows_touch = is_swallowed && !is_over;
  blanking.last_use = now;
  return {blanking, is_swallowed};
}

}  // namespace tertulia
