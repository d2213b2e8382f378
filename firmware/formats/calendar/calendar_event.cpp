// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_event.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <libical/ical.h>

#include "firmware/domain/digest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::int64_t kLongestSeconds = 366LL * 24 * 3600;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

template <class Visit>
void each_property(icalcomponent* component, icalproperty_kind kind, Visit visit) {
  for (icalproperty* property = icalcomponent_get_first_property(component, kind); property != nullptr;
       property = icalcomponent_get_next_property(component, kind))
    visit(property);
}

std::string text_of(icalproperty* property) {
  icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr || icalvalue_isa(value) != ICAL_TEXT_VALUE) return {};
  const char* text = icalvalue_get_text(value);
  return text == nullptr ? std::string() : clean_text(text);
}

std::string first_text(icalcomponent* component, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(component, kind);
  return property == nullptr ? std::string() : text_of(property);
}

// "pt" of LANGUAGE=pt-PT.
Language language_of(icalproperty* property, const Language& fallback) {
  icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_LANGUAGE_PARAMETER);
  const char* name = parameter == nullptr ? nullptr : icalparameter_get_language(parameter);
  if (name == nullptr) return fallback;
  const std::string primary = lower_ascii(split(name, '-').front());
  const bool is_code =
      (primary.size() == 2 || primary.size() == 3) &&
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_code ? primary : fallback;
}

LocalizedText localized(icalcomponent* component, icalproperty_kind kind, const Language& fallback) {
  LocalizedText result;
  each_property(component, kind, [&](icalproperty* property) {
    if (const std::string text = text_of(property); !text.empty())
      result.set(language_of(property, fallback), text);
  });
  return result;
}

// Parses one event. Each part may find that the entry is not a session.
class EventParser {
 public:
  EventParser(const CalendarComponent& source, const EventContext& context, icalcomponent* component)
      : source_(source), context_(context), component_(component) {}

  std::optional<CalendarEvent> read() {
    read_texts();
    if (!read_start() || !read_end()) return std::nullopt;
    read_identity();
    read_marks();
    read_recurrence();
    return std::move(event_);
  }

 private:
  Place at(std::string_view property) const { return at_line(context_.file, source_.line_of(property)); }

  icalproperty* first(icalproperty_kind kind) const {
    return icalcomponent_get_first_property(component_, kind);
  }

  // The instant of a date-time property; an unknown zone is read as the visit's, and said.
  std::optional<WallTime> instant(icalproperty* property, std::string_view name) const {
    const auto time = calendar_time(property);
    if (!time) return std::nullopt;
    if (!context_.zones.knows(*time))
      context_.findings.guessed(at(name), "The time zone " + in_quotes(time->tzid) +
                                              " is unknown and not described in the file; read as " +
                                              context_.days.zone + ".");
    const auto wall = context_.zones.instant(*time);
    if (!wall.ok()) return std::nullopt;
    return wall.value();
  }

  void read_texts() {
    CalendarEntry& entry = event_.entry;
    entry.line = source_.line;
    entry.title = localized(component_, ICAL_SUMMARY_PROPERTY, context_.days.language);
    entry.description = localized(component_, ICAL_DESCRIPTION_PROPERTY, context_.days.language);
    entry.location = first_text(component_, ICAL_LOCATION_PROPERTY);
    each_property(component_, ICAL_XLICERROR_PROPERTY, [&](icalproperty* property) {
      const char* text = icalproperty_get_xlicerror(property);
      const std::string message = text == nullptr ? "" : clean_text(text);
      if (message.find("No value for") == std::string::npos)  // an empty LOCATION: is no loss
        context_.findings.skipped(at_line(context_.file, source_.line),
                                  "A line of this entry cannot be read: " + in_quotes(message) + ".");
    });
  }

  bool read_start() {
    icalproperty* property = first(ICAL_DTSTART_PROPERTY);
    const auto time = property == nullptr ? std::nullopt : calendar_time(property);
    const auto wall = time ? instant(property, "DTSTART") : std::nullopt;
    if (!wall) {
      context_.findings.wrong(at("DTSTART"),
                              "The entry has no valid DTSTART; give it a day and time in the calendar.");
      return false;
    }
    event_.first = *time;
    event_.entry.start = *wall;
    event_.entry.all_day = time->is_day;
    return true;
  }

  std::optional<WallTime> end_by_duration(icalproperty* property) const {
    const icaldurationtype duration = icalproperty_get_duration(property);
    const std::int64_t seconds =
        ((std::int64_t{duration.weeks} * 7 + duration.days) * 24 + duration.hours) * 3600 +
        std::int64_t{duration.minutes} * 60 + duration.seconds;
    if (duration.is_neg != 0 || seconds > kLongestSeconds) return std::nullopt;
    return event_.entry.start + std::chrono::seconds(seconds);
  }

  std::optional<WallTime> end_by_default() const {
    if (!event_.entry.all_day) return event_.entry.start;
    const auto wall = to_wall(days_later(event_.first.local, 1), context_.days.zone);
    return wall.ok() ? std::optional(wall.value()) : std::nullopt;
  }

