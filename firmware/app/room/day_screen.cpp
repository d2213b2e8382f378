// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/app/room/room_screen.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostRows = 6;
constexpr Milliseconds kPageTime = 20s;  // of a page of rooms, where there are more
constexpr Milliseconds kWidest = 5h;     // what a scale of hours shows at once
constexpr Milliseconds kBeforeNow = 75min;
constexpr Milliseconds kStep = 30min;  // the scale begins at a full or a half hour

struct Hours {
  WallTime from;
  WallTime to;

  [[nodiscard]] int at(WallTime time) const {
    return static_cast<int>(std::clamp<std::int64_t>((time - from) * 1000 / (to - from), 0, 1000));
  }
  [[nodiscard]] bool shows(const PublicEntry& entry) const { return entry.end > from && entry.start < to; }
};

WallTime floored(WallTime time, WallTime midnight) { return midnight + (time - midnight) / kStep * kStep; }

Hours hours_of(const PublicDay& day, WallTime now) {
  std::optional<WallTime> first, last;
  for (const PublicRow& row : day.rows)
    for (const PublicEntry& each : row.entries) {
      first = std::min(first.value_or(each.start), each.start);
      last = std::max(last.value_or(each.end), each.end);
    }
  const WallTime from = floored(first.value_or(now), day.from);
  const WallTime to = std::max(from + 1h, floored(last.value_or(now) + kStep - 1ms, day.from));
  if (to - from <= kWidest) return {from, to};
  const WallTime start = std::clamp(floored(now - kBeforeNow, day.from), from, to - kWidest);
  return {start, start + kWidest};
}

std::vector<HourMark> marks(const PublicRoom& room, const Hours& hours, WallTime midnight) {
  std::vector<HourMark> all;
  WallTime hour = midnight + std::chrono::ceil<std::chrono::hours>(hours.from - midnight);
  for (; hour < hours.to; hour += 1h) all.push_back({room.clock(hour), hours.at(hour)});
  return all;
}

DayBlock block(const PublicRoom& room, const Hours& hours, const PublicEntry& entry) {
  const WallTime now = room.now.wall;
  const BlockState state = entry.end <= now     ? BlockState::kOver
                           : entry.start <= now ? BlockState::kRunning
                                                : BlockState::kComing;
  return {title_of(entry.session, room.words, room.visit),
          room.clock(entry.start),
          hours.at(entry.start),
          hours.at(entry.end),
          kind_of(entry.session),
          state,
          entry.session.open() == nullptr};
}

// A page of the rooms that have something; the pages take turns.
std::vector<DayRow> rows(const PublicRoom& room, const PublicDay& day, const Hours& hours) {
  std::vector<DayRow> all;
  for (const PublicRow& each : day.rows) {
    DayRow row{room_name(room.visit, each.room, room.words.language()), {}};
    for (const PublicEntry& entry : each.entries)
      if (hours.shows(entry)) row.blocks.push_back(block(room, hours, entry));
    if (!row.blocks.empty()) all.push_back(std::move(row));
  }
  if (all.size() <= kMostRows) return all;
  const std::size_t pages = (all.size() + kMostRows - 1) / kMostRows;
  const auto turn = static_cast<std::size_t>(room.now.boot / kPageTime);
  const std::size_t begin = turn % pages * kMostRows;
  const std::size_t end = std::min(all.size(), begin + kMostRows);
  return {all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)};
}

// "11:20 Coffee, Sala Magna", of what begins next in any room.
std::string next_text(const PublicRoom& room, const PublicDay& day) {
  const PublicEntry* next = nullptr;
  const PublicRow* where = nullptr;
  for (const PublicRow& row : day.rows)
    for (const PublicEntry& each : row.entries)
      if (each.start > room.now.wall && (!next || each.start < next->start)) next = &each, where = &row;
  if (!next) return {};
  // translators: what begins next and where, as in “11:20 Coffee, Sala Magna”
  return fill(room.words.text("{time} {title}, {room}"),
              {{"time", room.clock(next->start)},
               {"title", title_of(next->session, room.words, room.visit)},
               {"room", room_name(room.visit, where->room, room.words.language())}});
}

std::string remark(const PublicRoom& room, const PublicDay& day) {
  const auto latest =
      std::max_element(day.rows.begin(), day.rows.end(),
                       [](const PublicRow& a, const PublicRow& b) { return a.late < b.late; });
  if (latest == day.rows.end() || latest->late < 1min || !is_set(room.now)) return {};
  const auto count = static_cast<std::uint64_t>(std::chrono::floor<Minutes>(latest->late).count());
  // translators: a room whose session is late, as in “Sala Magna is 7 min behind”
  return fill(room.words.plural("{room} is {count} min behind", "{room} is {count} min behind", count),
              {{"room", room_name(room.visit, latest->room, room.words.language())},
               {"count", std::to_string(count)}});
}

}  // namespace

DayView day_view(const PublicRoom& room, const PublicDay& day) {
  DayView view;
  view.tongue = tongue_of(room.words.language());
  view.header = sign_header(room);
  // translators: heading of the plan of a day in all rooms: what takes place in which room
  view.header.name = room.words.text("What is where");
  if (const auto today = to_local(room.now.wall, room.visit.zone); today.ok())
    view.header.detail = joined(day_text(room.words, today.value()), room.say(room.visit.title));
  const Hours hours = hours_of(day, room.now.wall);
  view.hours = marks(room, hours, day.from);
  view.rows = rows(room, day, hours);
  if (is_set(room.now) && room.now.wall >= hours.from && room.now.wall <= hours.to)
    view.now = hours.at(room.now.wall);
  if (std::string next = next_text(room, day); !next.empty())
    // translators: before what begins next
    view.next = {"", room.words.in_context("what comes", "Next"), std::move(next)};
  view.remark = remark(room, day);
  return view;
}

}  // namespace tertulia
