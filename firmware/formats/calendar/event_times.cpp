// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/event_times.h"

#include <cstdint>

#include <libical/ical.h>

#include "firmware/formats/calendar/event_frame.h"
#include "firmware/formats/calendar/ical_values.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using std::chrono::seconds;

constexpr std::int64_t kLongestSeconds = 366LL * 24 * 3600;
constexpr std::string_view kBadStart =
    "Left out: no valid start (DTSTART); give it a day and time in the calendar.";
constexpr std::string_view kBadEnd =
    "Left out: ends before it starts, or has no valid end; correct it in the calendar.";
constexpr std::string_view kTooLong = "Left out: longer than a year; correct its end in the calendar.";
constexpr std::string_view kRepeatsInChange =
    "It changes one meeting of a series and repeats itself (RDATE, RRULE); its further meetings are not "
    "shown. "
    "Enter them in the series, or as an entry of their own.";

class TimesReader {
 public:
  TimesReader(CalendarEvent& event, icalcomponent* component, const EventContext& context)
      : event_(event), component_(component), context_(context), frame_{context} {}

  std::string read() {
    if (!read_start()) return std::string(kBadStart);
    const auto length = read_length();
    if (!length) return std::string(kBadEnd);
    frame_.length = *length;
    const auto end = frame_.end_of(frame_.first, event_.entry.start);
    if (!end || *end < event_.entry.start) return std::string(kBadEnd);
    if (*end - event_.entry.start > seconds(kLongestSeconds)) return std::string(kTooLong);
    event_.entry.end = *end;
    check_zone();
    read_replaced();
    if (!event_.replaces)
      read_series(event_, component_, frame_);
    else if (repeats())
      context_.findings.add(Severity::kSkipped, kRepeatsInChange, subject());
    return {};
  }

 private:
  [[nodiscard]] FindingSubject subject() const { return subject_of(event_, context_.days.zone); }
  void guessed(const std::string& sentence) const {
    context_.findings.add(Severity::kGuessed, sentence, subject());
  }

  bool read_start() {
    icalproperty* property = first_property(component_, ICAL_DTSTART_PROPERTY);
    const auto time = property == nullptr ? std::nullopt : calendar_time(property);
    const auto wall = time ? frame_.instant(*time) : std::nullopt;
    if (!wall) return false;
    frame_.first = *time;
    event_.entry.start = *wall;
    event_.entry.all_day = time->is_day;
    icalparameter* tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    has_zone_and_z_ = tzid != nullptr && time->is_utc;
    return true;
  }

  // None when it is wrong. An entry without a length is a milestone.
  std::optional<EventLength> read_length() {
    icalproperty* end = first_property(component_, ICAL_DTEND_PROPERTY);
    icalproperty* duration = first_property(component_, ICAL_DURATION_PROPERTY);
    if (end == nullptr && has_unread(component_, "DTEND")) return std::nullopt;
    if (end == nullptr && duration == nullptr && has_unread(component_, "DURATION")) return std::nullopt;
    EventLength length;
    if (end != nullptr) {
      const auto to_end = length_to(end);
      if (!to_end) return std::nullopt;
      length = *to_end;
    } else if (duration != nullptr) {
      const icaldurationtype given = icalproperty_get_duration(duration);
      if (given.is_neg != 0 || given.weeks > 53 || given.days > 366) return std::nullopt;
      length.days = static_cast<int>(given.weeks * 7 + given.days);
      length.rest = seconds((std::int64_t{given.hours} * 60 + given.minutes) * 60 + given.seconds);
    }
    const bool is_nothing = length.days == 0 && length.rest == seconds(0);
    if (!is_nothing) return length;
    if (frame_.first.is_day) return EventLength{1, seconds(0)};  // also Exchange's DTEND on the same day
    const bool has_end = end != nullptr || duration != nullptr;
    guessed(std::string(has_end ? "It ends when it starts" : "It has no end") + "; shown for " +
            counted(kMilestone.count(), "minute") + ".");
    return EventLength{0, kMilestone};
  }

