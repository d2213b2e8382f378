// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/public_room.h"

#include <algorithm>
#include <utility>

#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

std::optional<PublicPart> part_of(const RoomNow& room, const Catalogue& words, const Now& now) {
  const Segment* segment = room.shown_segment();
  if (!segment) return std::nullopt;
  const Session& session = *room.session;
  const Timer& timer = *room.shown_timer();
  TimeLook look = time_look(words, timer, *segment, now);
  const WallTime end = segment_end(session, timer, now);
  return PublicPart{timer.segment,
                    std::move(look.countdown),
                    look.tone,
                    std::move(look.state),
                    look.bar,
                    timer.started,
                    timer.length + timer.added,
                    end,
                    expected_starts(session.rundown, timer.segment, end),
                    offset_chip(words, timer, session, now)};
}

}  // namespace

const std::string& PublicRoom::say(const LocalizedText& text) const {
  return text.in(words.language(), visit.default_language());
}

std::string PublicRoom::clock(WallTime time) const { return clock_text(time, visit.zone); }

PublicRoom public_room(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const RoomNow room = room_now(device_state, settings.room, now);
  PublicRoom shown{words, device_state.pack.visit, nullptr, settings.room, now, {}, {}, {}, {}};
  if (device_state.announcement) shown.announcement = &*device_state.announcement;
  if (room.session) {
    shown.session = for_public(*room.session);
    shown.session_end = session_end(room, now);
    shown.part = part_of(room, words, now);
  }
  for (const ComingSession& each : coming_sessions(device_state.pack.agenda, settings.room, room, now))
    shown.coming.push_back({for_public(*each.session), each.start});
  return shown;
}

BootTime next_visible_change(const RoomNow& room, const Now& now) {
  if (room.session || !room.next) return next_tick(room.shown_timer(), now);
  const Milliseconds left = room.next->start() - now.wall;
  if (left >= kCountdownToStart) return next_minute(now);
  return std::min<BootTime>(next_minute(now), now.boot + until_next_second(left));
}

std::optional<PublicSession> public_session_in(const DeviceState& device_state, const std::string& room,
                                               const Now& now) {
  const Session* session = room_now(device_state, room, now).session;
  return session ? std::optional(for_public(*session)) : std::nullopt;
}

std::string title_of(const PublicSession& session, const Catalogue& words, const Visit& visit) {
  const Session* open = session.open();
  return open ? open->title.in(words.language(), visit.default_language()) : words.text("Closed session");
}

}  // namespace tertulia
