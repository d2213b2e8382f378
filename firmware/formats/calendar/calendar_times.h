// SPDX-License-Identifier: Apache-2.0
// Computes the instants of calendar properties. Knows zones by name and by the file's own VTIMEZONE, floating
// times, whole days, and the occurrences of a recurrence rule. For the sources of this folder.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/time.h"

struct icalproperty_impl;
struct _icaltimezone;  // libical's own name

namespace tertulia::formats {

// A time as the file has it, before it becomes an instant.
struct CalendarTime {
  LocalTime local;
  bool is_day = false;  // VALUE=DATE
  bool is_utc = false;
  std::string tzid;  // empty: floating or UTC
};

class CalendarZones {
 public:
  // `visit_zone` is for floating times and whole days.
  explicit CalendarZones(std::string visit_zone);
  ~CalendarZones();
  CalendarZones(const CalendarZones&) = delete;
  CalendarZones& operator=(const CalendarZones&) = delete;

  // Adds the zone that the text of a VTIMEZONE component describes. False when the text cannot be parsed.
  bool add(const std::string& vtimezone);

  // Errors: the zone is neither known nor in the file, or the time is not in any calendar.
  [[nodiscard]] Result<WallTime> instant(const CalendarTime& time) const;
  [[nodiscard]] bool knows(const CalendarTime& time) const;

 private:
  struct FreeZone {
    void operator()(_icaltimezone* zone) const;
  };
  std::string visit_zone_;
  std::map<std::string, std::unique_ptr<_icaltimezone, FreeZone>, std::less<>> zones_;
};

// None when the property holds no valid time.
[[nodiscard]] std::optional<CalendarTime> calendar_time(icalproperty_impl* property);

struct RuleLimits {
  LocalTime last;           // no occurrence after it is looked for
  std::size_t most = 5000;  // a daily rule of 13 years
};
// Local times of the rule RRULE from `first` on, without regard to its UNTIL. Bounded by `limits`.
[[nodiscard]] std::vector<LocalTime> occurrences(icalproperty_impl* rrule, const CalendarTime& first,
                                                 const RuleLimits& limits);
// UNTIL of the rule, if it has one.
[[nodiscard]] std::optional<CalendarTime> rule_end(icalproperty_impl* rrule);

// The same time of day, `days` later.
[[nodiscard]] LocalTime days_later(const LocalTime& time, int days);

}  // namespace tertulia::formats
