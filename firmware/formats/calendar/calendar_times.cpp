// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_times.h"

#include <chrono>
#include <utility>

#include <libical/ical.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

// None when it is no time of this calendar.
std::optional<LocalTime> local_of(const icaltimetype& time) {
  using namespace std::chrono;
  if (time.year < kFirstYear || time.year > kLastYear || time.month < 1 || time.day < 1) return std::nullopt;
  const auto month_number = static_cast<unsigned>(time.month);
  const auto day_number = static_cast<unsigned>(time.day);
  if (!year_month_day(year(time.year), month(month_number), day(day_number)).ok()) return std::nullopt;
  LocalTime local{time.year, month_number, day_number, 0, 0, 0};
  if (time.is_date != 0) return local;
  const bool is_time = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
                       time.second >= 0 && time.second <= 60;
  if (!is_time) return std::nullopt;
  local.hour = time.hour;
  local.minute = time.minute;
  local.second = time.second == 60 ? 59 : time.second;  // a leap second
  return local;
}

icaltimetype to_ical(const CalendarTime& time) {
  icaltimetype result = icaltime_null_time();
  result.year = time.local.year;
  result.month = static_cast<int>(time.local.month);
  result.day = static_cast<int>(time.local.day);
  result.hour = time.local.hour;
  result.minute = time.local.minute;
  result.second = time.local.second;
  result.is_date = time.is_day ? 1 : 0;
  return result;
}

std::optional<CalendarTime> from_ical(const icaltimetype& time) {
  const auto local = local_of(time);
  if (!local) return std::nullopt;
  return CalendarTime{*local, time.is_date != 0, icaltime_is_utc(time) != 0, ""};
}

// "Europe/Lisbon" of "/freeassociation.sourceforge.net/Europe/Lisbon"; empty when there is none.
std::string known_zone_in(std::string_view tzid) {
  if (tzid.size() > 200) return {};
  if (is_known_zone(tzid)) return std::string(tzid);
  for (std::size_t slash = tzid.find('/'); slash != std::string_view::npos;
       slash = tzid.find('/', slash + 1)) {
    const std::string_view rest = tzid.substr(slash + 1);
    if (rest.find('/') != std::string_view::npos && is_known_zone(rest)) return std::string(rest);
  }
  return {};
}

}  // namespace

CalendarZones::CalendarZones(std::string visit_zone) : visit_zone_(std::move(visit_zone)) {}
CalendarZones::~CalendarZones() = default;

void CalendarZones::FreeZone::operator()(_icaltimezone* zone) const { icaltimezone_free(zone, 1); }

bool CalendarZones::add(const std::string& vtimezone) {
  icalcomponent* component = icalcomponent_new_from_string(vtimezone.c_str());
  if (component == nullptr) return false;
  std::unique_ptr<_icaltimezone, FreeZone> zone(icaltimezone_new());
  if (icaltimezone_set_component(zone.get(), component) == 0) {  // owns the component only on success
    icalcomponent_free(component);
    return false;
  }
  const char* tzid = icaltimezone_get_tzid(zone.get());
  if (tzid == nullptr) return false;
  std::string name = tzid;
  zones_.insert_or_assign(std::move(name), std::move(zone));
  return true;
}

bool CalendarZones::knows(const CalendarTime& time) const {
  return time.tzid.empty() || zones_.contains(time.tzid) || !known_zone_in(time.tzid).empty();
}

Result<WallTime> CalendarZones::instant(const CalendarTime& time) const {
  if (time.is_utc) return to_wall(time.local, "UTC");
  if (time.is_day || time.tzid.empty()) return to_wall(time.local, visit_zone_);
  if (const std::string zone = known_zone_in(time.tzid); !zone.empty()) return to_wall(time.local, zone);
  const auto own = zones_.find(time.tzid);
  if (own == zones_.end()) return to_wall(time.local, visit_zone_);
  const std::time_t seconds = icaltime_as_timet_with_zone(to_ical(time), own->second.get());
  return WallTime(std::chrono::seconds(seconds));
}

std::optional<CalendarTime> calendar_time(icalproperty_impl* property) {
  icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr) return std::nullopt;
  const icalvalue_kind kind = icalvalue_isa(value);
  if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE) return std::nullopt;
  auto time = from_ical(kind == ICAL_DATE_VALUE ? icalvalue_get_date(value) : icalvalue_get_datetime(value));
  if (!time) return std::nullopt;
  icalparameter* tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  const char* name = tzid == nullptr ? nullptr : icalparameter_get_tzid(tzid);
  if (name != nullptr && !time->is_utc && !time->is_day) time->tzid = name;
  return time;
}

std::vector<LocalTime> occurrences(icalproperty_impl* rrule, const CalendarTime& first,
                                   const RuleLimits& limits) {
  std::vector<LocalTime> found;
  icalrecurrencetype rule = icalproperty_get_rrule(rrule);
  rule.until = icaltime_null_time();  // may be in another zone: the caller compares instants
  const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
      icalrecur_iterator_new(rule, to_ical(first)));
  if (!iterator) return found;
  while (found.size() < limits.most) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(next) != 0) break;
    const auto local = local_of(next);
    if (!local || *local > limits.last) break;
    found.push_back(*local);
  }
  return found;
}

std::optional<CalendarTime> rule_end(icalproperty_impl* rrule) {
  const icalrecurrencetype rule = icalproperty_get_rrule(rrule);
  if (icaltime_is_null_time(rule.until) != 0) return std::nullopt;
  return from_ical(rule.until);
}

LocalTime days_later(const LocalTime& time, int days) {
  using namespace std::chrono;
  const year_month_day moved(sys_days(year(time.year) / month(time.month) / day(time.day)) +
                             std::chrono::days(days));
  LocalTime result = time;
  result.year = static_cast<int>(moved.year());
  result.month = static_cast<unsigned>(moved.month());
  result.day = static_cast<unsigned>(moved.day());
  return result;
}

}  // namespace tertulia::formats
