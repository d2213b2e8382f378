// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/app/room/room_screen.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostCards = 3;
constexpr Milliseconds kAtOnce = std::chrono::minutes(20);  // rooms that go on within that go on together

bool has_begun_here(const PublicRoom& room, const PublicDay& day) {
  for (const PublicRow& row : day.rows)
    if (row.room == room.room)
      return std::any_of(row.entries.begin(), row.entries.end(), [&](const PublicEntry& each) {
        return !each.is_break() && each.end <= room.now.wall;
      });
  return false;
}

BreakCard card(const PublicRoom& room, const PublicRow& row, const PublicEntry& entry) {
  return {room_name(room.visit, row.room, room.words.language()),
          title_of(entry.session, room.words, room.visit), kind_of(entry.session)};
}

// What begins next in each room, this one first.
std::vector<BreakCard> cards(const PublicRoom& room, const PublicDay& day, WallTime goes_on) {
  std::vector<BreakCard> all;
  for (const PublicRow& row : day.rows) {
    const auto next = std::find_if(row.entries.begin(), row.entries.end(), [&](const PublicEntry& each) {
      return !each.is_break() && each.start > room.now.wall && each.start <= goes_on + kAtOnce;
    });
    if (next == row.entries.end()) continue;
    all.insert(row.room == room.room ? all.begin() : all.end(), card(room, row, *next));
  }
  if (all.size() > kMostCards) all.resize(kMostCards);
  return all;
}

}  // namespace

BreakView break_view(const PublicRoom& room, const PublicDay& day) {
  BreakView view;
  view.tongue = tongue_of(room.words.language());
  view.header = sign_header(room);
  if (room.session) view.header.detail = title_of(*room.session, room.words, room.visit);
  const bool is_next_today = room.next() && same_day(room.now.wall, room.next()->start, room.visit.zone);
  const WallTime goes_on = is_next_today ? room.next()->start : room.session_end;
  const bool goes_on_here = has_begun_here(room, day) || room.session;
  // translators: above a countdown to the next session, after a break
  view.lead = goes_on_here ? room.words.text("We go on in")
                           // translators: above a countdown to the first session of the day in this room
                           : room.words.text("We begin in");
  view.countdown = countdown_text(std::max(Milliseconds{0}, goes_on - room.now.wall));
  // translators: when the next session begins, below a countdown: “at 11:35”
  view.at = emphasised(room.words.text("at {time}"), "{time}", room.clock(goes_on));
  view.cards = cards(room, day, goes_on);
  return view;
}

}  // namespace tertulia