  std::optional<EventLength> length_to(icalproperty* property) const {
    auto end = calendar_time(property);
    if (!end) return std::nullopt;
    if (frame_.first.is_day) {
      const int days = days_between(frame_.first.local, end->local);
      return days < 0 ? std::nullopt : std::optional(EventLength{days, seconds(0)});
    }
    end = end->is_day ? CalendarTime{end->local, false, false, frame_.first.tzid}
                      : frame_.in_zone_of_start(*end);
    const auto wall = frame_.instant(*end);
    if (!wall) return std::nullopt;
    const auto exact = std::chrono::duration_cast<seconds>(*wall - event_.entry.start);
    if (exact > seconds(0) || !context_.zones.skips(frame_.first) || end->local <= frame_.first.local)
      return exact < seconds(0) ? std::nullopt : std::optional(EventLength{0, exact});
    // The start was moved behind the hour that does not exist: the entry keeps its length.
    const auto nominal_start = to_wall(frame_.first.local, "UTC");
    const auto nominal_end = to_wall(end->local, "UTC");
    if (!nominal_start.ok() || !nominal_end.ok()) return std::nullopt;
    return EventLength{0, std::chrono::duration_cast<seconds>(nominal_end.value() - nominal_start.value())};
  }

  [[nodiscard]] bool repeats() const {
    return first_property(component_, ICAL_RRULE_PROPERTY) != nullptr ||
           first_property(component_, ICAL_RDATE_PROPERTY) != nullptr;
  }

  void check_zone() const {
    const auto knowledge = context_.zones.knows(frame_.first);
    if (knowledge == CalendarZones::Knowledge::kUnknown)
      guessed("The time zone " + in_quotes(frame_.first.tzid) +
              " is unknown and not described in the file; read as " + context_.days.zone + ".");
    if (knowledge == CalendarZones::Knowledge::kGuessed)
      guessed("Of the time zone " + in_quotes(frame_.first.tzid) +
              " only the offset is known; read without summer time.");
    if (context_.zones.moves(frame_.first))
      guessed("Its time has no zone; read in that of its calendar (X-WR-TIMEZONE), " +
              in_quotes(context_.calendar.zone) + ". If it is a time of " + context_.days.zone +
              ", take the line X-WR-TIMEZONE out of the file.");
    if (has_zone_and_z_) guessed("Its time has a time zone and the Z of UTC; read as UTC.");
    if (context_.zones.skips(frame_.first))
      guessed("The change to summer time skips its start; read as after the change.");
  }

  void read_replaced() {
    icalproperty* original = first_property(component_, ICAL_RECURRENCEID_PROPERTY);
    const auto time = original == nullptr ? std::nullopt : calendar_time(original);
    if (!time) return;
    const CalendarTime full = time->is_day ? *time : frame_.in_zone_of_start(*time);
    const auto wall = frame_.instant(full);
    if (!wall) return;
    icalparameter* range = icalproperty_get_first_parameter(original, ICAL_RANGE_PARAMETER);
    const bool and_later = range != nullptr && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
    event_.replaces = ReplacedOccurrence{*wall, full.local, full.is_day, and_later};
  }

  CalendarEvent& event_;
  icalcomponent* component_;
  const EventContext& context_;
  EventFrame frame_;
  bool has_zone_and_z_ = false;
};

}  // namespace

std::optional<WallTime> EventFrame::instant(const CalendarTime& time) const {
  const auto wall = context.zones.instant(time);
  if (!wall.ok()) return std::nullopt;
  return wall.value();
}

CalendarTime EventFrame::in_zone_of_start(CalendarTime time) const {
  if (time.tzid.empty() && !time.is_utc) {
    time.tzid = first.tzid;
    time.is_utc = first.is_utc;
  }
  return time;
}

std::optional<WallTime> EventFrame::end_of(CalendarTime time, WallTime start) const {
  if (length.days == 0) return start + length.rest;
  time.local = days_later(time.local, length.days);
  const auto end = instant(time);
  if (!end) return std::nullopt;
  return *end + length.rest;
}

bool has_unread(icalcomponent_impl* component, std::string_view name) {
  for (icalproperty* error : properties_of(component, ICAL_XLICERROR_PROPERTY)) {
    const char* text = icalproperty_get_xlicerror(error);
    if (text != nullptr && std::string_view(text).find(name) != std::string_view::npos) return true;
  }
  return false;
}

std::string read_times(CalendarEvent& event, icalcomponent_impl* component, const EventContext& context) {
  return TimesReader(event, component, context).read();
}

}  // namespace tertulia::formats
