// SPDX-License-Identifier: Apache-2.0
// Writes days, lengths of time and lists as each language writes them: words, order and separators come from
// the catalogue, digits are 0-9 in every language (decision 032). Pure.
//
// Words of the catalogue are inserted as they are; every other value is isolated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/time.h"

namespace tertulia {

// "Tuesday 11 May", "mardi 11 mai", "الثلاثاء 11 مايو"; empty when it is no date.
[[nodiscard]] std::string day_text(const Catalogue& words, const LocalTime& day);

// "May", "mai"; from 1 on.
[[nodiscard]] std::string month_name(const Catalogue& words, unsigned month);
// "Tuesday", "mardi"; from 0 on, which is Sunday.
[[nodiscard]] std::string weekday_name(const Catalogue& words, unsigned weekday);

// "20 min", "2 h", "2 h 30 min": hours from two on. Rounded to the nearest minute, at least one.
[[nodiscard]] std::string length_text(const Catalogue& words, Milliseconds length);

// Puts a phrase of the same catalogue into a pattern: "starts {day}". Not isolated, since the day has to read
// in the direction of its own words.
[[nodiscard]] std::string with_phrase(std::string pattern, std::string_view placeholder,
                                      std::string_view phrase);

// "A, B and C" of things that belong together, "A, B or C" of things to choose from, "A, B, C" of remarks.
enum class Conjunction { kAnd, kOr, kNone };
[[nodiscard]] std::string list_text(const Catalogue& words, const std::vector<std::string>& parts,
                                    Conjunction conjunction);

}  // namespace tertulia
