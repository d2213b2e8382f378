// SPDX-License-Identifier: Apache-2.0
// What goes to the screens, and what a touch there leads to.
#include <utility>

#include "firmware/app/loop/loop.h"
#include "firmware/app/room/room_display.h"
#include "firmware/app/room/room_now.h"

namespace tertulia {

Outcome Loop::show(Panel& panel, const Now& now) {
  TRY_DONE(switch_power(panel, now));
  if (panel.blanking.power == Power::kOff) return Done{};
  for (;;) {
    View view = view_of(panel, now);
    const bool due = panel.next_frame && *panel.next_frame <= now.boot;
    if (panel.shown == view && panel.touches.empty() && !due) return Done{};
    const Painted painted = ports_.painter.paint(panel.screen, view, panel.touches, now);
    panel.touches.clear();
    panel.shown = std::move(view);
    panel.next_frame = painted.next_frame;
    if (!painted.damage.empty()) {
      ++pictures_;
      TRY_DONE(ports_.window.present(panel.screen, painted.picture, painted.damage));
      if (observer_) observer_(panel.screen, *panel.shown, painted);
    }
    if (!painted.intent) return Done{};
    carry_out(panel, *painted.intent, now);
  }
}

Outcome Loop::switch_power(Panel& panel, const Now& now) {
  const Power power = power_at(panel.blanking, panel.settings.blank_after, now.boot);
  if (power == panel.blanking.power) return Done{};
  panel.blanking.power = power;
  repaint(panel.screen);
  panel.next_frame.reset();
  return ports_.window.set_power(panel.screen, power);
}

View Loop::view_of(const Panel& panel, const Now& now) const {
  if (auto identifies = identify_view(device_state_, panel.settings, now)) return *identifies;
  if (panel.status_until) return status_view(device_state_, panel.settings, now);
  switch (panel.settings.role) {
    case Role::kRoom:
      return room_view(public_room(device_state_, panel.settings, now));
    case Role::kDoor:
      return door_view(public_room(device_state_, panel.settings, now));
    case Role::kModerator:
      return moderator_view(panel.moderator, device_state_, panel.settings, now);
    case Role::kKiosk:
      break;
  }
  return kiosk_view(panel.kiosk, context_of(panel, now));
}

KioskContext Loop::context_of(const Panel& panel, const Now& now) const {
  return {device_state_, panel.settings, now, {}};
}

bool Loop::is_in_use(const Panel& panel, const Now& now) const {
  if (panel.settings.blank_after.count() <= 0) return false;  // it never goes dark: nobody asks
  if (panel.is_held || device_state_.identify_until) return true;
  if (panel.settings.role == Role::kKiosk) return is_needed(panel.kiosk);
  return is_needed(room_now(device_state_, panel.settings.room, now), now.wall);
}

// The screen shows nothing of what was painted: the next picture is a whole one.
void Loop::repaint(int screen) {
  const auto index = static_cast<std::size_t>(screen);
  ports_.painter.resize(screen, ports_.window.screens().at(index));
  panels_.at(index).shown.reset();
}

void Loop::carry_out(Panel& panel, const Intent& intent, const Now& now) {
  if (std::holds_alternative<intent::ShowStatus>(intent)) {
    panel.status_until = now.boot + kStatusFor;
    return status_watch_.hurry(now.boot);
  }
  if (panel.status_until) return panel.status_until.reset();  // the only button there is Close
  if (panel.settings.role == Role::kKiosk) {
    KioskContext context = context_of(panel, now);
    context.fresh_id = SubmissionId(ports_.device.random_bytes());
    become(panel, apply(std::move(panel.kiosk), intent, context), now);
  } else if (panel.settings.role == Role::kModerator) {
    ModeratorChange change = apply(panel.moderator, intent, device_state_, panel.settings, now);
    panel.moderator = std::move(change.state);
    if (change.timer) set_timer(panel.settings.room, *change.timer, now);
  }
}

void Loop::carry_out(const Effects& effects, const Now& now) {
  for (const ToKeeper& letter : effects.keeper) {
    if (boxes_.keeper.put(letter)) continue;
    note_store_problem("The storage does not keep up.", now);
    // The keeper is far behind or gone: nobody may be thanked for what was not even handed over.
    if (const auto* close = std::get_if<to_keeper::CloseSubmission>(&letter))
      take(to_main::SubmissionClosed{close->submission.id, close->submission.state, false,
                                     device_state_.counts},
           now);
  }
  if (device_state_.link == Link::kNotConfigured || device_state_.link == Link::kNotEnrolled) return;
  for (const ToCourier& letter : effects.courier)
    if (!boxes_.courier.put(letter)) device_state_.link_detail = "The network thread does not keep up.";
}

void Loop::become(Panel& panel, KioskChange change, const Now& now) {
  // A question that is no longer on the screen is not read out to its end.
  if (panel.settings.role == Role::kKiosk && panel.kiosk.index() != change.state.index()) hush();
  panel.kiosk = std::move(change.state);
  if (change.effects.forget) {
    ports_.painter.reset(panel.screen);
    panel.shown.reset();
  }
  if (change.effects.say && ports_.voice)
    ports_.voice->speak(change.effects.say->text, change.effects.say->language);
  carry_out(change.effects, now);
}

void Loop::set_timer(const std::string& room, const TimerChange& change, const Now& now) {
  device_state_.timers[room] = change.timer;
  carry_out(change.effects, now);
}

void Loop::hush() const {
  if (ports_.voice) ports_.voice->hush();
}

}  // namespace tertulia
