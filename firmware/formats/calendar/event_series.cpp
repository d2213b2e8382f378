// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <libical/ical.h>

#include "firmware/formats/calendar/event_frame.h"
#include "firmware/formats/calendar/ical_values.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/calendar/recurrence.h"

namespace tertulia::formats {
namespace {

using std::chrono::seconds;

class SeriesReader {
 public:
  SeriesReader(CalendarEvent& event, icalcomponent* component, const EventFrame& frame)
      : event_(event), component_(component), frame_(frame) {}

  void read() {
    frame_.context.budget.begin_entry();
    const auto rules = properties_of(component_, ICAL_RRULE_PROPERTY);
    const auto dates = properties_of(component_, ICAL_RDATE_PROPERTY);
    event_.has_unused_rule = has_unread(component_, "RRULE");
    if (event_.has_unused_rule)
      guessed(
          rules.empty() && dates.empty()
              ? "Its rule of repetition (RRULE) cannot be read; only the first meeting is used. Set it again."
              : "One of its rules of repetition (RRULE) cannot be read; what it gives is missing. Set it "
                "again.");
    if (rules.empty() && dates.empty()) return;
    event_.is_series = true;
    read_exceptions();
    add(frame_.first);  // the first instance, whether or not the rule gives it (RFC 5545, section 3.8.2.4)
    for (icalproperty* rule : rules) add_rule(rule);
    for (icalproperty* date : dates) add_date(date);
    std::sort(event_.occurrences.begin(), event_.occurrences.end(),
              [](const Occurrence& one, const Occurrence& other) { return one.start < other.start; });
    const auto same = [](const Occurrence& one, const Occurrence& other) { return one.start == other.start; };
    event_.occurrences.erase(std::unique(event_.occurrences.begin(), event_.occurrences.end(), same),
                             event_.occurrences.end());
  }

 private:
  void guessed(const std::string& sentence) const {
    frame_.context.findings.add(Severity::kGuessed, sentence, subject_of(event_, frame_.context.days.zone));
  }

  // From before the first day, so that what runs into it is found.
  [[nodiscard]] RuleWindow window() const {
    const int before = frame_.length.days + static_cast<int>(frame_.length.rest.count() / (24 * 3600)) + 2;
    return {days_later(frame_.context.days.first_day, -before), days_later(frame_.context.days.last_day, 3)};
  }

  void read_exceptions() {
    for (icalproperty* property : properties_of(component_, ICAL_EXDATE_PROPERTY)) {
      const auto time = calendar_time(property);
      if (!time) continue;
      const auto wall = frame_.instant(frame_.in_zone_of_start(*time));
      if (time->is_day || frame_.first.is_day)
        excluded_days_.insert(day_of(time->local));
      else if (wall)
        excluded_.insert(*wall);
    }
    for (icalproperty* property : properties_of(component_, ICAL_EXRULE_PROPERTY)) {
      const RuleReading reading = occurrences(property, frame_.first, window(), frame_.context.budget);
      if (reading.unusable || reading.is_cut)
        guessed("Its rule of exceptions (EXRULE) " + why_unused(reading) +
                "; the meetings that it takes out may be shown. Take them out one by one.");
      each_until_end(property, reading, [&](const CalendarTime&, WallTime wall) { excluded_.insert(wall); });
    }
  }

  static std::string why_unused(const RuleReading& reading) {
    return std::string(reading.unusable ? reading.unusable->why : "repeats too often");
  }

  void add_rule(icalproperty* rule) {
    const RuleReading reading = occurrences(rule, frame_.first, window(), frame_.context.budget);
    if (reading.unusable) {
      event_.has_unused_rule = true;
      guessed("Its rule of repetition (RRULE) " + why_unused(reading) +
              "; what it gives beyond the first meeting is missing. " + std::string(reading.unusable->cure));
    }
    if (reading.is_cut) guessed("It repeats too often; later occurrences are not read.");
    each_until_end(rule, reading, [&](const CalendarTime& time, WallTime) { add(time); });
  }

  // visit(time, instant) of the occurrences that are not behind UNTIL.
  template <class Visit>
  void each_until_end(icalproperty* rule, const RuleReading& reading, Visit visit) const {
    const auto until = rule_end(rule);
    for (const LocalTime& local : reading.times) {
      CalendarTime time = frame_.first;
      time.local = local;
      const auto wall = frame_.instant(time);
      if (wall && !is_behind(time, *wall, until)) visit(time, *wall);
    }
  }

  [[nodiscard]] bool is_behind(const CalendarTime& time, WallTime wall,
                               const std::optional<CalendarTime>& until) const {
    if (!until) return false;
    if (until->is_day) return time.local >= days_later(until->local, 1);
    const auto last = frame_.instant(frame_.in_zone_of_start(*until));
    return last && wall > *last;
  }

  void add_date(icalproperty* property) {
    const icaldatetimeperiodtype value = icalproperty_get_rdate(property);
    const bool is_period = icalperiodtype_is_null_period(value.period) == 0;
    auto time = from_ical(is_period ? value.period.start : value.time);
    if (!time) return;
    icalparameter* tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char* name = tzid == nullptr ? nullptr : icalparameter_get_tzid(tzid);
    if (name != nullptr && !time->is_utc && !time->is_day) time->tzid = name;
    // A day in a series of times means that day at the usual time.
    if (time->is_day && !frame_.first.is_day) {
      const LocalTime& usual = frame_.first.local;
      const auto day = sys_day(time->local);
      time = frame_.first;
      time->local = local_time(day, usual.hour, usual.minute, usual.second);
    }
    const CalendarTime full = frame_.in_zone_of_start(*time);
    add(full, is_period ? period_end(value.period, full) : std::nullopt);
  }

  std::optional<WallTime> period_end(const icalperiodtype& period, const CalendarTime& start) const {
    const auto wall = frame_.instant(start);
    if (icaltime_is_null_time(period.end) != 0) {
      if (!wall) return std::nullopt;
      return *wall + seconds(icaldurationtype_as_int(period.duration));
    }
    auto end = from_ical(period.end);
    if (!end) return std::nullopt;
    end->tzid = start.tzid;
    return frame_.instant(*end);
  }

  void add(const CalendarTime& time, std::optional<WallTime> end = std::nullopt) {
    const auto start = frame_.instant(time);
    if (!start || excluded_.contains(*start) || excluded_days_.contains(day_of(time.local))) return;
    if (!end) end = frame_.end_of(time, *start);
    const RuleWindow near = window();
    if (end && *end > *start && time.local >= near.from && time.local <= near.to)
      event_.occurrences.push_back({*start, *end, time.local});
  }

  CalendarEvent& event_;
  icalcomponent* component_;
  const EventFrame& frame_;
  std::set<WallTime> excluded_;
  std::set<LocalTime> excluded_days_;
};

}  // namespace

void read_series(CalendarEvent& event, icalcomponent_impl* component, const EventFrame& frame) {
  SeriesReader(event, component, frame).read();
}

}  // namespace tertulia::formats
