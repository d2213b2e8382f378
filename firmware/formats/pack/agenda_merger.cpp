// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/agenda_merger.h"

#include <utility>

#include "firmware/domain/digest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostNamedEntries = 5;  // entries that the finding names

bool is_closed(const CalendarEntry& entry) {
  return entry.extras.access.value_or(entry.is_private ? Access::kClosed : Access::kOpen) == Access::kClosed;
}

bool is_elsewhere(const CalendarEntry& entry, const CalendarEntry& first) {
  return entry.extras.place.file == first.extras.place.file && entry.start == first.start &&
         !entry.location.empty() && entry.location != first.location &&
         !entry.id.ends_with("/" + entry.location);
}

}  // namespace

void AgendaMerger::take(std::vector<CalendarEntry> entries) {
  for (CalendarEntry& entry : entries) {
    if (entry.uid.empty()) give_id(entry);
    keep(std::move(entry));
  }
}

std::vector<CalendarEntry> AgendaMerger::finish() {
  if (repeated_ > 0) {
    std::string message = counted(repeated_, "entry stands", "entries stand") +
                          " in the agenda more than once, by the same id; the first is used: " + named_;
    if (repeated_ > kMostNamedEntries)
      message += " and " + std::to_string(repeated_ - kMostNamedEntries) + " more";
    findings_.skipped(first_, message + ".");
  }
  return std::move(entries_);
}

void AgendaMerger::give_id(CalendarEntry& entry) {
  const std::string day = to_rfc3339(entry.start).substr(0, 10);
  const std::string key = day + " " + folded(entry.title.in(""));
  const int number = ++uses_[key];
  entry.uid = "entry-" + sha256_hex(key + " " + std::to_string(number)).substr(0, 16);
  entry.id = entry.uid;
}

void AgendaMerger::keep(CalendarEntry entry) {
  const auto [known, is_new] = ids_.try_emplace(entry.id, entries_.size());
  if (is_new) {
    entries_.push_back(std::move(entry));
    return;
  }
  CalendarEntry& first = entries_[known->second];
  if (is_elsewhere(entry, first)) {
    entry.id += "/" + entry.location;  // one event in two rooms at once
    keep(std::move(entry));
    return;
  }
  if (is_closed(entry)) first.extras.access = Access::kClosed;
  if (repeated_++ == 0) first_ = entry.extras.place;
  if (repeated_ > kMostNamedEntries) return;
  const std::string name = is_closed(first) ? "a closed entry" : in_quotes(entry.title.in(""));
  named_ += (named_.empty() ? "" : ", ") + name;
}

}  // namespace tertulia::formats
