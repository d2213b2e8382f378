// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/night.h"

#include <algorithm>
#include <vector>

#include "firmware/app/room/public_day.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

// Longer than any session of one day: its parts tell on which days it takes place.
constexpr Milliseconds kLongestOfADay = std::chrono::hours(16);

// What the agenda has just before and just after an instant.
class Around {
 public:
  explicit Around(WallTime now) : now_(now) {}

  void add(WallTime start, WallTime end) {
    if (start > now_) {
      next_ = std::min(next_, start);
    } else {
      began_ = std::max(began_, start);
      ended_ = std::max(ended_, end);
    }
  }

  [[nodiscard]] bool is_between_days(std::string_view zone) const {
    if (began_ == kNever || next_ == kNoMore) return false;
    if (now_ - ended_ < kAroundTheDay || next_ - now_ <= kAroundTheDay) return false;
    // By the starts: what began in the evening may have lasted until after midnight.
    return !same_day(began_, next_, zone);
  }

 private:
  static constexpr WallTime kNever = WallTime::min();
  static constexpr WallTime kNoMore = WallTime::max();
  WallTime now_;
  WallTime began_ = kNever;
  WallTime ended_ = kNever;
  WallTime next_ = kNoMore;
};

}  // namespace

bool is_night(const Agenda& agenda, WallTime now, std::string_view zone) {
  Around around(now);
  for (const Session& session : agenda.sessions) {
    if (session.all_day) continue;
    const auto& segments = session.rundown.segments;
    if (segments.size() < 2 || session.end - session.start() <= kLongestOfADay) {
      around.add(session.start(), session.end);
      continue;
    }
    const std::vector<WallTime> starts = planned_starts(session.rundown);
    for (std::size_t i = 0; i < starts.size(); ++i) around.add(starts[i], starts[i] + segments[i].length);
  }
  return around.is_between_days(zone);
}

NightView night_view(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Visit& visit = device_state.pack.visit;
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  NightView view;
  view.tongue = tongue_of(words.language());
  view.clock = clock_text(now.wall, visit.zone);
  if (const auto next = next_beginning(device_state, settings.room, words, now))
    view.begins = begins_text(*next, words, visit, now);
  const auto minute = std::chrono::floor<Minutes>(now.wall.time_since_epoch()).count();
  view.place = static_cast<int>(minute % kNightPlaces);
  return view;
}

}  // namespace tertulia
