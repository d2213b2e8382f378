// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/calendar_times.h"

#include <chrono>
#include <utility>

#include <libical/ical.h>

#include "firmware/formats/calendar/zone_names.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

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

// By RFC 5545, section 3.3.5. to_wall() gives the instant of the change for a time that it skips.
Result<WallTime> instant_in(const LocalTime& local, const std::string& zone) {
  TRY(const WallTime wall, to_wall(local, zone));
  TRY(const LocalTime shown, to_local(wall, zone));
  if (shown == local) return wall;
  const WallTime before = wall - std::chrono::seconds(1);
  TRY(const LocalTime shown_before, to_local(before, zone));
  TRY(const WallTime as_utc, to_wall(local, "UTC"));
  TRY(const WallTime before_as_utc, to_wall(shown_before, "UTC"));
  return as_utc - (before_as_utc - before);
}

// "America/New_York" of the line "X-LIC-LOCATION:America/New_York", which libical and Evolution write.
std::string location_in(const std::string& vtimezone) {
  constexpr std::string_view kName = "\nX-LIC-LOCATION:";
  const std::size_t at = vtimezone.find(kName);
  if (at == std::string::npos) return {};
  const std::size_t start = at + kName.size();
  return std::string(trim(std::string_view(vtimezone).substr(start, vtimezone.find('\n', start) - start)));
}

// A name as the description of a zone and the times that use it have in common: programs differ in case, and
// put blanks and quotes around it in one place only.
std::string key_of(std::string_view tzid) {
  tzid = trim(tzid);
  if (tzid.size() >= 2 && tzid.front() == '"' && tzid.back() == '"')
    tzid = trim(tzid.substr(1, tzid.size() - 2));
  return lower_ascii(tzid);
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

}  // namespace

std::optional<CalendarTime> from_ical(const icaltimetype& time) {
  const auto local = local_of(time);
  if (!local) return std::nullopt;
  return CalendarTime{*local, time.is_date != 0, icaltime_is_utc(time) != 0, ""};
}

CalendarZones::CalendarZones(std::string visit_zone) : visit_zone_(std::move(visit_zone)) {
  floating_.iana = visit_zone_;
}
CalendarZones::~CalendarZones() = default;
CalendarZones::CalendarZones(CalendarZones&&) noexcept = default;

void CalendarZones::FreeZone::operator()(_icaltimezone* zone) const { icaltimezone_free(zone, 1); }

CalendarZones::Added CalendarZones::add(const std::string& vtimezone) {
  icalcomponent* component = icalcomponent_new_from_string(vtimezone.c_str());
  if (component == nullptr) return Added::kUnreadable;
  std::unique_ptr<_icaltimezone, FreeZone> zone(icaltimezone_new());
  if (icaltimezone_set_component(zone.get(), component) == 0) {  // owns the component only on success
    icalcomponent_free(component);
    return Added::kUnreadable;
  }
  const char* tzid = icaltimezone_get_tzid(zone.get());
  if (tzid == nullptr) return Added::kUnreadable;
  const auto [known, is_new] = described_.try_emplace(key_of(tzid));
  if (!is_new) return known->second.text == vtimezone ? Added::kYes : Added::kOther;
  known->second = {vtimezone, std::move(zone)};
  return Added::kYes;
}

bool CalendarZones::set_floating(const std::string& name) {
  Meaning meaning = look_up(name);
  const bool is_known = !meaning.iana.empty() || meaning.offset || meaning.described != nullptr;
  if (is_known) floating_ = std::move(meaning);
  return is_known;
}

// A name of tzdata is kept up to date, so it goes before the calendar's own description.
CalendarZones::Meaning CalendarZones::look_up(const std::string& tzid) const {
  if (is_known_zone(tzid)) return {tzid, {}, nullptr, false};
  if (const auto own = described_.find(key_of(tzid)); own != described_.end()) {
    if (const std::string place = location_in(own->second.text); !place.empty() && is_known_zone(place))
      return {place, {}, nullptr, false};
    return {"", {}, own->second.zone.get(), false};
  }
  const auto named = zone_of(tzid);
  if (!named) return {};
  if (!named->iana.empty()) return {named->iana, {}, nullptr, false};
  return {"", named->offset, nullptr, named->has_guessed_offset};
}

const CalendarZones::Meaning& CalendarZones::meaning_of(const std::string& tzid) const {
  const auto known = meanings_.find(tzid);
  if (known != meanings_.end()) return known->second;
  return meanings_.emplace(tzid, look_up(tzid)).first->second;
}

CalendarZones::Knowledge CalendarZones::knows(const CalendarTime& time) const {
  if (time.is_utc || time.is_day || time.tzid.empty()) return Knowledge::kKnown;
  const Meaning& meaning = meaning_of(time.tzid);
  if (meaning.is_guessed) return Knowledge::kGuessed;
  const bool is_known = !meaning.iana.empty() || meaning.offset || meaning.described != nullptr;
  return is_known ? Knowledge::kKnown : Knowledge::kUnknown;
}

Result<WallTime> CalendarZones::instant(const CalendarTime& time) const {
  if (time.is_utc) return to_wall(time.local, "UTC");
  if (time.is_day) return instant_in(time.local, visit_zone_);
  const Meaning& meaning = time.tzid.empty() ? floating_ : meaning_of(time.tzid);
  if (!meaning.iana.empty()) return instant_in(time.local, meaning.iana);
  if (meaning.described != nullptr) {
    const std::time_t seconds = icaltime_as_timet_with_zone(to_ical(time), meaning.described);
    return WallTime(std::chrono::seconds(seconds));
  }
  if (!meaning.offset) return instant_in(time.local, visit_zone_);
  TRY(const WallTime as_utc, to_wall(time.local, "UTC"));
  return as_utc - *meaning.offset;
}

bool CalendarZones::moves(const CalendarTime& time) const {
  if (time.is_utc || time.is_day || !time.tzid.empty() || floating_.iana == visit_zone_) return false;
  const auto here = instant_in(time.local, visit_zone_);
  const auto there = instant(time);
  return here.ok() && there.ok() && here.value() != there.value();
}

bool CalendarZones::skips(const CalendarTime& time) const {
  if (time.is_utc || time.is_day) return false;
  const Meaning& meaning = time.tzid.empty() ? floating_ : meaning_of(time.tzid);
  const std::string& zone = meaning.iana.empty() ? visit_zone_ : meaning.iana;
  if (meaning.offset || meaning.described != nullptr) return false;
  const auto wall = to_wall(time.local, zone);
  if (!wall.ok()) return false;
  const auto shown = to_local(wall.value(), zone);
  return shown.ok() && shown.value() != time.local;
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

}  // namespace tertulia::formats
