// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/calendar_words.h"

#include "firmware/app/text/phrases.h"

namespace tertulia {

formats::CalendarWords calendar_words(const Catalogue& words) {
  formats::CalendarWords names;
  if (words.language() == "en") return names;
  for (unsigned month = 1; month <= names.months.size(); ++month)
    names.months.at(month - 1) = month_name(words, month);
  for (unsigned day = 0; day < names.days.size(); ++day) names.days.at(day) = weekday_name(words, day);
  return names;
}

}  // namespace tertulia
