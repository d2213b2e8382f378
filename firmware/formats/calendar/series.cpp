// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/series.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/calendar/revisions.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostEntries = 20'000;  // 100 rooms on nine days have some 7,000

// What an override does not say of itself it takes from its series. Its access above all: an occurrence that
// moved is as closed as the others.
void inherit(CalendarEntry& entry, AccessMark access, const CalendarEvent& master) {
  if (access == AccessMark::kNone) entry.is_private = master.entry.is_private;
  if (entry.title.empty()) entry.title = master.entry.title;
  if (entry.location.empty() && entry.description.empty()) entry.description = master.entry.description;
}

// The changed occurrences of one UID, found by the occurrence that each stands for: a calendar may hold ten
// thousands of both.
class Overrides {
 public:
  struct Override {
    const CalendarEvent* event;
    bool is_used;
  };

  // In the order of their times.
  void add(const CalendarEvent& event) {
    const ReplacedOccurrence& replaced = *event.replaces;
    Override& added = all_.emplace_back(Override{&event, false});
    if (!replaced.is_day) at_start_[replaced.start].push_back(&added);
    if (replaced.is_day) of_day_[day_of(replaced.local)].push_back(&added);
    on_day_[day_of(replaced.local)].push_back(&added);
    if (replaced.and_later) and_later_.push_back(&added);
  }

  // The one that stands for the occurrence, and is used from now on; null when there is none.
  const CalendarEvent* take(const Occurrence& occurrence, bool is_all_day) {
    const LocalTime day = day_of(occurrence.local);
    Override* found = is_all_day ? first_unused(on_day_, day) : first_unused(at_start_, occurrence.start);
    if (found == nullptr && !is_all_day) found = first_unused(of_day_, day);
    if (found == nullptr) return nullptr;
    found->is_used = true;
    return found->event;
  }

  // The last change "of this and all later" that holds at `start`; it is used from now on.
  const CalendarEvent* in_force_at(WallTime start) {
    const auto behind = std::upper_bound(
        and_later_.begin(), and_later_.end(), start,
        [](WallTime time, const Override* change) { return time < change->event->replaces->start; });
    if (behind == and_later_.begin()) return nullptr;
    (*std::prev(behind))->is_used = true;
    return (*std::prev(behind))->event;
  }

  [[nodiscard]] std::deque<Override>& all() { return all_; }

 private:
  template <class Key>
  static Override* first_unused(std::map<Key, std::deque<Override*>>& index, const Key& key) {
    const auto found = index.find(key);
    if (found == index.end()) return nullptr;
    while (!found->second.empty() && found->second.front()->is_used) found->second.pop_front();
    return found->second.empty() ? nullptr : found->second.front();
  }

  std::deque<Override> all_;  // addresses stay
  std::map<WallTime, std::deque<Override*>> at_start_;
  std::map<LocalTime, std::deque<Override*>> of_day_;  // those that name no more than a day
  std::map<LocalTime, std::deque<Override*>> on_day_;  // all
  std::vector<Override*> and_later_;
};

class Joiner {
 public:
  Joiner(const SeriesContext& context, std::vector<LeftOutEntry>& left_out)
      : context_(context), left_out_(left_out) {}

  void join(const std::vector<const CalendarEvent*>& revisions) {
    std::vector<const CalendarEvent*> masters;
    Overrides overrides;
    for (const CalendarEvent* event : revisions)
      if (event->replaces)
        overrides.add(*event);
      else
        masters.push_back(event);
    for (const CalendarEvent* master : masters) {
      if (master->is_cancelled)
        leave_out(*master, "Left out: cancelled.");
      else if (master->state == EventState::kOutside)
        leave_out(*master, outside_of(context_.days));
      else
        take_master(*master, overrides);
    }
    const CalendarEvent* master = masters.empty() ? nullptr : masters.front();
    for (const Overrides::Override& override : overrides.all())
      if (!override.is_used && !is_cancelled_with(master, *override.event))
        take_alone(*override.event, master);
  }

  std::vector<CalendarEntry> take() { return std::move(entries_); }

 private:
  void leave_out(const CalendarEvent& event, const std::string& why) {
    context_.findings[event.file].add(Severity::kSkipped, why, subject_of(event, context_.days.zone));
    left_out_.push_back({event.entry.uid, event.entry.title});
  }

  // A cancelled series takes its changed occurrences with it, unless they were changed afterwards.
  static bool is_cancelled_with(const CalendarEvent* master, const CalendarEvent& change) {
    return master != nullptr && master->is_cancelled && change.sequence <= master->sequence;
  }

