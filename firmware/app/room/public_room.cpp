// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/public_room.h"

#include <algorithm>
#include <utility>

#include "firmware/app/room/room_now.h"
#include "firmware/app/room/session_days.h"
#include "firmware/app/room/side_times.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/typed_time.h"

namespace tertulia {
namespace {

// The whole session as one part that ends as planned, whatever its timer does.
Timer until_end(const Session& session, const Now& now) {
  Timer whole;
  whole.phase = TimerPhase::kRunning;
  whole.started = session.start();
  whole.length = session.end - session.start();
  whole.remaining = count_to_end(session.end, now);
  whole.boot_id = now.boot_id;
  whole.boot = now.boot;
  return whole;
}

std::optional<PublicPart> part_of(const RoomNow& room, const Catalogue& words, const Now& now, bool to_end) {
  const Segment* segment = room.shown_segment();
  if (!segment) return std::nullopt;
  const Session& session = *room.session;
  const Timer& timer = *room.shown_timer();
  const Timer counted = to_end ? until_end(session, now) : timer;
  TimeLook look = time_look(words, counted, to_end ? session.rundown.segments.back() : *segment, now);
  const WallTime end = segment_end(session, timer, now);
  return PublicPart{timer.segment,
                    timer.removed,
                    std::move(look.countdown),
                    look.tone,
                    std::move(look.state),
                    look.bar,
                    counted.started,
                    counted.length + counted.added,
                    to_end ? session.end : end,
                    expected_starts(session.rundown, timer.segment, end),
                    offset_chip(words, timer, session, now)};
}

// A device without a broker, and one that leads itself, is in step with all there is.
bool is_alone(const DeviceState& device_state, const std::string& room) {
  if (!has_broker(device_state.link)) return false;
  const auto link = device_state.room_links.find(room);
  return link != device_state.room_links.end() && link->second.step == wire::Step::kAlone &&
         !link->second.leads;
}

// Between its parts, as in the morning of its second day, a session shows what is to come.
std::vector<PublicPartToCome> parts_to_come(const Session& session, const Now& now, std::string_view zone) {
  std::vector<PublicPartToCome> parts;
  const auto first = is_set(now) ? next_part(session, now.wall) : std::nullopt;
  if (!first) return parts;
  const std::vector<WallTime> starts = planned_starts(session.rundown);
  for (std::size_t at = *first; at < starts.size(); ++at)
    if (same_day(starts[at], now.wall, zone)) parts.push_back({at, starts[at]});
  return parts;
}

}  // namespace

const ShownNow& shown_in(const DeviceState& device_state, const std::string& room, const Session* session) {
  static const ShownNow kNothing;
  const auto state = device_state.rooms.find(room);
  if (state == device_state.rooms.end()) return kNothing;
  const Register<ShownNow>& shown = state->second.shown();
  return session && shown.session == for_public(*session).slug().text() ? shown.value : kNothing;
}

bool counts_to_end(const ShownNow& shown, const Now& now) { return shown.counts_to_end && is_set(now); }

const std::string& PublicRoom::say(const LocalizedText& text) const {
  return text.in(words.language(), visit.default_language());
}

std::string PublicRoom::clock(WallTime time) const { return clock_text(time, visit.zone); }

PublicRoom public_room(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const RoomNow room = room_now(device_state, settings.room, now);
  PublicRoom shown{words,   device_state.pack.visit, device_state.pack.questionnaires,
                   nullptr, settings.room,           now};
  shown.has_desk = device_state.desks.contains(settings.room);
  shown.is_alone = is_alone(device_state, settings.room);
  if (device_state.announcement) shown.announcement = &*device_state.announcement;
  if (room.rests) shown.rests = PublicComing{for_public(*room.rests->session), room.rests->start};
  if (room.session) {
    shown.session = for_public(*room.session);
    shown.session_end = session_end(room, now);
    const ShownNow& beside = shown_in(device_state, settings.room, room.session);
    shown.part = part_of(room, words, now, counts_to_end(beside, now));
    for (const SideClock& clock : beside.clocks) shown.clocks.push_back(side_time(words, clock, now));
    if (!shown.part) shown.parts_to_come = parts_to_come(*room.session, now, shown.visit.zone);
  }
  for (const ComingSession& each : coming_sessions(agenda_of(device_state), settings.room, room, now))
    shown.coming.push_back({for_public(*each.session), each.start});
  return shown;
}

BootTime next_visible_change(const RoomNow& room, const Now& now) {
  if (room.session || !room.next) return next_tick(room.shown_timer(), now);
  const Milliseconds left = room.next->start() - now.wall;
  if (left >= kCountdownToStart) return next_minute(now);
  return std::min<BootTime>(next_minute(now), now.boot + until_next_second(left));
}

BootTime next_plan_change(const DeviceState& device_state, const std::string& room_id, const Now& now) {
  const RoomNow room = room_now(device_state, room_id, now);
  const ShownNow& beside = shown_in(device_state, room_id, room.session);
  BootTime next = next_visible_change(room, now);
  next = earliest(next, next_side_tick(beside, now)).value_or(next);
  if (room.session && counts_to_end(beside, now))
    next = std::min<BootTime>(next, now.boot + until_next_second(count_to_end(room.session->end, now)));
  const auto coming = coming_sessions(agenda_of(device_state), room_id, room, now);
  if (coming.empty()) return next;
  const Milliseconds left = coming.front().start - now.wall;
  if (left <= Milliseconds{0} || left >= kCountdownToStart) return next;
  return std::min<BootTime>(next, now.boot + until_next_second(left));
}

std::optional<PublicSession> public_session_in(const DeviceState& device_state, const std::string& room,
                                               const Now& now) {
  const Session* session = room_now(device_state, room, now).session;
  return session ? std::optional(for_public(*session)) : std::nullopt;
}

std::optional<PublicSession> public_session_ended_in(const DeviceState& device_state, const std::string& room,
                                                     Milliseconds within, const Now& now) {
  const Session* session = ended_session(device_state, room, within, now);
  return session ? std::optional(for_public(*session)) : std::nullopt;
}

SegmentKind kind_of(const PublicSession& session) {
  const Session* open = session.open();
  if (!open || (!open->is_break && open->rundown.segments.empty())) return SegmentKind::kOther;
  return open->is_break ? SegmentKind::kBreak : open->rundown.segments.front().kind;
}

std::string title_of(const PublicSession& session, const Catalogue& words, const Visit& visit) {
  const Session* open = session.open();
  return open ? open->title.in(words.language(), visit.default_language()) : words.text("Closed session");
}

}  // namespace tertulia
