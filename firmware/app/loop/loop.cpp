// SPDX-License-Identifier: Apache-2.0
// Turns and time.
#include "firmware/app/loop/loop.h"

#include <algorithm>
#include <utility>

#include "firmware/app/loop/taken_pack.h"
#include "firmware/app/room/day_calendar.h"
#include "firmware/app/room/room_display.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

constexpr BootTime kHealthInterval = std::chrono::minutes(15);  // a hub sees the day, a card is spared

}  // namespace

Loop::Loop(DeviceState device_state, std::vector<RoleSettings> roles, const LoopPorts& ports,
           const LoopBoxes& boxes)
    : device_state_(std::move(device_state)), ports_(ports), boxes_(boxes) {
  const Now now = ports_.clock.now();
  for (RoleSettings& settings : roles) {
    Panel panel;
    panel.screen = static_cast<int>(panels_.size());
    panel.settings = std::move(settings);
    panel.kiosk = first_kiosk(context_of(panel, now));
    panel.blanking.last_use = now.boot;
    panel.moderator.lock.last_touch = now.boot;
    panels_.push_back(std::move(panel));
  }
  open_rooms(now);
  open_chimes(now);
}

Result<Ending> Loop::run() {
  while (!ending_) {
    TRY([[maybe_unused]] const bool more, turn());
  }
  return *ending_;
}

Outcome Loop::paint() {
  for (Panel& panel : panels_) TRY_DONE(show(panel, ports_.clock.now()));
  return Done{};
}

Result<bool> Loop::turn() {
  TRY_DONE(paint());
  renew_day_code(ports_.clock.now());
  report_health(ports_.clock.now());
  watch_status(ports_.clock.now());
  for (const WindowEvent& event : ports_.window.wait(next_wake(ports_.clock.now())))
    handle(event, ports_.clock.now());
  for (const ToMain& message : boxes_.in.drain()) handle(message, ports_.clock.now());
  pass_time(ports_.clock.now());
  return !ending_;
}

std::optional<BootTime> Loop::next_wake(const Now& now) const {
  std::optional<BootTime> next;
  for (const Panel& panel : panels_) {
    next = earliest(next, panel.next_frame);
    next = earliest(next, next_change_of(panel, now));
    next = earliest(next, panel.status_until);
    if (panel.leaving) next = earliest(next, panel.leaving->again);
    if (panel.blanking.power == Power::kOn)
      next = earliest(next, darkens_at(panel.blanking, panel.settings.blank_after));
  }
  for (const auto& [room, timer] : device_state_.timers)
    next =
        earliest(next, earliest(next_elapse(device_state_, room, now), next_roll(device_state_, room, now)));
  for (const auto& [room, relay] : relays_) next = earliest(next, relay.next_due(now.boot));
  for (const auto& [room, sessions] : closed_sessions_) next = earliest(next, sessions.next_due());
  for (const auto& [room, watch] : chimes_) next = earliest(next, next_look(watch));
  next = earliest(next, health_due_);
  if (shows_status()) next = earliest(next, status_watch_.due());
  next = earliest(next, next_notice_end(device_state_));
  if (restart_) next = earliest(next, somebody_answers() ? restart_->latest : now.boot);
  // Whoever answers is waited for; the end of that is a turn of the loop.
  if (const auto taken = takes_alone(device_state_); taken && (taken->follows || !somebody_answers()))
    next = earliest(next, taken->at);
  return next;
}

BootTime Loop::next_change_of(const Panel& panel, const Now& now) const {
  if (panel.blanking.power == Power::kOff || panel.blanking.is_dim)
    return next_minute(now);  // a session may be near
  if (panel.status_until && sets_clock(panel))
    return std::min(next_minute(now),
                    next_change(panel.moderator, panel.settings, now).value_or(BootTime::max()));
  if (panel.status_until && panel.settings.role != Role::kKiosk) return next_minute(now);
  switch (panel.settings.role) {
    case Role::kRoom:
      return next_screen_change(device_state_, panel.settings, now);
    case Role::kDoor:
      return next_minute(now);
    case Role::kModerator:
      return std::min({next_screen_change(device_state_, panel.settings, now),
                       next_change(panel.moderator, panel.settings, now).value_or(BootTime::max())});
    case Role::kKiosk:
      break;
  }
  return next_change(panel.kiosk, context_of(panel, now));
}

