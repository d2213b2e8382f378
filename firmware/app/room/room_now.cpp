// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/room_now.h"

#include <algorithm>

#include "firmware/app/room/session_days.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

using std::chrono::duration_cast;

Tone tone_of(const Timer& timer, const Segment& segment, Milliseconds remaining) {
  if (timer.phase == TimerPhase::kPaused) return Tone::kPaused;
  if (timer.phase == TimerPhase::kArmed) return Tone::kMuted;
  if (remaining <= segment.red()) return Tone::kRed;
  if (remaining <= segment.amber()) return Tone::kAmber;
  return Tone::kCalm;
}

// "1:20": in a sentence, and never ticking in place, it needs no leading zero.
std::string overrun_text(Milliseconds overrun) {
  const std::string text = elapsed_text(overrun);
  return text.starts_with('0') ? text.substr(1) : text;
}

std::string state_text(const Catalogue& words, const Timer& timer, Tone tone, Milliseconds remaining) {
  if (timer.asks) return words.text("The power was away. Resume when you are ready.");
  if (timer.removed) return words.text("This part is no longer in the agenda");
  switch (tone) {
    case Tone::kPaused:
      // translators: the timer of a session stands still for a while
      return words.text("Paused");
    case Tone::kMuted:
      return words.text("Ready to start");
    case Tone::kAmber:
      // translators: to the speaker: a few minutes are left, come to an end
      return words.text("Wrap up");
    case Tone::kRed:
      // translators: to the speaker: almost no time is left
      if (remaining >= Milliseconds{0}) return words.text("Last moments");
      // translators: to the speaker: the time is used up, and 1:20 more (minutes:seconds)
      return fill(words.text("Over by {time}"), {{"time", overrun_text(-remaining)}});
    case Tone::kCalm:
      break;
  }
  return {};
}

int per_mille(Milliseconds part, Milliseconds whole) {
  if (whole <= Milliseconds{0}) return 1000;
  return static_cast<int>(std::clamp<std::int64_t>(part.count() * 1000 / whole.count(), 0, 1000));
}

// A part that has left the agenda goes on, and not under the name of what took its place.
Segment part_without_name(const Timer& timer) {
  Segment part;
  part.id = timer.segment_id;
  part.length = std::max(timer.length, Milliseconds{1});
  return part;
}

// A room without a moderator still counts down: as if its timer had followed the plan. Not with a clock that
// nobody set, for then the plan's times mean nothing.
std::optional<Timer> timer_of_plan(const Session& session, const Now& now) {
  if (now.quality == ClockQuality::kUnsynced || session.all_day) return std::nullopt;
  const auto segment = planned_segment_at(session.rundown, now.wall);
  if (!segment) return std::nullopt;
  const auto loaded = apply(Timer{}, session.rundown, command::Load{session.id, *segment}, now);
  if (!loaded.ok()) return std::nullopt;
  const auto rolling = apply(loaded.value().timer, session.rundown, command::Roll{}, now);
  if (!rolling.ok() || rolling.value().timer.phase != TimerPhase::kRunning) return std::nullopt;
  return rolling.value().timer;
}

std::optional<ComingSession> rest_of(const Session& session, const Now& now, std::string_view zone) {
  const auto goes_on = is_set(now) ? rest_end(session, now.wall, zone) : std::nullopt;
  return goes_on ? std::optional(ComingSession{&session, *goes_on}) : std::nullopt;
}

// The first session of the room that starts after `session` (after now when there is none) and is not over.
const Session* following(const Agenda& agenda, std::string_view room, const Session* session, WallTime now) {
  for (const Session* each : agenda.upcoming_in(room, now))
    if (!each->all_day && each->start() > (session ? session->start() : now)) return each;
  return nullptr;
}

// When the time of a timer is up: by its countdown, and not before the plan of its day is over.
WallTime time_is_up(const Session& session, const Timer& timer, const Now& now, std::string_view zone) {
  const bool is_planned = !timer.removed && timer.segment < session.rundown.segments.size();
  const auto day =
      is_planned ? span_on(session, planned_starts(session.rundown)[timer.segment], zone) : std::nullopt;
  const WallTime planned = day ? day->end : session.end;
  const Milliseconds left = remaining_at(timer, now);
  if (counts(timer.phase)) return std::max(planned, now.wall + left);
  return std::max(planned, timer.started.value_or(planned)) + std::max(Milliseconds{0}, left);
}

bool ends_today(const RoomNow& room) { return room.last_part + 1 >= room.session->rundown.segments.size(); }

