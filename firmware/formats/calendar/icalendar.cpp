// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/icalendar.h"

#include <algorithm>
#include <set>
#include <utility>

#include "firmware/domain/utf8.h"
#include "firmware/formats/calendar/calendar_event.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostEntries = 5000;

struct Span {
  WallTime start;
  WallTime end;
  bool has(WallTime time) const { return time >= start && time < end; }
};

Result<Span> span_of(const CalendarDays& days) {
  TRY(const WallTime start, to_wall(days.first_day, days.zone));
  TRY(const WallTime end, to_wall(days_later(days.last_day, 1), days.zone));
  return Span{start, end};
}

// Occurrences that another entry stands for, by UID and original start.
using Replaced = std::set<std::pair<std::string, WallTime>>;

Replaced replaced_by(const std::vector<CalendarEvent>& events) {
  Replaced replaced;
  for (const CalendarEvent& event : events)
    if (event.replaces) replaced.emplace(event.entry.uid, *event.replaces);
  return replaced;
}

// Collects entries with unique ids.
class Collector {
 public:
  Collector(std::string file, Span days, Findings& findings)
      : file_(std::move(file)), days_(days), findings_(findings) {}

  void take(const CalendarEvent& event, const Replaced& replaced) {
    if (event.is_cancelled) {
      if (!event.replaces) findings_.skipped(place(event), "The entry is cancelled.");
    } else if (event.has_rule) {
      take_rule(event, replaced);
    } else {
      take_single(event);
    }
  }

  std::vector<CalendarEntry> entries;

 private:
  Place place(const CalendarEvent& event) const { return at_line(file_, event.entry.line); }

  void take_single(const CalendarEvent& event) {
    if (!days_.has(event.entry.start))
      findings_.guessed(place(event),
                        "The entry starts outside of the visit's days and is kept; check its date and year.");
    keep(event.entry);
  }

  void take_rule(const CalendarEvent& event, const Replaced& replaced) {
    const std::size_t before = entries.size();
    for (const WallTime start : event.occurrences) {
      const bool is_excluded =
          std::find(event.excluded.begin(), event.excluded.end(), start) != event.excluded.end();
      if (!days_.has(start) || is_excluded || replaced.contains({event.entry.uid, start})) continue;
      CalendarEntry entry = event.entry;
      entry.id += "/" + to_rfc3339(start);
      entry.end = start + (entry.end - entry.start);
      entry.start = start;
      keep(std::move(entry));
    }
    if (entries.size() == before)
      findings_.skipped(place(event), "The entry repeats, but not within the visit's days.");
  }

  void keep(CalendarEntry entry) {
    if (!ids_.insert(entry.id).second) {
      findings_.skipped(at_line(file_, entry.line),
                        "An entry before this one has the same UID; the first is kept.");
    } else if (entries.size() >= kMostEntries) {
      findings_.wrong(at_line(file_, entry.line),
                      "The calendar has more than 5000 entries; export the visit only.");
    } else {
      entries.push_back(std::move(entry));
    }
  }

  std::string file_;
  Span days_;
  Findings& findings_;
  std::set<std::string> ids_;
};

bool is_readable(const SourceFile& source, Findings& findings) {
  if (is_utf8(source.bytes) && source.bytes.find('\0') == std::string_view::npos) return true;
  findings.wrong({source.name, ""}, "The calendar is not UTF-8 text; export it again as iCalendar (.ics).");
  return false;
}

std::vector<CalendarEvent> read_events(const std::vector<CalendarComponent>& components,
                                       const EventContext& context) {
  std::vector<CalendarEvent> events;
  for (const CalendarComponent& component : components) {
    if (component.kind == "VEVENT") {
      if (auto event = read_event(component, context)) events.push_back(std::move(*event));
    } else if (component.kind != "VTIMEZONE") {
      context.findings.skipped(at_line(context.file, component.line),
                               in_quotes(component.kind) + " is no session; only VEVENT entries are read.");
    }
  }
  return events;
}

}  // namespace

std::optional<std::vector<CalendarEntry>> read_icalendar(const SourceFile& source, const CalendarDays& days,
                                                         Findings& findings) {
  if (!is_readable(source, findings)) return std::nullopt;
  const auto split = split_calendar(without_bom(source.bytes));
  if (const auto* error = std::get_if<CalendarError>(&split)) {
    findings.wrong(at_line(source.name, error->line), error->message);
    return std::nullopt;
  }
  const auto span = span_of(days);
  if (!span.ok()) {
    findings.wrong({source.name, ""}, span.error().message);
    return std::nullopt;
  }
  const auto& components = std::get<std::vector<CalendarComponent>>(split);
  CalendarZones zones(days.zone);
  for (const CalendarComponent& component : components)
    if (component.kind == "VTIMEZONE" && !zones.add(component.text))
      findings.skipped(at_line(source.name, component.line), "The time zone cannot be read.");
  const std::vector<CalendarEvent> events = read_events(components, {source.name, days, zones, findings});
  const Replaced replaced = replaced_by(events);
  Collector collector(source.name, span.value(), findings);
  for (const CalendarEvent& event : events) collector.take(event, replaced);
  return std::move(collector.entries);
}

}  // namespace tertulia::formats
