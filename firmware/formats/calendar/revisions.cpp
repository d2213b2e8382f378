// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/revisions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace tertulia::formats {
namespace {

// What the events of one UID stand for: the series or single entry itself, or one occurrence of it.
using Subject = std::tuple<bool, WallTime, bool>;

Subject subject_in(const CalendarEvent& event) {
  if (!event.replaces) return {};
  return {true, event.replaces->start, event.replaces->is_day};
}

// The greater is the newer revision. A cancellation wins over the entry that it has the number of.
auto rank(const CalendarEvent& event) {
  return std::tie(event.sequence, event.is_cancelled, event.modified, event.stamp);
}

// Newest first. Events of one rank by what they say, and not by where they stand.
bool is_before(const CalendarEvent* one, const CalendarEvent* other) {
  if (rank(*one) != rank(*other)) return rank(*one) > rank(*other);
  const auto content = [](const CalendarEvent& event) {
    const CalendarEntry& entry = event.entry;
    return std::tie(entry.start, entry.end, entry.title.all(), entry.location, entry.description.all());
  };
  return content(*one) < content(*other);
}

// Revisions that are not in force and were closed.
class ClosedBefore {
 public:
  void add(const CalendarEvent& older) {
    if (older.access != AccessMark::kClosed) return;
    are_several_ = are_several_ || (file_ && *file_ != older.file);
    file_ = older.file;
  }
  [[nodiscard]] bool closes(const CalendarEvent& newer) const {
    return file_ && (newer.access == AccessMark::kNone || are_several_ || *file_ != newer.file);
  }

 private:
  std::optional<std::size_t> file_;
  bool are_several_ = false;  // in different files
};

class Revisions {
 public:
  Revisions(const std::string& zone, std::vector<GroupedFindings>& findings)
      : zone_(zone), findings_(findings) {}

  // Adds those in force. `events` stand for the same, and there is one.
  void take(std::vector<CalendarEvent*> events, std::vector<const CalendarEvent*>& all) {
    std::stable_sort(events.begin(), events.end(), is_before);
    std::vector<CalendarEvent*> kept;
    std::vector<CalendarEvent*> repeated;  // which of those in force each of the others is a revision of
    ClosedBefore closed;
    for (CalendarEvent* event : events) {
      const bool is_newest = rank(*event) == rank(*events.front());
      if (is_newest && (kept.empty() || kept.back()->entry.start != event->entry.start)) {
        kept.push_back(event);
        continue;
      }
      // Two of one rank that start together are one: closed when one of them is.
      if (is_newest) kept.back()->access = stricter(kept.back()->access, event->access);
      closed.add(*event);
      repeated.push_back(is_newest ? kept.back() : kept.front());
    }
    for (CalendarEvent* event : kept) {
      if (closed.closes(*event)) event->access = AccessMark::kClosed;
      event->entry.is_private = event->access == AccessMark::kClosed;
      all.push_back(event);
      if (event != kept.front())
        guessed(*event,
                "It has the UID of another entry and nothing tells which is newer; both are shown. Delete "
                "the one that is out of date.");
    }
    for (const CalendarEvent* event : repeated)
      guessed(*event, "It stands there more than once; the newest is used.");
  }

 private:
  void guessed(const CalendarEvent& event, std::string_view sentence) {
    if (event.is_cancelled || event.state != EventState::kRead) return;
    findings_[event.file].add(Severity::kGuessed, sentence, subject_of(event, zone_));
  }

  const std::string& zone_;
  std::vector<GroupedFindings>& findings_;
};

}  // namespace

std::vector<const CalendarEvent*> newest_revisions(const std::vector<CalendarEvent*>& events,
                                                   const std::string& zone,
                                                   std::vector<GroupedFindings>& findings) {
  std::map<Subject, std::vector<CalendarEvent*>> by_subject;
  for (CalendarEvent* event : events) by_subject[subject_in(*event)].push_back(event);
  std::vector<const CalendarEvent*> all;
  Revisions revisions(zone, findings);
  for (auto& [subject, same] : by_subject) revisions.take(std::move(same), all);
  return all;
}

}  // namespace tertulia::formats
