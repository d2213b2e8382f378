// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/text/phrases.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "firmware/domain/catalogue.h"

namespace tertulia {
namespace {

// Marks a name for extraction with its context: "May" is a month here.
constexpr std::string_view named(std::string_view /*context*/, std::string_view name) { return name; }

constexpr std::array<std::string_view, 7> kWeekdays{
    named("weekday", "Sunday"),    named("weekday", "Monday"),   named("weekday", "Tuesday"),
    named("weekday", "Wednesday"), named("weekday", "Thursday"), named("weekday", "Friday"),
    named("weekday", "Saturday")};
constexpr std::array<std::string_view, 12> kMonths{
    named("month", "January"), named("month", "February"), named("month", "March"),
    named("month", "April"),   named("month", "May"),      named("month", "June"),
    named("month", "July"),    named("month", "August"),   named("month", "September"),
    named("month", "October"), named("month", "November"), named("month", "December")};

// What stands between the two placeholders of a list's pattern.
std::string_view separator_of(std::string_view pattern) {
  const std::size_t begin = pattern.find('}');
  const std::size_t end = pattern.rfind('{');
  if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin) return ", ";
  return pattern.substr(begin + 1, end - begin - 1);
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view each) { return text.starts_with(each); });
}

// Spanish "y" is "e" before the sound i, and "o" is "u" before the sound o; no catalogue can know what
// follows.
std::string_view spanish_conjunction(std::string_view separator, std::string_view next) {
  const bool sounds_i = begins_with_any(next, {"i", "I", "í", "Í", "hi", "Hi", "hí", "Hí"}) &&
                        !begins_with_any(next, {"hie", "Hie", "hia", "Hia"});
  if (separator == " y " && sounds_i) return " e ";
  if (separator == " o " && begins_with_any(next, {"o", "O", "ó", "Ó", "ho", "Ho"})) return " u ";
  return separator;
}

std::string minutes_part(const Catalogue& words, std::uint64_t count) {
  // translators: a length of time, as short as it is usually written
  return fill(words.plural("{count} min", "{count} min", count), {{"count", std::to_string(count)}});
}

std::string hours_part(const Catalogue& words, std::uint64_t count) {
  // translators: a length of time in hours, as short as it is usually written
  return fill(words.plural("{count} h", "{count} h", count), {{"count", std::to_string(count)}});
}

}  // namespace

// In "تبدأ {day}" an isolate around each of the day's words would leave it without any direction.
std::string with_phrase(std::string pattern, std::string_view placeholder, std::string_view phrase) {
  if (const auto at = pattern.find(placeholder); at != std::string::npos)
    pattern.replace(at, placeholder.size(), phrase);
  return pattern;
}

std::string month_name(const Catalogue& words, unsigned month) {
  return words.in_context("month", kMonths.at(month - 1));
}

std::string weekday_name(const Catalogue& words, unsigned weekday) {
  return words.in_context("weekday", kWeekdays.at(weekday));
}

std::string day_text(const Catalogue& words, const LocalTime& day) {
  const std::chrono::year_month_day date{std::chrono::year(day.year), std::chrono::month(day.month),
                                         std::chrono::day(day.day)};
  if (!date.ok()) return {};
  const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
  // translators: a day without its year, as in “Tuesday 11 May”
  std::string pattern = words.text("{weekday} {day} {month}");
  // translators: the first day of a month, where a language writes it otherwise, as in “mardi 1er juin”
  if (day.day == 1) pattern = words.in_context("first of a month", "{weekday} {day} {month}");
  pattern = with_phrase(std::move(pattern), "{weekday}", weekday_name(words, weekday));
  pattern = with_phrase(std::move(pattern), "{month}", month_name(words, day.month));
  return fill(pattern, {{"day", std::to_string(day.day)}});
}

std::string length_text(const Catalogue& words, Milliseconds length) {
  constexpr std::uint64_t kHour = 60;
  const auto rounded = std::max<std::int64_t>(1, std::chrono::round<Minutes>(length).count());
  const auto minutes = static_cast<std::uint64_t>(rounded);
  if (minutes < 2 * kHour) return minutes_part(words, minutes);
  if (minutes % kHour == 0) return hours_part(words, minutes / kHour);
  // translators: a length of time; {hours} is “2 h”, {minutes} is “30 min”
  std::string pattern = words.text("{hours} {minutes}");
  pattern = with_phrase(std::move(pattern), "{hours}", hours_part(words, minutes / kHour));
  return with_phrase(std::move(pattern), "{minutes}", minutes_part(words, minutes % kHour));
}

std::string list_text(const Catalogue& words, const std::vector<std::string>& parts,
                      Conjunction conjunction) {
  // translators: two neighbours in a list of three and more, as in “A, B and C”
  const std::string middle = words.in_context("list", "{one}, {next}");
  // translators: the last two of a list of things that belong together, as in “A, B and C”
  std::string last = words.in_context("list", "{one} and {last}");
  // translators: the last two of a list of things to choose from, as in “A, B or C”
  if (conjunction == Conjunction::kOr) last = words.in_context("list", "{one} or {last}");
  if (conjunction == Conjunction::kNone) last = middle;
  std::string list;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && i + 1 < parts.size()) list += separator_of(middle);
    if (i > 0 && i + 1 == parts.size()) {
      const std::string_view separator = separator_of(last);
      list += words.language() == "es" ? spanish_conjunction(separator, parts[i]) : separator;
    }
    list += isolated(parts[i]);
  }
  return list;
}

}  // namespace tertulia
