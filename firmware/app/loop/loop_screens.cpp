// SPDX-License-Identifier: Apache-2.0
// What goes to the screens, and what a touch there leads to.
#include <utility>

#include "firmware/app/desk/clock_page.h"
#include "firmware/app/loop/loop.h"
#include "firmware/app/room/night.h"
#include "firmware/app/room/room_display.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/app/room/shown_screens.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/status/pack_problem.h"
#include "firmware/app/text/labels.h"

namespace tertulia {

Outcome Loop::show(Panel& panel, const Now& now) {
  TRY_DONE(switch_power(panel, now));
  if (panel.blanking.power == Power::kOff) return Done{};
  panel.blanking.is_dim = is_dim(panel, now);
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
  if (panel.status_until && sets_clock(panel))
    return clock_beside_status(panel.moderator, device_state_, panel.settings, now);
  if (panel.status_until) return status_view(device_state_, panel.settings, now);
  if (auto refused = refused_pack_view(device_state_, panel.settings, now)) return *refused;
  if (panel.blanking.is_dim) return night_view(device_state_, panel.settings, now);
  switch (panel.settings.role) {
    case Role::kRoom:
      return room_screen(device_state_, panel.settings, now);
    case Role::kDoor:
      return door_view(public_room(device_state_, panel.settings, now));
    case Role::kModerator:
      return desk_view(panel.moderator, device_state_, panel.settings, now);
    case Role::kKiosk:
      break;
  }
  return kiosk_view(panel.kiosk, context_of(panel, now));
}

KioskContext Loop::context_of(const Panel& panel, const Now& now) const {
  Before before = Before::kLeft;
  if (panel.leaving) before = panel.leaving->is_refused ? Before::kRefused : Before::kLeaving;
  return {device_state_, panel.settings, now, {}, ports_.forms, ports_.sealer, panel.screen, before};
}

bool Loop::is_in_use(const Panel& panel, const Now& now) const {
  if (panel.settings.blank_after.count() <= 0) return false;  // it never goes dark: nobody asks
  if (panel.is_held || device_state_.identify_until) return true;
  if (panel.settings.role == Role::kKiosk) return is_needed(panel.kiosk);
  return is_needed(room_now(device_state_, panel.settings.room, now), now.wall);
}

// At night, when nobody is there and nothing runs. The cheap questions come first: this is asked in each
// turn.
bool Loop::is_dim(const Panel& panel, const Now& now) const {
  if (!panel.settings.dims_at_night || !is_set(now)) return false;
  if (now.boot - panel.blanking.last_use < kLitAtNight || has_something_to_say(panel, now)) return false;
  return is_night(agenda_of(device_state_), now.wall, device_state_.pack.visit.zone);
}

bool Loop::has_something_to_say(const Panel& panel, const Now& now) const {
  if (panel.is_held || panel.status_until || device_state_.identify_until || device_state_.announcement)
    return true;
  if (panel.settings.role == Role::kKiosk && is_needed(panel.kiosk)) return true;
  const std::string& room = panel.settings.room;
  if (announcement_end(device_state_.rooms, device_state_.pack.visit, room, now)) return true;
  // What somebody has loaded in the evening for the morning counts nothing yet.
  const RoomNow here = room_now(device_state_, room, now);
  return here.timer && here.timer->phase != TimerPhase::kArmed;
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
    if (sets_clock(panel)) panel.moderator = left(std::move(panel.moderator));
    return status_watch_.hurry(now.boot);
  }
  if (panel.status_until) return leave_status(panel, intent, now);
  if (panel.settings.role == Role::kModerator) return steer(panel, intent, now);
  if (panel.settings.role != Role::kKiosk) return;
  KioskContext context = context_of(panel, now);
  context.fresh_id = SubmissionId(ports_.device.random_bytes());
  become(panel, apply(std::move(panel.kiosk), intent, context), now);
}