void Loop::pass_time(const Now& now) {
  remove_old_notices(device_state_, now);
  for (const auto& [room, relay] : relays_) {
    pass_room(room, now);
    if (const auto change = elapse(device_state_, room, now)) carry_out(change->effects, now);
    for (const RoomWord& word : closed_sessions_[room].due(device_state_, room, now)) say({room, word}, now);
  }
  look_at_chimes(now);
  look_at_results(now);
  for (Panel& panel : panels_) pass_time(panel, now);
  for (Panel& panel : panels_) ask_again(panel, now);
  take_update_if_due(now);
  restart_if_due(now);
}

void Loop::pass_time(Panel& panel, const Now& now) {
  if (is_in_use(panel, now)) panel.blanking.last_use = now.boot;
  if (panel.status_until && panel.is_held) panel.status_until = now.boot + kStatusFor;
  if (panel.status_until && *panel.status_until <= now.boot) panel.status_until.reset();
  if (!panel.status_until && sets_clock(panel)) panel.moderator = left(std::move(panel.moderator));
  if (panel.settings.role == Role::kModerator || sets_clock(panel))
    panel.moderator = elapse(std::move(panel.moderator), panel.settings, now);
  if (panel.settings.role != Role::kKiosk) return;
  if (panel.is_held) panel.kiosk = touched(std::move(panel.kiosk), now);  // to hold is to be there
  become(panel, elapse(std::move(panel.kiosk), context_of(panel, now)), now);
}

// After the first picture, which must not wait for it, and then once a minute: another day may have begun.
void Loop::renew_day_code(const Now& now) {
  if (!ports_.make_code || now.boot < code_due_) return;
  code_due_ = now.boot + std::chrono::minutes(1);
  std::string text =
      device_state_.hub_address.empty() ? day_calendar(device_state_, now) : device_state_.hub_address;
  if (text == coded_) return;
  coded_ = std::move(text);
  device_state_.day_code.reset();
  if (coded_.empty()) return;
  if (auto code = ports_.make_code(coded_); code.ok()) device_state_.day_code = std::move(code).value();
}

void Loop::report_health(const Now& now) {
  if (now.boot < health_due_) return;
  health_due_ = now.boot + kHealthInterval;
  const DeviceHealth health = ports_.device.health();
  const event::HealthReported report{device_state_.counts.waiting, health.disk_free_bytes,
                                     health.temperature_celsius};
  static_cast<void>(boxes_.keeper.put(to_keeper::Tidy{ports_.clock.machine()}));
  // Lost where the keeper does not keep up: the next one says more.
  static_cast<void>(boxes_.keeper.put(to_keeper::Record{report, {now, now.wall}}));
}

// Only while the status is shown: at other times it would waste the disk's time.
void Loop::watch_status(const Now& now) {
  if (!shows_status() || !status_watch_.is_due(now.boot)) return;
  device_state_.health = ports_.device.health();
  // Lost where the keeper does not keep up: the next one says more.
  static_cast<void>(boxes_.keeper.put(to_keeper::CountInventory{}));
}

bool Loop::shows_status() const {
  return std::any_of(panels_.begin(), panels_.end(),
                     [](const Panel& panel) { return panel.status_until.has_value(); });
}

bool Loop::somebody_answers() const {
  // While the storage is closed a first page begins nothing: whoever has chosen a language there waits for
  // it.
  const bool begins_nothing = !device_state_.store_closed.empty();
  return std::any_of(panels_.begin(), panels_.end(), [&](const Panel& panel) {
    if (begins_nothing && std::holds_alternative<kiosk::Attract>(panel.kiosk)) return false;
    return panel.settings.role == Role::kKiosk && is_needed(panel.kiosk);
  });
}

// A restart of the whole program reads the pack anew, too.
Loop::PendingRestart& Loop::want_restart(Ending ending, const Now& now) {
  if (!restart_) restart_ = PendingRestart{now.boot + kLongestRestartWait, {}};
  if (ending == Ending::kRestart) restart_->ending = ending;
  return *restart_;
}

void Loop::restart_if_due(const Now& now) {
  if (!restart_ || ending_ || (somebody_answers() && now.boot < restart_->latest)) return;
  for (const HubCommand& command : restart_->commands) send_reply(command, restart_done(command.action), now);
  ending_ = restart_->ending;
}

}  // namespace tertulia
