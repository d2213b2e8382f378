// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop.h"

#include <algorithm>
#include <utility>

#include "firmware/app/room_display.h"
#include "firmware/app/room_now.h"
#include "firmware/app/told_timer.h"

namespace tertulia {
namespace {

constexpr BootTime kHealthInterval = std::chrono::minutes(15);  // a hub sees the day, a card is spared

void earliest(std::optional<BootTime>& next, std::optional<BootTime> candidate) {
  if (candidate && (!next || *candidate < *next)) next = candidate;
}

}  // namespace

Loop::Loop(House house, std::vector<RoleSettings> roles, const LoopPorts& ports, const LoopBoxes& boxes)
    : house_(std::move(house)), ports_(ports), boxes_(boxes) {
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
  for (const auto& [room, timer] : house_.timers) earliest(next, next_elapse(house_, room, now));
  earliest(next, health_due_);
  if (shows_status()) earliest(next, status_watch_.due());
  earliest(next, next_notice_end(house_));
  return next;
}

BootTime Loop::next_change_of(const Place& place, const Now& now) const {
  if (place.rest.power == Power::kOff) return next_minute(now);  // a session may be near
  if (place.status_until && place.settings.role != Role::kKiosk) return next_minute(now);
  const RoomNow room = room_now(house_, place.settings.room, now);
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
  const Stirred stirred = stir(place.rest, touch, now.boot);
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
  } else if (const auto* counted = std::get_if<to_main::HoldingsCounted>(&message)) {
    house_.holdings = counted->holdings;
  } else if (const auto* failed = std::get_if<to_main::StoreFailed>(&message)) {
    note_problem(failed->message, now);
  } else if (const auto* link = std::get_if<to_main::LinkChanged>(&message)) {
    take(*link, now);
  } else if (const auto* ordered = std::get_if<to_main::Ordered>(&message)) {
    take(ordered->order, now);
  } else if (std::holds_alternative<to_main::Admitted>(message)) {
    is_admitted_ = true;
  } else if (const auto* arrived = std::get_if<to_main::TimerArrived>(&message)) {
    const auto known = house_.timers.find(arrived->room);
    if (known != house_.timers.end() && !supersedes(arrived->timer, known->second)) return;
    const Timer timer = understood(arrived->timer, house_.pack.agenda);
    house_.timers[arrived->room] = timer;
    carry_out({{to_keeper::SaveTimer{arrived->room, timer}}, {}, false}, now);
  }
}

void Loop::take(const to_main::LinkChanged& change, const Now& now) {
  house_.link = change.link;
  house_.trouble = change.trouble;
  house_.link_detail = change.detail;
  if (change.link == Link::kBrokerAway || change.link == Link::kRefused || change.link == Link::kTakenOver)
    house_.mishap = Mishap{now.wall, change.detail, Standing{change.link, change.trouble}};
}

void Loop::take(const Order& order, const Now& now) {
  Obedience obedience = obey(house_, order.task, now);
  if (!obedience.answer && !boxes_.exporter.put(to_exporter::ExportNow{order.correlation}))
    obedience.answer = OrderAnswer{Obeyed::kRefused, "other exports are still under way"};
  if (obedience.answer)
    carry_out({{},
               {to_courier::Answer{std::string(name_of(order.task)), order.correlation, *obedience.answer}},
               false},
              now);
  if (obedience.ending) ending_ = obedience.ending;
}

void Loop::note(const StoreCounts& counts, const Now& now) {
  house_.counts = counts;
  house_.store_problem.clear();  // it writes again
  status_watch_.hurry(now.boot);
}

void Loop::note_problem(const std::string& problem, const Now& now) {
  house_.store_problem = problem;
  house_.mishap = Mishap{now.wall, problem, std::nullopt};
}

bool Loop::shows_status() const {
  return std::any_of(places_.begin(), places_.end(),
                     [](const Place& place) { return place.status_until.has_value(); });
}

// While it is shown; it would be a waste of the disk's time otherwise.
void Loop::watch_status(const Now& now) {
  if (!shows_status() || !status_watch_.is_due(now.boot)) return;
  house_.health = ports_.device.health();
  // Where the keeper does not keep up, the next one says more.
  static_cast<void>(boxes_.keeper.put(to_keeper::CountHoldings{}));
}

void Loop::pass_time(const Now& now) {
  forget_notices(house_, now);
  std::vector<std::string> rooms;
  for (const auto& [room, timer] : house_.timers) rooms.push_back(room);
  for (const std::string& room : rooms)
    if (const auto change = elapse(house_, room, now)) set_timer(room, *change, now);
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
  const event::HealthReported report{house_.counts.waiting, health.disk_free_bytes,
                                     health.temperature_celsius};
  static_cast<void>(boxes_.keeper.put(to_keeper::Tidy{ports_.clock.machine()}));
  // Lost where the keeper does not keep up: the next one says more.
  static_cast<void>(boxes_.keeper.put(to_keeper::Record{report, {now, now.wall}}));
}

void Loop::stir_if_needed(Place& place, const Now& now) const {
  if (place.settings.blank_after.count() <= 0) return;  // it never rests: nobody asks
  const bool is_kiosk = place.settings.role == Role::kKiosk;
  if (place.held || house_.identify_until ||
      (is_kiosk ? is_needed(place.kiosk) : is_needed(room_now(house_, place.settings.room, now), now.wall)))
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
    ModeratorChange change = apply(place.moderator, intent, house_, place.settings, now);
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
  house_.timers[room] = change.timer;
  carry_out(change.effects, now);
}

void Loop::carry_out(const Effects& effects, const Now& now) {
  for (const ToKeeper& letter : effects.keeper) {
    if (boxes_.keeper.put(letter)) continue;
    note_problem("The storage does not keep up.", now);
    // The keeper is far behind or gone: nobody may be thanked for what was not even handed over.
    if (const auto* close = std::get_if<to_keeper::CloseSubmission>(&letter))
      take(to_main::SubmissionClosed{close->submission.id, close->submission.state, false, house_.counts},
           now);
  }
  if (house_.link == Link::kNotConfigured || house_.link == Link::kNotEnrolled) return;
  for (const ToCourier& letter : effects.courier)
    if (!boxes_.courier.put(letter)) house_.link_detail = "The network thread does not keep up.";
}

KioskContext Loop::context_of(const Place& place, const Now& now) const {
  return {house_, place.settings, now, {}};
}

View Loop::view_of(const Place& place, const Now& now) const {
  if (auto found = identify_view(house_, place.settings, now)) return *found;
  if (place.status_until) return status_view(house_, place.settings, now);
  switch (place.settings.role) {
    case Role::kRoom:
      return room_view(house_, place.settings, now);
    case Role::kDoor:
      return door_view(house_, place.settings, now);
    case Role::kModerator:
      return moderator_view(place.moderator, house_, place.settings, now);
    case Role::kKiosk:
      break;
  }
  return kiosk_view(place.kiosk, context_of(place, now));
}

}  // namespace tertulia