  void take_master(const CalendarEvent& master, Overrides& overrides) {
    if (!master.is_series) {
      const Occurrence only{master.entry.start, master.entry.end, {}};
      if (!take_override(master, only, overrides)) emit(master.entry, master);
      return;
    }
    const std::size_t before = entries_.size();
    for (const Occurrence& occurrence : master.occurrences)
      if (!take_override(master, occurrence, overrides)) take_occurrence(master, occurrence, overrides);
    if (entries_.size() == before)
      leave_out(master, master.has_unused_rule
                            ? "Left out: nothing of it that can be read is within the visit's days."
                            : "Left out: repeats, but not within the visit's days.");
  }

  // True when another entry stands for the occurrence.
  bool take_override(const CalendarEvent& master, const Occurrence& occurrence, Overrides& overrides) {
    const CalendarEvent* change = overrides.take(occurrence, master.entry.all_day);
    if (change == nullptr) return false;
    if (change->is_cancelled) return true;
    CalendarEntry entry = change->entry;
    entry.id = id_of(master, occurrence.start);
    inherit(entry, change->access, master);
    emit(std::move(entry), *change);
    return true;
  }

  // As the series has it, or as the last change "of this and all later" has it.
  void take_occurrence(const CalendarEvent& master, const Occurrence& occurrence, Overrides& overrides) {
    const CalendarEvent* change = overrides.in_force_at(occurrence.start);
    if (change != nullptr && change->is_cancelled) return;
    CalendarEntry entry = change == nullptr ? master.entry : change->entry;
    if (change == nullptr) {
      entry.start = occurrence.start;
      entry.end = occurrence.end;
    } else {
      entry.end = occurrence.start + (entry.end - change->replaces->start);
      entry.start = occurrence.start + (entry.start - change->replaces->start);
      inherit(entry, change->access, master);
    }
    entry.id = id_of(master, occurrence.start);
    if (context_.span.touches(entry.start, entry.end)) emit(std::move(entry), master);
  }

  // A changed occurrence whose series is not in the file, or does not have it near the visit's days.
  void take_alone(const CalendarEvent& event, const CalendarEvent* master) {
    if (event.is_cancelled) return;
    CalendarEntry entry = event.entry;
    entry.id = event.entry.uid + "/" + to_rfc3339(event.replaces->start);
    if (master != nullptr) inherit(entry, event.access, *master);
    emit(std::move(entry), event);
  }

  static std::string id_of(const CalendarEvent& master, WallTime start) {
    return master.is_series ? master.entry.uid + "/" + to_rfc3339(start) : master.entry.id;
  }

  void emit(CalendarEntry entry, const CalendarEvent& source) {
    if (!context_.span.touches(entry.start, entry.end)) {
      leave_out(source, outside_of(context_.days));
      return;
    }
    if (entries_.size() >= kMostEntries) {
      leave_out(source,
                "Left out: the visit's days have more than 20000 entries; export the visit's calendar only.");
      return;
    }
    const std::string id = entry.id;
    while (!ids_.insert(entry.id).second)
      entry.id = id + "/" + std::to_string(++numbers_.try_emplace(id, 1).first->second);
    entries_.push_back(std::move(entry));
  }

  const SeriesContext& context_;
  std::vector<LeftOutEntry>& left_out_;
  std::vector<CalendarEntry> entries_;
  std::set<std::string> ids_;
  std::map<std::string, int> numbers_;  // the last one that an id was given; none has two searches
};

}  // namespace

std::vector<CalendarEntry> join_series(std::vector<CalendarEvent> events, const SeriesContext& context,
                                       std::vector<LeftOutEntry>& left_out) {
  std::map<std::string, std::vector<CalendarEvent*>, std::less<>> by_uid;
  std::vector<std::string> order;
  for (CalendarEvent& event : events) {
    if (event.state == EventState::kBad) {
      left_out.push_back({event.entry.uid, event.entry.title});
      continue;
    }
    const auto [known, is_new] = by_uid.try_emplace(event.entry.uid);
    if (is_new) order.push_back(event.entry.uid);
    known->second.push_back(&event);
  }
  Joiner joiner(context, left_out);
  for (const std::string& uid : order)
    joiner.join(newest_revisions(by_uid.at(uid), context.days.zone, context.findings));
  return joiner.take();
}

}  // namespace tertulia::formats
