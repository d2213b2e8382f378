// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/recurrence.h"

#include <memory>

#include <libical/ical.h>

#include "firmware/formats/calendar/local_days.h"

namespace tertulia::formats {
namespace {

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

// RRULE and EXRULE have one type of value.
std::optional<icalrecurrencetype> rule_in(icalproperty* property) {
  icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr || icalvalue_isa(value) != ICAL_RECUR_VALUE) return std::nullopt;
  return icalvalue_get_recur(value);
}

bool is_too_often(const icalrecurrencetype& rule) {
  return rule.freq == ICAL_NO_RECURRENCE || rule.freq == ICAL_SECONDLY_RECURRENCE ||
         rule.freq == ICAL_MINUTELY_RECURRENCE;
}

std::optional<LocalTime> next_of(icalrecur_iterator* iterator) {
  const icaltimetype next = icalrecur_iterator_next(iterator);
  if (icaltime_is_null_time(next) != 0) return std::nullopt;
  const auto time = from_ical(next);
  if (!time) return std::nullopt;
  return time->local;
}

}  // namespace

RuleReading occurrences(icalproperty_impl* property, const CalendarTime& first, const RuleWindow& window) {
  RuleReading reading;
  auto rule = rule_in(property);
  if (!rule || is_too_often(*rule)) {
    reading.is_unreadable = true;
    return reading;
  }
  rule->until = icaltime_null_time();
  const Iterator iterator(icalrecur_iterator_new(*rule, to_ical(first)));
  if (!iterator) {
    reading.is_unreadable = true;
    return reading;
  }
  // A rule without a count may begin long ago: libical goes to the window at once.
  const bool has_count = rule->count > 0;
  if (!has_count && window.from > first.local) {
    const CalendarTime from{day_of(window.from), first.is_day, false, ""};
    (void)icalrecur_iterator_set_start(iterator.get(), to_ical(from));
  }
  auto most = static_cast<std::size_t>(has_count ? rule->count : 0);
  for (std::size_t step = 0;; ++step) {
    const auto next = next_of(iterator.get());
    if (!next || *next > window.to) break;
    if (step == 0 && has_count && *next != first.local) --most;  // `first` is not of the rule, and counts
    if (has_count && step >= most) break;
    if (*next >= window.from) reading.times.push_back(*next);
    reading.is_cut = reading.times.size() >= kMostOccurrences || step >= kMostSteps;
    if (reading.is_cut) break;
  }
  return reading;
}

std::optional<CalendarTime> rule_end(icalproperty_impl* property) {
  const auto rule = rule_in(property);
  if (!rule || icaltime_is_null_time(rule->until) != 0) return std::nullopt;
  return from_ical(rule->until);
}

}  // namespace tertulia::formats
