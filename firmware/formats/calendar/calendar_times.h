// SPDX-License-Identifier: Apache-2.0
// Computes the instants of calendar properties. Knows zones by name and by the VTIMEZONE of their calendar,
// floating times and whole days. For the sources of this folder.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/time.h"

struct icalproperty_impl;
struct icaltimetype;
struct _icaltimezone;  // libical's own name

namespace tertulia::formats {

// A time as the file has it, before it becomes an instant.
struct CalendarTime {
  LocalTime local;
  bool is_day = false;  // VALUE=DATE
  bool is_utc = false;  // it ends with Z; a TZID beside it is not used (RFC 5545, section 3.2.19)
  std::string tzid;     // empty: floating or UTC
};

// The zones of one VCALENDAR: another one may describe another zone under the same name.
class CalendarZones {
 public:
  // `visit_zone` is for whole days, and for floating times unless the calendar names a zone.
  explicit CalendarZones(std::string visit_zone);
  ~CalendarZones();
  CalendarZones(CalendarZones&&) noexcept;
  CalendarZones& operator=(CalendarZones&&) = delete;
  CalendarZones(const CalendarZones&) = delete;
  CalendarZones& operator=(const CalendarZones&) = delete;

  // The text of a VTIMEZONE component. kOther: it describes a zone of this name differently; the first stays.
  enum class Added { kYes, kUnreadable, kOther };
  Added add(const std::string& vtimezone);
  // X-WR-TIMEZONE, for floating times. False when the name says nothing.
  bool set_floating(const std::string& name);

  // kGuessed: only the offset is known, and that it is the same all year was guessed.
  enum class Knowledge { kKnown, kGuessed, kUnknown };
  [[nodiscard]] Knowledge knows(const CalendarTime& time) const;

  // A time that the change to summer time skips is read with the offset before the change, one that occurs
  // twice is the first (RFC 5545, section 3.3.5). An unknown zone is the visit's. Errors: no such day or
  // time.
  [[nodiscard]] Result<WallTime> instant(const CalendarTime& time) const;
  // It has no zone, and X-WR-TIMEZONE makes another instant of it than the visit's zone would.
  [[nodiscard]] bool moves(const CalendarTime& time) const;
  // The change to summer time skips it.
  [[nodiscard]] bool skips(const CalendarTime& time) const;

 private:
  struct FreeZone {
    void operator()(_icaltimezone* zone) const;
  };
  struct Described {
    std::string text;
    std::unique_ptr<_icaltimezone, FreeZone> zone;
  };
  // What a TZID means: one of the three, or nothing.
  struct Meaning {
    std::string iana;
    std::optional<Minutes> offset;
    _icaltimezone* described = nullptr;  // of described_
    bool is_guessed = false;
  };
  [[nodiscard]] const Meaning& meaning_of(const std::string& tzid) const;
  [[nodiscard]] Meaning look_up(const std::string& tzid) const;

  std::string visit_zone_;
  Meaning floating_;
  std::map<std::string, Described, std::less<>> described_;       // by key_of() their TZID
  mutable std::map<std::string, Meaning, std::less<>> meanings_;  // looked up once: thousands of entries ask
};

// None when the property holds no valid time.
[[nodiscard]] std::optional<CalendarTime> calendar_time(icalproperty_impl* property);
// None when it is no time of this calendar: 1970 to 2199.
[[nodiscard]] std::optional<CalendarTime> from_ical(const icaltimetype& time);

}  // namespace tertulia::formats
