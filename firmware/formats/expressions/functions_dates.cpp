// SPDX-License-Identifier: Apache-2.0
// Functions on dates and times. A text that is no date gives an empty text or NaN.
#include <cmath>

#include "firmware/formats/expressions/call.h"

namespace tertulia::formats {
namespace {

const std::string& zone_of(const Call& call) { return call.runtime.context.zone; }

// A date, a date with time, or a number of days since 1970-01-01.
std::optional<Moment> moment_at(const Call& call, std::size_t index) {
  const Value& value = call.at(index);
  std::string text;
  if (!std::holds_alternative<double>(value)) {
    if (std::holds_alternative<bool>(value)) return std::nullopt;
    text = call.text(index);
    if (auto moment = read_moment(text)) return moment;
  }
  const double days = call.number(index);
  if (std::isnan(days)) return std::nullopt;
  if (days != std::floor(days)) return moment_after(days, zone_of(call));
  const auto whole = moment_after(days, "UTC");  // a date, whatever the zone
  if (!whole) return std::nullopt;
  return Moment{whole->day, Milliseconds(0), false, {}};
}

Value date(Call& call) {
  const auto moment = moment_at(call, 0);
  return moment ? date_text(in_zone(*moment, zone_of(call))) : std::string();
}

// With the offset of the venue, unless it has one.
Value date_time(Call& call) {
  const auto moment = moment_at(call, 0);
  if (!moment) return std::string();
  if (moment->offset) return date_time_text(*moment);
  Moment local = *moment;
  local.has_time = true;
  const auto full = moment_after(days_since_epoch(local, zone_of(call)), zone_of(call));
  return full ? date_time_text(*full) : std::string();
}

Value decimal_date_time(Call& call) {
  const auto moment = moment_at(call, 0);
  return moment ? days_since_epoch(*moment, zone_of(call)) : kNaN;
}

// A time with an offset is moved into the zone, as it is there today.
Value decimal_time(Call& call) {
  const std::string text = call.text(0);
  const auto time = read_time_of_day(text);
  if (!time) return kNaN;
  const double day = 86'400'000;
  double into_day = static_cast<double>(time->into_day.count());
  if (time->offset) {
    const Moment now = moment_of(call.runtime.context.now, zone_of(call));
    into_day += static_cast<double>(Milliseconds(now.offset.value_or(Minutes(0)) - *time->offset).count());
    into_day = std::fmod(into_day + 2 * day, day);
  }
  return into_day / day;
}

Value today(Call& call) { return date_text(moment_of(call.runtime.context.now, zone_of(call))); }
Value now(Call& call) { return date_time_text(moment_of(call.runtime.context.now, zone_of(call))); }

Value format(Call& call) {
  const std::string pattern = call.text(1);
  if (std::string fault = wrong_in_format(pattern); !fault.empty()) return call.fail(std::move(fault));
  const auto moment = moment_at(call, 0);
  if (moment) return formatted(in_zone(*moment, zone_of(call)), pattern, call.runtime.context.words);
  // An answer that is a time of day has no date to show.
  const auto time = read_time_of_day(call.text(0));
  const bool wants_date = pattern.find_first_of("YymnbdeaW") != std::string::npos;
  if (!time || wants_date) return std::string();
  return formatted({0, time->into_day, true, {}}, pattern, call.runtime.context.words);
}

constexpr RuntimeFunction kDateFunctions[] = {
    {"date", date},
    {"date-time", date_time},
    {"decimal-date-time", decimal_date_time},
    {"decimal-time", decimal_time},
    {"today", today},
    {"now", now},
    {"format-date", format},
    {"format-date-time", format},
};

}  // namespace

std::span<const RuntimeFunction> date_functions() { return kDateFunctions; }

}  // namespace tertulia::formats