  bool read_end() {
    icalproperty* end = first(ICAL_DTEND_PROPERTY);
    icalproperty* duration = first(ICAL_DURATION_PROPERTY);
    const std::string_view name = end != nullptr ? "DTEND" : "DURATION";
    const auto wall = end != nullptr        ? instant(end, name)
                      : duration != nullptr ? end_by_duration(duration)
                                            : end_by_default();
    if (!wall || *wall < event_.entry.start) {
      context_.findings.wrong(at(name), "The entry ends before it starts or has no valid end; correct it.");
      return false;
    }
    if (*wall - event_.entry.start > std::chrono::seconds(kLongestSeconds)) {
      context_.findings.wrong(at(name), "The entry is longer than a year; correct its end.");
      return false;
    }
    if (*wall == event_.entry.start) {
      context_.findings.skipped(at("DTSTART"),
                                "The entry has no length, so it is no session; give it an end.");
      return false;
    }
    event_.entry.end = *wall;
    return true;
  }

  void read_identity() {
    CalendarEntry& entry = event_.entry;
    entry.uid = first_text(component_, ICAL_UID_PROPERTY);
    if (entry.uid.empty()) {
      entry.uid = "no-uid-" + sha256_hex(entry.title.in("") + to_rfc3339(entry.start)).substr(0, 16);
      context_.findings.guessed(at("BEGIN"), "The entry has no UID; one is made of its title and start.");
    }
    entry.id = entry.uid;
    if (icalproperty* original = first(ICAL_RECURRENCEID_PROPERTY)) {
      event_.replaces = instant(original, "RECURRENCE-ID");
      if (event_.replaces) entry.id += "/" + to_rfc3339(*event_.replaces);
    }
  }

  void read_marks() {
    CalendarEntry& entry = event_.entry;
    entry.has_url = first(ICAL_URL_PROPERTY) != nullptr;
    entry.has_conference = first(ICAL_CONFERENCE_PROPERTY) != nullptr;
    if (icalproperty* mark = first(ICAL_CLASS_PROPERTY))  // RFC 5545: an unknown class is private
      entry.is_private = icalproperty_get_class(mark) != ICAL_CLASS_PUBLIC;
    if (icalproperty* status = first(ICAL_STATUS_PROPERTY))
      event_.is_cancelled = icalproperty_get_status(status) == ICAL_STATUS_CANCELLED;
    each_property(component_, ICAL_CATEGORIES_PROPERTY, [&](icalproperty* property) {
      const std::string category = lower_ascii(text_of(property));
      if (category.find("break") != std::string::npos) entry.is_break = true;
    });
  }

  void read_recurrence() {
    each_property(component_, ICAL_EXDATE_PROPERTY, [&](icalproperty* property) {
      if (const auto wall = instant(property, "EXDATE")) event_.excluded.push_back(*wall);
    });
    if (first(ICAL_RDATE_PROPERTY) != nullptr)
      context_.findings.skipped(at("RDATE"),
                                "Extra dates (RDATE) are not read; give each its own calendar entry.");
    icalproperty* rule = first(ICAL_RRULE_PROPERTY);
    if (rule == nullptr || event_.replaces) return;
    event_.has_rule = true;
    const RuleLimits limits{days_later(context_.days.last_day, 2)};
    const std::vector<LocalTime> times = occurrences(rule, event_.first, limits);
    if (times.size() >= limits.most)
      context_.findings.guessed(at("RRULE"), "The rule repeats too often; later occurrences are not read.");
    const auto until = rule_end(rule);
    for (const LocalTime& local : times) add_occurrence(local, until);
  }

  void add_occurrence(const LocalTime& local, const std::optional<CalendarTime>& until) {
    CalendarTime time = event_.first;
    time.local = local;
    const auto wall = context_.zones.instant(time);
    if (!wall.ok()) return;
    if (until && until->is_day && local >= days_later(until->local, 1)) return;
    if (until && !until->is_day) {
      CalendarTime end = *until;
      if (!end.is_utc) end.tzid = time.tzid;
      const auto last = context_.zones.instant(end);
      if (last.ok() && wall.value() > last.value()) return;
    }
    event_.occurrences.push_back(wall.value());
  }

  const CalendarComponent& source_;
  const EventContext& context_;
  icalcomponent* component_;
  CalendarEvent event_;
};

}  // namespace

std::optional<CalendarEvent> read_event(const CalendarComponent& component, const EventContext& context) {
  const Component parsed(icalcomponent_new_from_string(component.text.c_str()));
  if (!parsed || icalcomponent_isa(parsed.get()) != ICAL_VEVENT_COMPONENT) {
    context.findings.wrong(at_line(context.file, component.line),
                           "The entry cannot be read; write it again in the calendar program.");
    return std::nullopt;
  }
  return EventParser(component, context, parsed.get()).read();
}

}  // namespace tertulia::formats
