// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/icalendar.h"

#include <utility>

#include "firmware/formats/calendar/calendar_event.h"
#include "firmware/formats/calendar/series.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

void say_encoding(const SourceFile& source, const CalendarText& text, Findings& findings) {
  if (text.encoding() == Encoding::kUtf16)
    findings.guessed({source.name, ""}, "The calendar is UTF-16 text; it was read as that.");
  if (text.encoding() == Encoding::kWindows1252)
    findings.guessed(
        at_line(source.name, text.first_guessed()),
        "Not UTF-8: " + counted(text.guessed_lines(), "line") +
            ", this one first; read as Windows-1252 (Latin-1). If letters are wrong, export the calendar "
            "again as UTF-8.");
}

// Reads the VCALENDARs of a file one after the other: each has zones of its own.
class CalendarParser {
 public:
  CalendarParser(const CalendarText& text, const CalendarDays& days, GroupedFindings& findings,
                 std::vector<CalendarEvent>& events)
      : text_(text), days_(days), findings_(findings), events_(events) {}

  void read(const Calendar& calendar) {
    CalendarZones zones(days_.zone);
    for (const CalendarComponent& component : calendar.components)
      if (component.kind == "VTIMEZONE") add_zone(component, zones);
    if (!calendar.zone.empty() && !zones.set_floating(calendar.zone))
      findings_.add(Severity::kGuessed,
                    "The time zone " + in_quotes(calendar.zone) +
                        " of the calendar is unknown; times without a zone are read as " + days_.zone + ".",
                    {});
    for (const CalendarComponent& component : calendar.components) {
      if (component.kind == "VEVENT")
        events_.push_back(read_event(component, {text_, calendar, zones, days_, findings_, budget_}));
      else if (component.kind != "VTIMEZONE")
        findings_.add(Severity::kSkipped, "Left out: no session; only entries of the kind VEVENT are read.",
                      {in_quotes(component.kind), line_of(component)});
    }
  }

 private:
  [[nodiscard]] std::string line_of(const CalendarComponent& component) const {
    return "line " + std::to_string(text_.number(component.begin));
  }

  void add_zone(const CalendarComponent& component, CalendarZones& zones) {
    const auto added = zones.add(text_of(component, text_, false));
    if (added == CalendarZones::Added::kUnreadable)
      findings_.add(Severity::kSkipped, "A description of a time zone cannot be read.",
                    {"", line_of(component)});
    if (added == CalendarZones::Added::kOther)
      findings_.add(
          Severity::kGuessed,
          "A time zone is described again and differently under the same name; the first one is used.",
          {"", line_of(component)});
  }

  const CalendarText& text_;
  const CalendarDays& days_;
  GroupedFindings& findings_;
  std::vector<CalendarEvent>& events_;
  RuleBudget budget_;
};

// The events of one file go behind the others. What is found at entries goes to `grouped`.
void read_events(const SourceFile& source, const CalendarDays& days, std::vector<CalendarEvent>& events,
                 GroupedFindings& grouped, Findings& findings) {
  const CalendarText text(source.bytes);
  const CalendarFile file = split_calendar(text, grouped);
  if (file.error) {
    findings.wrong(at_line(source.name, file.error->line), file.error->message);
    return;
  }
  say_encoding(source, text, findings);
  CalendarParser parser(text, days, grouped, events);
  for (const Calendar& calendar : file.calendars) parser.read(calendar);
}

}  // namespace

CalendarsReading read_icalendars(const std::vector<SourceFile>& sources, const CalendarDays& days) {
  CalendarsReading reading;
  reading.findings.resize(sources.size());
  const auto span = span_of(days);
  std::vector<GroupedFindings> grouped;
  std::vector<CalendarEvent> events;
  for (std::size_t file = 0; file < sources.size(); ++file) {
    const std::string& name = sources[file].name;
    grouped.emplace_back(name);
    if (!span.ok()) {
      reading.findings[file].wrong({name, ""}, span.error().message);
      continue;
    }
    const std::size_t before = events.size();
    read_events(sources[file], days, events, grouped[file], reading.findings[file]);
    for (std::size_t index = before; index < events.size(); ++index) {
      events[index].file = file;
      events[index].entry.extras.place = at_line(name, events[index].entry.line);
    }
  }
  CalendarContents& contents = reading.contents;
  if (span.ok())
    contents.entries = join_series(std::move(events), {span.value(), days, grouped}, contents.left_out);
  for (std::size_t file = 0; file < sources.size(); ++file)
    if (!reading.findings[file].any_wrong()) grouped[file].write_to(reading.findings[file]);
  return reading;
}

std::optional<CalendarContents> read_icalendar(const SourceFile& source, const CalendarDays& days,
                                               Findings& findings) {
  CalendarsReading reading = read_icalendars({source}, days);
  findings.add(reading.findings.front());
  if (reading.findings.front().any_wrong()) return std::nullopt;
  return std::move(reading.contents);
}

}  // namespace tertulia::formats
