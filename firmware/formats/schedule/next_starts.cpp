// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/next_starts.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::ptrdiff_t kLooksAhead = 200;  // entries, for the next one of a room

struct Begin {
  LocalTime day;
  Minutes time{};
  std::string room;
  DraftEntry* draft = nullptr;
  bool has_end = false;
};

bool has_end(const DraftEntry& draft, const DraftContext& context) {
  if (typed_length(draft.length)) return true;
  if (draft.end.empty()) return typed_range(draft.start).has_value();
  if (typed_time(draft.end)) return true;
  const auto moment = typed_moment(draft.end, context.days, context.date_order);
  return moment && moment->has_time;
}

std::optional<Begin> begin_of(DraftEntry& draft, const DraftContext& context) {
  const std::string room = folded(draft.room);
  const auto range = typed_range(draft.start);
  if (const auto time = range ? std::optional(range->start) : typed_time(draft.start)) {
    const auto day = typed_day(draft.day, context.days, context.date_order);
    return day ? std::optional(Begin{day_of(day->day), *time, room, &draft, has_end(draft, context)})
               : std::nullopt;
  }
  const auto moment = typed_moment(draft.start, context.days, context.date_order);
  if (!moment || !moment->has_time) return std::nullopt;
  const LocalTime& local = moment->local;
  return Begin{day_of(local), time_of(local), room, &draft, has_end(draft, context)};
}

bool share_room(const Begin& one, const Begin& other) {
  return one.room == other.room || one.room.empty() || other.room.empty();
}

void end_with(const Begin& next, const Begin& ended, const DraftContext& context) {
  DraftEntry& draft = *ended.draft;
  const std::string& written = draft.end.empty() ? draft.length : draft.end;
  context.findings.add(
      Severity::kGuessed,
      written.empty() ? "Lasts until the next entry in its room, because it has no end."
                      : "Lasts until the next entry in its room, because its end cannot be read; write it "
                        "like 10:30.",
      subject_of(draft, written.empty() ? "" : in_quotes(written)));
  draft.end.clear();
  draft.length = std::to_string((next.time - ended.time).count());
}

}  // namespace

void end_where_the_next_starts(std::vector<DraftEntry>& drafts, const DraftContext& context) {
  std::vector<Begin> begins;
  for (DraftEntry& draft : drafts)
    if (auto begin = begin_of(draft, context)) begins.push_back(std::move(*begin));
  std::stable_sort(begins.begin(), begins.end(), [](const Begin& a, const Begin& b) {
    return a.day == b.day ? a.time < b.time : a.day < b.day;
  });
  for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
    if (begin->draft->title.empty() || begin->has_end) continue;
    const auto last = begin + std::min(begins.end() - begin, kLooksAhead);
    const auto next = std::find_if(begin, last, [&](const Begin& each) {
      return each.day == begin->day && each.time > begin->time && share_room(each, *begin);
    });
    if (next != last) end_with(*next, *begin, context);
  }
}

}  // namespace tertulia::formats