// By the starts of the parts of room.session.
WallTime end_of_last_part(const RoomNow& room, const std::vector<WallTime>& starts) {
  return starts[room.last_part] + room.session->rundown.segments[room.last_part].length;
}

}  // namespace

const Segment* RoomNow::segment_of(const Timer* of) const {
  if (!of || !session) return nullptr;
  if (removed_part) return &*removed_part;
  return of->segment < session->rundown.segments.size() ? &session->rundown.segments[of->segment] : nullptr;
}

bool is_live(const Timer& timer) {
  return timer.phase != TimerPhase::kIdle && timer.phase != TimerPhase::kFinished;
}

std::optional<WallTime> over_since(const Session& session, const Timer& timer, const Now& now,
                                   std::string_view zone) {
  if (!is_live(timer) || now.quality == ClockQuality::kUnsynced) return std::nullopt;
  const WallTime up = time_is_up(session, timer, now, zone);
  return now.wall - up >= kLongestOver ? std::optional(up) : std::nullopt;
}

std::optional<BootTime> next_over(const Session& session, const Timer& timer, const Now& now,
                                  std::string_view zone) {
  if (!is_live(timer) || now.quality == ClockQuality::kUnsynced) return std::nullopt;
  const Milliseconds in = time_is_up(session, timer, now, zone) + kLongestOver - now.wall;
  return now.boot + std::clamp<Milliseconds>(in, Milliseconds{0}, std::chrono::hours(24));
}

const Session* session_of_timer(const DeviceState& device_state, const std::string& room) {
  const auto timer = device_state.timers.find(room);
  if (timer == device_state.timers.end()) return nullptr;
  if (const Session* session = agenda_of(device_state).find(timer->second.session)) return session;
  const auto gone = device_state.gone.find(room);
  return gone == device_state.gone.end() ? nullptr : &gone->second;
}

RoomNow room_now(const DeviceState& device_state, std::string_view room, const Now& now) {
  const Agenda& agenda = agenda_of(device_state);
  RoomNow result;
  const auto timer = device_state.timers.find(std::string(room));
  const std::string& zone = device_state.pack.visit.zone;
  // What runs goes on, also when its session has left the agenda.
  const Session* loaded = session_of_timer(device_state, std::string(room));
  if (loaded && is_live(timer->second) && !over_since(*loaded, timer->second, now, zone)) {
    result.session = loaded;
    result.timer = &timer->second;
    if (result.timer->removed) result.removed_part = part_without_name(*result.timer);
  }
  if (!result.session) result.session = agenda.running_in(room, now.wall);
  if (!result.timer && result.session && result.session->all_day) result.session = nullptr;
  // What the moderator already closed does not come back because the plan still has it, but on another day.
  const bool has_ended = !result.timer && result.session && timer != device_state.timers.end() &&
                         timer->second.phase == TimerPhase::kFinished &&
                         timer->second.session == result.session->id &&
                         !goes_on_today(*result.session, timer->second.wall, now, zone);
  if (result.session && !result.timer && !has_ended) result.plan = timer_of_plan(*result.session, now);
  if (result.session && !result.shown_timer()) result.rests = rest_of(*result.session, now, zone);
  if (has_ended) result.session = nullptr;
  if (result.session) result.last_part = last_part_on(*result.session, now.wall, zone);
  result.next = following(agenda, room, result.session, now.wall);
  return result;
}

const Session* ended_session(const DeviceState& device_state, std::string_view room, Milliseconds within,
                             const Now& now) {
  const Session* running = room_now(device_state, room, now).session;
  if (running && !running->is_break) return nullptr;
  const Session* found = nullptr;
  WallTime ended{};
  const auto consider = [&](const Session* session, WallTime end) {
    const bool is_lately = end <= now.wall && now.wall - end <= within;
    if (session && is_lately && !session->is_break && !session->all_day && (!found || end > ended))
      found = session, ended = end;
  };
  const auto timer = device_state.timers.find(std::string(room));
  const bool is_finished = timer != device_state.timers.end() && timer->second.phase == TimerPhase::kFinished;
  for (const Session& each : agenda_of(device_state).sessions) {
    if (each.start() > now.wall) break;
    if (each.room == room && !(is_finished && timer->second.session == each.id)) consider(&each, each.end);
  }
  if (is_finished)
    consider(agenda_of(device_state).find(timer->second.session), expected_end(timer->second, now));
  return found;
}

const Session* noted_session(const DeviceState& device_state, const std::string& room, const Now& now) {
  constexpr Milliseconds kOfToday = std::chrono::hours(12);
  const Session* running = room_now(device_state, room, now).session;
  if (running && !running->is_break) return running;
  if (const Session* ended = ended_session(device_state, room, kOfToday, now)) return ended;
  const auto timer = device_state.timers.find(room);  // by a clock that nobody has set
  return timer == device_state.timers.end() ? nullptr : agenda_of(device_state).find(timer->second.session);
}

