// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_event.h"

#include <algorithm>
#include <cstdint>

#include <libical/ical.h>

#include "firmware/domain/digest.h"
#include "firmware/formats/calendar/breaks.h"
#include "firmware/formats/calendar/calendar_property.h"
#include "firmware/formats/calendar/event_head.h"
#include "firmware/formats/calendar/event_times.h"
#include "firmware/formats/calendar/ical_values.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/text/html.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kBadReplaced =
    "Left out: it changes one meeting of a series, and its RECURRENCE-ID does not say which; the series is "
    "shown without the change. Change that meeting again in the calendar.";

// The texts of all properties of a kind by language. HTML becomes plain text.
LocalizedText localized(icalcomponent* component, int kind, const Language& fallback) {
  LocalizedText result;
  for (icalproperty* property : properties_of(component, kind))
    if (const std::string text = text_of(property); !text.empty())
      result.set(language_of(property, fallback), text);
  return result;
}

// What libical could not read, by the names of the properties. Times and RRULE have findings of their own.
class UnreadLines {
 public:
  UnreadLines(const EventHead& head, const EventContext& context) : head_(head), context_(context) {}

  void report(const FindingSubject& subject) const {
    for (const OwnLine& line : head_.lines) {
      if (is_one_of(line.name, {"DTSTART", "DTEND", "DURATION", "RRULE"})) continue;
      const std::string_view text = context_.text.line(line.index);
      if (line.name.empty() || !is_readable(text))
        context_.findings.add(
            Severity::kSkipped,
            "A line of it cannot be read and is not used: " + in_quotes(beginning_of(text)) + ".", subject);
    }
  }

 private:
  static std::string_view beginning_of(std::string_view line) {
    return line.substr(0, std::min<std::size_t>(line.find_first_of(":;"), 24));
  }

  bool is_readable(std::string_view line) const {
    if (trim(property_parts(line).value).empty()) return true;  // an empty LOCATION: is no loss
    const Property parsed(
        icalproperty_new_from_string(readable_line(line, context_.calendar.is_version_1).c_str()));
    return parsed != nullptr && icalproperty_isa(parsed.get()) != ICAL_XLICERROR_PROPERTY &&
           icalproperty_get_value(parsed.get()) != nullptr;
  }

  const EventHead& head_;
  const EventContext& context_;
};

class EventParser {
 public:
  EventParser(EventHead head, const EventContext& context, icalcomponent* component)
      : head_(std::move(head)), context_(context), component_(component), event_(head_.event) {}

  CalendarEvent read() {
    read_texts();
    std::string problem = read_times(event_, component_, context_);
    // Without it the change would stand for its whole series.
    if (problem.empty() && !event_.replaces && names_an_occurrence()) problem = kBadReplaced;
    if (!problem.empty()) {
      event_.state = EventState::kBad;
      context_.findings.add(Severity::kSkipped, problem, subject());
    }
    read_identity();
    if (event_.state == EventState::kBad) return std::move(event_);
    read_marks();
    if (first_property(component_, ICAL_XLICERROR_PROPERTY) != nullptr)
      UnreadLines(head_, context_).report(subject());
    return std::move(event_);
  }

 private:
  [[nodiscard]] FindingSubject subject() const { return subject_of(event_, context_.days.zone); }

  [[nodiscard]] bool names_an_occurrence() const {
    return std::any_of(head_.lines.begin(), head_.lines.end(), [&](const OwnLine& line) {
      return line.name == "RECURRENCE-ID" &&
             !trim(property_parts(context_.text.line(line.index)).value).empty();
    });
  }

  void read_texts() {
    CalendarEntry& entry = event_.entry;
    const Language& language = context_.days.language;
    entry.title = localized(component_, ICAL_SUMMARY_PROPERTY, language);
    entry.description = localized(component_, ICAL_DESCRIPTION_PROPERTY, language);
    if (icalproperty* location = first_property(component_, ICAL_LOCATION_PROPERTY))
      entry.location = text_of(location);
    if (!entry.description.empty()) return;
    for (const OwnLine& line : head_.lines)  // Outlook: the same text as HTML
      if (line.name == "X-ALT-DESC")
        entry.description.set(
            language,
            clean_text(plain_text_of(unescaped(property_parts(context_.text.line(line.index)).value))));
  }

  void read_identity() {
    CalendarEntry& entry = event_.entry;
    if (entry.uid.empty()) {
      const std::string made_of = entry.title.in("") + to_rfc3339(entry.start) + entry.location;
      entry.uid = "no-uid-" + sha256_hex(made_of).substr(0, 16);
      context_.findings.add(Severity::kGuessed, "It has no UID; one is made of its title, start and place.",
                            subject());
    }
    entry.id = entry.uid;
  }

  void read_marks() {
    CalendarEntry& entry = event_.entry;
    entry.has_url = first_property(component_, ICAL_URL_PROPERTY) != nullptr;
    entry.has_conference = first_property(component_, ICAL_CONFERENCE_PROPERTY) != nullptr;
    for (icalproperty* property : properties_of(component_, ICAL_CATEGORIES_PROPERTY))
      for (const std::string& category : split(text_of(property), ','))
        if (is_break_kind(category)) entry.is_break = true;
    if (!head_.unknown_access.empty())
      context_.findings.add(
          Severity::kGuessed,
          "The access word " + in_quotes(head_.unknown_access) + " is unknown; taken as closed.", subject());
  }

  const EventHead head_;
  const EventContext& context_;
  icalcomponent* component_;
  CalendarEvent event_;
};

}  // namespace

FindingSubject subject_of(const CalendarEvent& event, const std::string& zone) {
  const CalendarEntry& entry = event.entry;
  std::string text = entry.is_private      ? std::string("a closed entry")
                     : entry.title.empty() ? std::string("an entry without a title")
                                           : in_quotes(entry.title.in(""));
  const auto local = to_local(entry.start, zone);
  if (entry.start != WallTime() && local.ok())
    text += ", " + day_and_time(local.value(), entry.all_day);
  else if (event.day)
    text += ", " + day_and_time(*event.day, true);
  return {text, "line " + std::to_string(entry.line)};
}

CalendarEvent read_event(const CalendarComponent& component, const EventContext& context) {
  EventHead head = read_head(component, context);
  if (head.event.state == EventState::kOutside) return head.event;
  const Component parsed(
      icalcomponent_new_from_string(text_of(component, context.text, context.calendar.is_version_1).c_str()));
  if (!parsed || icalcomponent_isa(parsed.get()) != ICAL_VEVENT_COMPONENT) {
    head.event.state = EventState::kBad;
    context.findings.add(Severity::kSkipped,
                         "Left out: cannot be read; write it again in the calendar program.",
                         subject_of(head.event, context.days.zone));
    return head.event;
  }
  return EventParser(std::move(head), context, parsed.get()).read();
}

}  // namespace tertulia::formats