void Loop::steer(Panel& panel, const Intent& intent, const Now& now) {
  const Moderator before = panel.moderator;
  ModeratorChange change = apply(panel.moderator, intent, device_state_, panel.settings, now);
  panel.moderator = std::move(change.state);
  if (change.check) {
    const bool is_right = ports_.pins && ports_.pins->matches(change.check->pin, change.check->typed);
    panel.moderator.lock = pin_checked(std::move(panel.moderator.lock), is_right, now);
  }
  if (change.timer) carry_out(change.timer->effects, now);
  for (const RoomSaying& saying : change.sayings)
    if (say(saying, now) == Taken::kFull) panel.moderator = not_said(before);
  if (change.clock) ports_.clock.set_by_hand(*change.clock);
  if (change.update == UpdateChoice::kApply) take_update(now);
  if (change.update == UpdateChoice::kNotNow && device_state_.update)
    device_state_.update->is_postponed = true;
}

// The buttons of the status: Close, and the way to the clock. At a desk that is a page of the desk.
void Loop::leave_status(Panel& panel, const Intent& intent, const Now& now) {
  if (sets_clock(panel)) return set_clock(panel, intent, now);
  const auto* steers = std::get_if<intent::Steer>(&intent);
  if (!steers || steers->control != Control::kSetting) return panel.status_until.reset();
  if (panel.settings.role != Role::kModerator) {
    panel.moderator.page = DeskPage::kSetting;
    return;
  }
  panel.status_until.reset();
  steer(panel, intent, now);
}

// Whoever has set the clock, or has closed the page, is nobody any more: the next one types the PIN again.
// The lock remembers wrong PINs, so that nobody gains tries by closing the page.
void Loop::set_clock(Panel& panel, const Intent& intent, const Now& now) {
  const auto* role = std::get_if<intent::ChooseRole>(&intent);
  if (role && role->role != DeskRole::kModerator) return;
  const auto* steers = std::get_if<intent::Steer>(&intent);
  const bool closes = steers && steers->control == Control::kClose;
  if (!closes) steer(panel, intent, now);
  if (closes || !sets_clock(panel)) panel.moderator = left(std::move(panel.moderator));
}

void Loop::carry_out(const Effects& effects, const Now& now) {
  for (const ToKeeper& letter : effects.keeper) {
    if (boxes_.keeper.put(letter)) continue;
    note_store_problem("The storage does not keep up.", now);
    // The keeper is far behind or gone: nobody may be thanked for what was not even handed over.
    if (const auto* close = std::get_if<to_keeper::CloseSubmission>(&letter))
      take(to_main::SubmissionClosed{close->submission.id, false, device_state_.counts}, now);
    if (const auto* keep = std::get_if<to_keeper::KeepContact>(&letter))
      take(to_main::ContactKept{keep->contact.id, false}, now);
    if (const auto left = leaves_with(letter)) take(to_main::Left{*left, false}, now);
  }
  for (const RoomSaying& saying : effects.rooms) say(saying, now);
  if (!has_broker(device_state_.link)) return;
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
  if (!change.effects.floor.empty()) {
    const FloorAnswer answer{change.effects.floor, take_floor(panel, change.effects.floor, now)};
    become(panel, apply(std::move(panel.kiosk), answer, context_of(panel, now)), now);
  }
  for (const ToKeeper& letter : change.effects.keeper)
    if (const auto left = leaves_with(letter)) panel.leaving = Leaving{*left, letter};
  if (change.effects.say && ports_.voice)
    ports_.voice->speak(change.effects.say->text, change.effects.say->language);
  carry_out(change.effects, now);
}

// The glass says meanwhile that nobody can answer, and why.
void Loop::ask_again(Panel& panel, const Now& now) {
  if (!panel.leaving || !panel.leaving->again || now.boot < *panel.leaving->again) return;
  panel.leaving->again.reset();
  carry_out({{panel.leaving->letter}, {}, false}, now);
}

void Loop::hush() const {
  if (ports_.voice) ports_.voice->hush();
}

}  // namespace tertulia
