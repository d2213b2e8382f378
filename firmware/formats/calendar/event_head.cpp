// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/event_head.h"

#include <algorithm>

#include "firmware/formats/calendar/calendar_property.h"
#include "firmware/formats/calendar/closed_titles.h"
#include "firmware/formats/text/html.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Zones are up to 26 hours apart.
constexpr int kDaysOfZones = 2;

// The day of "20270510T090000"; none when it is none.
std::optional<LocalTime> day_in(std::string_view value) {
  value = trim(value);
  const auto year = whole_number(value.substr(0, 4));
  const auto month = value.size() >= 8 ? whole_number(value.substr(4, 2)) : std::nullopt;
  const auto day = value.size() >= 8 ? whole_number(value.substr(6, 2)) : std::nullopt;
  if (!year || !month || !day || *year < 1900 || *year > 9999) return std::nullopt;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  return LocalTime{
      static_cast<int>(*year), static_cast<unsigned>(*month), static_cast<unsigned>(*day), 0, 0, 0};
}

class HeadReader {
 public:
  HeadReader(const CalendarComponent& component, const EventContext& context)
      : component_(component), context_(context) {}

  EventHead read() {
    head_.lines = own_lines(component_, context_.text);
    CalendarEvent& event = head_.event;
    event.entry.line = context_.text.number(component_.begin);
    event.is_cancelled = context_.calendar.is_cancellation;
    if (context_.calendar.is_closed) event.access = AccessMark::kClosed;
    for (const OwnLine& line : head_.lines) take(line.name, readable(line.index));
    if (event.modified.empty()) event.modified = event.stamp;
    event.is_cancelled = event.is_cancelled || says_cancelled(head_.title);
    event.entry.is_private = event.access == AccessMark::kClosed;
    event.entry.title.set(context_.days.language, head_.title);
    if (is_outside()) event.state = EventState::kOutside;
    return std::move(head_);
  }

 private:
  std::string readable(std::size_t index) const {
    return readable_line(context_.text.line(index), context_.calendar.is_version_1);
  }

  void take(std::string_view name, const std::string& line) {
    const std::string_view value = trim(property_parts(line).value);
    CalendarEvent& event = head_.event;
    if (name == "SUMMARY" && head_.title.empty()) head_.title = clean_text(plain_text_of(unescaped(value)));
    if (name == "UID") event.entry.uid = clean_text(unescaped(value));
    if (name == "SEQUENCE")
      event.sequence = static_cast<int>(std::clamp(whole_number(value).value_or(0), 0LL, 1'000'000'000LL));
    if (name == "LAST-MODIFIED") event.modified = value;
    if (name == "DTSTAMP") event.stamp = value;
    if (name == "STATUS" && lower_ascii(value) == "cancelled") event.is_cancelled = true;
    if (is_access_property(name)) take_access(value);
    if (name == "DTSTART") event.day = day_in(value);
    if (name == "DTEND") end_ = day_in(value);
    if (is_one_of(name, {"RRULE", "EXRULE", "RDATE", "RECURRENCE-ID"})) is_single_ = false;
    if (name == "DTEND" || name == "DURATION") has_end_ = true;
  }

  void take_access(std::string_view value) {
    const MarkReading reading = access_mark_of(value);
    head_.event.access = stricter(head_.event.access, reading.mark);
    if (!reading.is_known_word) head_.unknown_access = value;
  }

  // Certainly: what cannot be told from the lines is read in full.
  bool is_outside() const {
    const std::optional<LocalTime>& start = head_.event.day;
    if (!is_single_ || !start) return false;
    if (days_between(context_.days.last_day, *start) > kDaysOfZones) return true;
    const std::optional<LocalTime> end = has_end_ ? end_ : start;
    if (!end || *end < *start) return false;
    return days_between(*end, context_.days.first_day) > kDaysOfZones;
  }

  const CalendarComponent& component_;
  const EventContext& context_;
  EventHead head_;
  std::optional<LocalTime> end_;
  bool is_single_ = true;
  bool has_end_ = false;
};

}  // namespace

EventHead read_head(const CalendarComponent& component, const EventContext& context) {
  return HeadReader(component, context).read();
}

}  // namespace tertulia::formats
