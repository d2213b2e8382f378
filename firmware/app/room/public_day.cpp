// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/public_day.h"

#include <algorithm>

#include "firmware/app/room/room_now.h"
#include "firmware/app/room/session_days.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

using Sessions = std::vector<Session>;

Sessions::const_iterator first_from(const Agenda& agenda, WallTime time) {
  return std::partition_point(agenda.sessions.begin(), agenda.sessions.end(),
                              [time](const Session& each) { return each.start() < time; });
}

// What the timer of the room does to the plan of its day.
class Expected {
 public:
  Expected(const DeviceState& device_state, const std::string& room_id, const Now& now)
      : room_(room_now(device_state, room_id, now)),
        coming_(coming_sessions(agenda_of(device_state), room_id, room_, now)) {
    if (room_.session) end_ = session_end(room_, now);
  }

  // `today` is what the plan of the day has of the session.
  [[nodiscard]] PublicEntry entry(const Session& session, const DaySpan& today) const {
    if (&session == room_.session) return {for_public(session), today.start, end_};
    WallTime start = today.start;
    for (const ComingSession& each : coming_)
      if (each.session == &session) start = each.start;
    return {for_public(session), start, start + (today.end - today.start)};
  }
  [[nodiscard]] Milliseconds late() const {
    return room_.session ? std::max(Milliseconds{0}, end_ - planned_session_end(room_)) : Milliseconds{0};
  }

 private:
  RoomNow room_;
  std::vector<ComingSession> coming_;
  WallTime end_;
};

template <class Wanted>
bool any_entry(const PublicDay& day, Wanted is_wanted) {
  return std::any_of(day.rows.begin(), day.rows.end(), [&](const PublicRow& row) {
    return std::any_of(row.entries.begin(), row.entries.end(), is_wanted);
  });
}

}  // namespace

bool PublicDay::has_begun(WallTime now) const {
  return any_entry(*this, [now](const PublicEntry& each) { return !each.is_break() && each.start <= now; });
}

bool PublicDay::has_more_after(WallTime now) const {
  return any_entry(*this, [now](const PublicEntry& each) { return !each.is_break() && each.end > now; });
}

PublicDay public_day(const DeviceState& device_state, const Now& now) {
  const VisitPack& pack = device_state.pack;
  const Agenda& agenda = agenda_of(device_state);
  PublicDay day;
  const auto local = to_local(now.wall, pack.visit.zone);
  if (!local.ok()) return day;
  const LocalTime& date = local.value();
  const auto midnight = to_wall({date.year, date.month, date.day, 0, 0, 0}, pack.visit.zone);
  if (!midnight.ok()) return day;
  day.from = midnight.value();
  for (const Room& room : pack.visit.rooms) {
    const Expected expected(device_state, room.id, now);
    PublicRow row{room.id, {}, expected.late()};
    for (const Session& session : agenda.sessions) {
      if (session.room != room.id || session.all_day || session.end <= day.from) continue;
      if (session.start() >= day.from && !same_day(session.start(), now.wall, pack.visit.zone)) break;
      if (const auto today = span_on(session, now.wall, pack.visit.zone))
        row.entries.push_back(expected.entry(session, *today));
    }
    std::stable_sort(row.entries.begin(), row.entries.end(),
                     [](const PublicEntry& a, const PublicEntry& b) { return a.start < b.start; });
    day.rows.push_back(std::move(row));
  }
  return day;
}

std::optional<PublicBeginning> next_beginning(const DeviceState& device_state, const std::string& room,
                                              const Catalogue& words, const Now& now) {
  const VisitPack& pack = device_state.pack;
  const Agenda& agenda = agenda_of(device_state);
  const Session* found = nullptr;
  for (auto session = first_from(agenda, now.wall); session != agenda.sessions.end(); ++session) {
    if (session->all_day || session->is_break) continue;
    if (found && session->start() != found->start()) break;
    if (!found || session->room == room) found = &*session;
  }
  if (!found) return std::nullopt;
  const PublicSession session = for_public(*found);
  const std::string where = !found->room.empty() ? room_name(pack.visit, found->room, words.language())
                            : session.open()     ? found->place
                                                 : std::string{};
  return PublicBeginning{session, where};
}

std::string begins_text(const PublicBeginning& next, const Catalogue& words, const Visit& visit,
                        const Now& now) {
  const WallTime start = next.session.start();
  const Values values{{"time", clock_text(start, visit.zone)}, {"room", next.where}};
  const bool is_today = same_day(now.wall, start, visit.zone);
  const auto day = to_local(start, visit.zone);
  if (is_today || !day.ok()) {
    // translators: when the first session begins, where it is not known
    if (next.where.empty()) return fill(words.text("We begin at {time}"), values);
    // translators: when and in which room the first session begins
    return fill(words.text("We begin at {time} in {room}"), values);
  }
  const std::string when = day_text(words, day.value());
  if (next.where.empty())
    // translators: when it begins, on another day: “We begin on Tuesday 11 May at 10:15”
    return fill(with_phrase(words.text("We begin on {day} at {time}"), "{day}", when), values);
  // translators: when and where it begins, on another day: “We begin on Tuesday 11 May at 10:15 in Sala
  // Magna”
  return fill(with_phrase(words.text("We begin on {day} at {time} in {room}"), "{day}", when), values);
}

}  // namespace tertulia
