// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop/loop.h"

#include <algorithm>
#include <utility>

#include "firmware/app/room/room_display.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/told_timer.h"

namespace tertulia {
namespace {

constexpr BootTime kHealthInterval = std::chrono::minutes(15);  // a hub sees the day, a card is spared

void earliest(std::optional<BootTime>& next, std::optional<BootTime> candidate) {
  if (candidate && (!next || *candidate < *next)) next = candidate;
}

}  // namespace

Loop::Loop(DeviceState device_state, std::vector<RoleSettings> roles, const LoopPorts& ports,
           const LoopBoxes& boxes)
    : device_state_(std::move(device_state)), ports_(ports), boxes_(boxes) {
  const Now now = ports_.clock.now();
  for (RoleSettings& settings : roles) {
    Place place;
    place.screen = static_cast<int>(places_.size());
    place.settings = std::move(settings);
    place.kiosk = first_kiosk(context_of(place, now));
    place.rest.stirred = now.boot;
    places_.push_back(std::move(place));
  }
}

Result<Ending> Loop::run() {
  while (!ending_) {
    TRY([[maybe_unused]] const bool more, turn());
  }
  return *ending_;
}

Outcome Loop::paint() {
  for (Place& place : places_) TRY_DONE(show(place, ports_.clock.now()));
  return Done{};
}

Result<bool> Loop::turn() {
  TRY_DONE(paint());
  report_health(ports_.clock.now());
  watch_status(ports_.clock.now());
  for (const WindowEvent& event : ports_.window.wait(next_wake(ports_.clock.now())))
    take(event, ports_.clock.now());
  for (const ToMain& message : boxes_.in.drain()) take(message, ports_.clock.now());
  pass_time(ports_.clock.now());
  return !ending_;
}

std::optional<BootTime> Loop::next_wake(const Now& now) const {
  std::optional<BootTime> next;
  for (const Place& place : places_) {
    earliest(next, place.next_frame);
    earliest(next, next_change_of(place, now));
    earliest(next, place.status_until);
    if (place.rest.power == Power::kOn) earliest(next, darkens_at(place.rest, place.settings.blank_after));
  }
  for (const auto& [room, timer] : device_state_.timers)
    earliest(next, next_elapse(device_state_, room, now));
  earliest(next, health_due_);
  if (shows_status()) earliest(next, status_watch_.due());
  earliest(next, next_notice_end(device_state_));
  return next;
}

BootTime Loop::next_change_of(const Place& place, const Now& now) const {
  if (place.rest.power == Power::kOff) return next_minute(now);  // a session may be near
  if (place.status_until && place.settings.role != Role::kKiosk) return next_minute(now);
  const RoomNow room = room_now(device_state_, place.settings.room, now);
  switch (place.settings.role) {
    case Role::kRoom:
      return next_visible_change(room, now);
    case Role::kDoor:
      return next_minute(now);
    case Role::kModerator:
      return next_tick(room.timer, now);
    case Role::kKiosk:
      break;
  }
  return next_change(place.kiosk, context_of(place, now));
}

void Loop::take(const WindowEvent& event, const Now& now) {
  if (const auto* touch = std::get_if<Touch>(&event)) {
    take(*touch, now);
  } else if (const auto* resized = std::get_if<window_event::Resized>(&event)) {
    const auto screen = static_cast<std::size_t>(resized->screen);
    ports_.painter.resize(resized->screen, ports_.window.screens().at(screen));
    places_.at(screen).shown.reset();
  } else if (const auto* exposed = std::get_if<window_event::Exposed>(&event)) {
    const auto screen = static_cast<std::size_t>(exposed->screen);
    ports_.painter.resize(exposed->screen, ports_.window.screens().at(screen));
    places_.at(screen).shown.reset();
    places_.at(screen).rest.power = Power::kOn;  // where it was dark, the window is told again
  } else if (std::holds_alternative<window_event::Quit>(event)) {
    ending_ = Ending::kClosed;
  }
}

void Loop::take(const Touch& touch, const Now& now) {
  Place& place = places_.at(static_cast<std::size_t>(touch.screen));
  const Woken stirred = wake(place.rest, touch, now.boot);
  place.rest = stirred.rest;
  if (stirred.is_swallowed) return;
  if (touch.kind == TouchKind::kDown) hush();
  place.touches.push_back(touch);
  place.held = touch.kind == TouchKind::kDown || touch.kind == TouchKind::kMove;
  if (place.status_until) place.status_until = now.boot + kStatusFor;
  place.kiosk = touched(std::move(place.kiosk), now);
}

void Loop::take(const ToMain& message, const Now& now) {
  if (const auto* closed = std::get_if<to_main::SubmissionClosed>(&message)) {
    if (closed->ok) note(closed->counts, now);
    for (Place& place : places_)
      become(place, apply(std::move(place.kiosk), *closed, context_of(place, now)), now);
  } else if (const auto* counts = std::get_if<to_main::CountsChanged>(&message)) {
    note(counts->counts, now);
  } else if (const auto* counted = std::get_if<to_main::InventoryCounted>(&message)) {
    device_state_.inventory = counted->inventory;
  } else if (const auto* failed = std::get_if<to_main::StoreFailed>(&message)) {
    note_problem(failed->message, now);
  } else if (const auto* link = std::get_if<to_main::LinkChanged>(&message)) {
    take(*link, now);
  } else if (const auto* ordered = std::get_if<to_main::CommandArrived>(&message)) {
    take(ordered->command, now);
  } else if (std::holds_alternative<to_main::Admitted>(message)) {
    is_admitted_ = true;
  } else if (const auto* arrived = std::get_if<to_main::TimerArrived>(&message)) {
    const auto known = device_state_.timers.find(arrived->room);
    if (known != device_state_.timers.end() && !supersedes(arrived->timer, known->second)) return;
    const Timer timer = understood(arrived->timer, device_state_.pack.agenda);
    device_state_.timers[arrived->room] = timer;
    carry_out({{to_keeper::SaveTimer{arrived->room, timer}}, {}, false}, now);
  }
}

void Loop::take(const to_main::LinkChanged& change, const Now& now) {
  device_state_.link = change.link;
  device_state_.problem = change.problem;
  device_state_.link_detail = change.detail;
  if (change.link == Link::kBrokerAway || change.link == Link::kRefused || change.link == Link::kTakenOver)
    device_state_.last_error = LastError{now.wall, change.detail, LinkStatus{change.link, change.problem}};
}

void Loop::take(const HubCommand& command, const Now& now) {
  CommandResult result = apply_command(device_state_, command.action, now);
  if (!result.reply && !boxes_.exporter.put(to_exporter::ExportNow{command.correlation}))
    result.reply = CommandReply{ReplyResult::kRefused, "other exports are still under way"};
  if (result.reply)
    carry_out({{},
               {to_courier::Reply{std::string(name_of(command.action)), command.correlation, *result.reply}},
               false},
              now);
  if (result.ending) ending_ = result.ending;
}

void Loop::note(const StoreCounts& counts, const Now& now) {
  device_state_.counts = counts;
  device_state_.store_problem.clear();  // it writes again
  status_watch_.hurry(now.boot);
}

void Loop::note_problem(const std::string& problem, const Now& now) {
  device_state_.store_problem = problem;
  device_state_.last_error = LastError{now.wall, problem, std::nullopt};
}

bool Loop::shows_status() const {
  return std::any_of(places_.begin(), places_.end(),
                     [](const Place& place) { return place.status_until.has_value(); });
}

// While it is shown; it would be a waste of the disk's time otherwise.
void Loop::watch_status(const Now& now) {
  if (!shows_status() || !status_watch_.is_due(now.boot)) return;
  device_state_.health = ports_.device.health();
  // Where the keeper does not keep up, the next one says more.
  static_cast<void>(boxes_.keeper.put(to_keeper::CountInventory{}));
}

void Loop::pass_time(const Now& now) {
  forget_notices(device_state_, now);
  std::vector<std::string> rooms;
  for (const auto& [room, timer] : device_state_.timers) rooms.push_back(room);
  for (const std::string& room : rooms)
    if (const auto change = elapse(device_state_, room, now)) set_timer(room, *change, now);
  for (Place& place : places_) {
    stir_if_needed(place, now);
    if (place.status_until && place.held) place.status_until = now.boot + kStatusFor;
    if (place.status_until && *place.status_until <= now.boot) place.status_until.reset();
    if (place.settings.role != Role::kKiosk) continue;
    if (place.held) place.kiosk = touched(std::move(place.kiosk), now);  // to hold is to be there
    become(place, elapse(std::move(place.kiosk), context_of(place, now)), now);
  }
  if (is_admitted_ && !somebody_answers()) ending_ = Ending::kRestart;
}

bool Loop::somebody_answers() const {
  return std::any_of(places_.begin(), places_.end(), [](const Place& place) {
    return place.settings.role == Role::kKiosk && is_needed(place.kiosk);
  });
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

void Loop::stir_if_needed(Place& place, const Now& now) const {
  if (place.settings.blank_after.count() <= 0) return;  // it never rests: nobody asks
  const bool is_kiosk = place.settings.role == Role::kKiosk;
  if (place.held || device_state_.identify_until ||
      (is_kiosk ? is_needed(place.kiosk)
                : is_needed(room_now(device_state_, place.settings.room, now), now.wall)))
    place.rest.stirred = now.boot;
}

Outcome Loop::switch_power(Place& place, const Now& now) {
  const Power power = power_at(place.rest, place.settings.blank_after, now.boot);
  if (power == place.rest.power) return Done{};
  place.rest.power = power;
  const auto screen = static_cast<std::size_t>(place.screen);
  ports_.painter.resize(place.screen, ports_.window.screens().at(screen));  // all of it, when it is back
  place.shown.reset();
  place.next_frame.reset();
  return ports_.window.set_power(place.screen, power);
}

Outcome Loop::show(Place& place, const Now& now) {
  TRY_DONE(switch_power(place, now));
  if (place.rest.power == Power::kOff) return Done{};
  for (;;) {
    View view = view_of(place, now);
    const bool due = place.next_frame && *place.next_frame <= now.boot;
    if (place.shown == view && place.touches.empty() && !due) return Done{};
    const Painted painted = ports_.painter.paint(place.screen, view, place.touches, now);
    place.touches.clear();
    place.shown = std::move(view);
    place.next_frame = painted.next_frame;
    if (!painted.damage.empty()) {
      ++pictures_;
      TRY_DONE(ports_.window.present(place.screen, painted.picture, painted.damage));
      if (observer_) observer_(place.screen, *place.shown, painted);
    }
    if (!painted.intent) return Done{};
    carry_out(place, *painted.intent, now);
  }
}

void Loop::carry_out(Place& place, const Intent& intent, const Now& now) {
  if (std::holds_alternative<intent::ShowStatus>(intent)) {
    place.status_until = now.boot + kStatusFor;
    return status_watch_.hurry(now.boot);
  }
  if (place.status_until) return place.status_until.reset();  // all that can be pressed there is Close
  if (place.settings.role == Role::kKiosk) {
    KioskContext context = context_of(place, now);
    context.fresh_id = SubmissionId(ports_.device.random_bytes());
    become(place, apply(std::move(place.kiosk), intent, context), now);
  } else if (place.settings.role == Role::kModerator) {
    ModeratorChange change = apply(place.moderator, intent, device_state_, place.settings, now);
    place.moderator = std::move(change.state);
    if (change.timer) set_timer(place.settings.room, *change.timer, now);
  }
}

void Loop::hush() const {
  if (ports_.voice) ports_.voice->hush();
}

void Loop::become(Place& place, KioskChange change, const Now& now) {
  // A question that is no longer on the screen is not read out to its end.
  if (place.settings.role == Role::kKiosk && place.kiosk.index() != change.state.index()) hush();
  place.kiosk = std::move(change.state);
  if (change.effects.forget) {
    ports_.painter.reset(place.screen);
    place.shown.reset();
  }
  if (change.effects.say && ports_.voice)
    ports_.voice->speak(change.effects.say->text, change.effects.say->language);
  carry_out(change.effects, now);
}

void Loop::set_timer(const std::string& room, const TimerChange& change, const Now& now) {
  device_state_.timers[room] = change.timer;
  carry_out(change.effects, now);
}

void Loop::carry_out(const Effects& effects, const Now& now) {
  for (const ToKeeper& letter : effects.keeper) {
    if (boxes_.keeper.put(letter)) continue;
    note_problem("The storage does not keep up.", now);
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

KioskContext Loop::context_of(const Place& place, const Now& now) const {
  return {device_state_, place.settings, now, {}};
}

View Loop::view_of(const Place& place, const Now& now) const {
  if (auto found = identify_view(device_state_, place.settings, now)) return *found;
  if (place.status_until) return status_view(device_state_, place.settings, now);
  switch (place.settings.role) {
    case Role::kRoom:
      return room_view(device_state_, place.settings, now);
    case Role::kDoor:
      return door_view(device_state_, place.settings, now);
    case Role::kModerator:
      return moderator_view(place.moderator, device_state_, place.settings, now);
    case Role::kKiosk:
      break;
  }
  return kiosk_view(place.kiosk, context_of(place, now));
}

}  // namespace tertulia