WallTime segment_end(const Session& session, const Timer& timer, const Now& now) {
  const Rundown& rundown = session.rundown;
  if (timer.removed || timer.segment >= rundown.segments.size()) return expected_end(timer, now);
  return planned_starts(rundown)[timer.segment] + rundown.segments[timer.segment].length +
         offset_at(timer, rundown, now);
}

WallTime planned_session_end(const RoomNow& room) {
  return ends_today(room) ? room.session->end : end_of_last_part(room, planned_starts(room.session->rundown));
}

WallTime session_end(const RoomNow& room, const Now& now) {
  const Rundown& rundown = room.session->rundown;
  const WallTime planned = planned_session_end(room);
  if (!room.segment()) return planned;
  if (room.timer->removed) return std::max(planned, expected_end(*room.timer, now));
  const WallTime current = segment_end(*room.session, *room.timer, now);
  const WallTime end = room.timer->segment >= room.last_part
                           ? current
                           : end_of_last_part(room, expected_starts(rundown, room.timer->segment, current));
  const WallTime end_of_plan = ends_today(room) ? planned_end(rundown) : planned;
  // Time between the end of the rundown and that of the session swallows delay, as a gap does.
  const Milliseconds slack = std::max(Milliseconds{0}, planned - end_of_plan);
  const Milliseconds moved = end - end_of_plan;
  return planned + (moved > Milliseconds{0} ? std::max(Milliseconds{0}, moved - slack) : moved);
}

std::vector<ComingSession> coming_sessions(const Agenda& agenda, std::string_view room_id,
                                           const RoomNow& room, const Now& now) {
  std::vector<ComingSession> coming;
  Milliseconds delay{0};
  WallTime planned_end = now.wall;
  if (room.session) {
    planned_end = planned_session_end(room);
    delay = std::max(delay, session_end(room, now) - planned_end);
  }
  for (const Session* each : agenda.upcoming_in(room_id, now.wall)) {
    if (each->all_day || each->start() <= (room.session ? room.session->start() : now.wall)) continue;
    const Milliseconds gap = std::max(Milliseconds{0}, each->start() - planned_end);
    delay = each->holds() ? Milliseconds{0} : std::max(Milliseconds{0}, delay - gap);
    planned_end = std::max(planned_end, each->end);
    coming.push_back({each, each->start() + delay});
  }
  return coming;
}

TimeLook time_look(const Catalogue& words, const Timer& timer, const Segment& segment, const Now& now) {
  const Milliseconds remaining = remaining_at(timer, now);
  const Milliseconds whole = timer.length + timer.added;
  TimeLook look;
  look.countdown = countdown_text(remaining);
  look.tone = tone_of(timer, segment, remaining);
  look.state = state_text(words, timer, look.tone, remaining);
  look.bar = {per_mille(whole - remaining, whole), per_mille(whole - segment.amber(), whole),
              per_mille(whole - segment.red(), whole)};
  return look;
}

std::optional<Chip> offset_chip(const Catalogue& words, const Timer& timer, const Session& session,
                                const Now& now) {
  if (now.quality == ClockQuality::kUnsynced) return std::nullopt;
  const auto minutes = duration_cast<Minutes>(offset_at(timer, session.rundown, now)).count();
  if (minutes == 0) return std::nullopt;
  const auto count = static_cast<std::uint64_t>(minutes < 0 ? -minutes : minutes);
  const Values values{{"count", std::to_string(count)}};
  if (minutes > 0)
    // translators: the whole session is late, compared with its plan
    return Chip{fill(words.plural("{count} min behind", "{count} min behind", count), values), Tone::kAmber};
  // translators: the whole session is early, compared with its plan
  return Chip{fill(words.plural("{count} min ahead", "{count} min ahead", count), values), Tone::kCalm};
}

BootTime next_tick(const Timer* timer, const Now& now) {
  const bool runs = timer && counts(timer->phase);
  if (!runs) return next_minute(now);
  return std::min<BootTime>(next_minute(now), now.boot + until_next_second(remaining_at(*timer, now)));
}

Milliseconds until_next_second(Milliseconds remaining) {
  constexpr Milliseconds kSecond{1000};
  if (remaining == Milliseconds{0}) return Milliseconds{1};  // "00:00" becomes "-00:00" at once
  const Milliseconds into_second = (remaining % kSecond + kSecond) % kSecond;
  return into_second == Milliseconds{0} ? kSecond : into_second;
}

}  // namespace tertulia
