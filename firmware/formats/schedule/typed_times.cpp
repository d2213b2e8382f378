// SPDX-License-Identifier: Apache-2.0
// Times of day, lengths and moments as people and programs type them.
#include "firmware/formats/schedule/typed_times.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/schedule/date_order.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kDay = 24 * 60;
constexpr Minutes kLongest{7 * kDay};

// Which half of the day a word says.
enum class Half { kNone, kMorning, kAfternoon };

struct ClockText {
  std::string digits;  // without the words of a half
  Half half = Half::kNone;
};

void take_out(std::string& text, std::string_view what) {
  text.erase(text.size() - what.size());
  while (text.ends_with(' ') || text.ends_with('.')) text.pop_back();
}

// "9:30 a.m." as "9:30" in the morning.
ClockText clock_text_of(std::string_view text) {
  struct Mark {
    std::string_view word;
    Half half;
  };
  constexpr Mark kMarks[] = {
      {"a.m.", Half::kMorning},  {"a. m.", Half::kMorning},  {"am", Half::kMorning},
      {"a.m", Half::kMorning},   {"p.m.", Half::kAfternoon}, {"p. m.", Half::kAfternoon},
      {"pm", Half::kAfternoon},  {"p.m", Half::kAfternoon},  {"ص", Half::kMorning},
      {"صباحا", Half::kMorning}, {"م", Half::kAfternoon},    {"مساء", Half::kAfternoon},
      {"صباحًا", Half::kMorning}, {"مساءً", Half::kAfternoon}};
  ClockText clock{plain_typed(text), Half::kNone};
  for (const auto& [word, half] : kMarks) {
    if (!clock.digits.ends_with(word)) continue;
    take_out(clock.digits, word);
    clock.half = half;
    return clock;
  }
  return clock;
}

// What may stand in a time of day beside its digits.
bool is_clock_word(const std::string& word) {
  return is_one_of(word, {"h",   "hr",  "hrs", "hs",  "hour", "hours", "heure", "heures", "hora", "horas",
                          "min", "mn",  "m",   "uhr", "o",    "clock", "a",     "as",     "at",   "the",
                          "les", "las", "de",  "das", "from", "z",     "სთ",    "s"});
}

std::optional<Minutes> named_time(const std::string& text) {
  if (is_one_of(text, {"noon", "midday", "midi", "mediodia", "meio-dia", "meio dia", "12 noon", "12 midi"}))
    return Minutes(12 * 60);
  if (is_one_of(text, {"midnight", "minuit", "medianoche", "meia-noite", "meia noite"})) return Minutes(kDay);
  return std::nullopt;
}

std::optional<Minutes> clock_time(int hour, int minute, Half half) {
  if (half != Half::kNone && (hour < 1 || hour > 12)) {
    if (hour > 23) return std::nullopt;  // "14:30 pm" says the same twice
    half = Half::kNone;
  }
  if (half == Half::kMorning && hour == 12) hour = 0;
  if (half == Half::kAfternoon && hour != 12) hour += 12;
  const int all = hour * 60 + minute;
  if (hour < 0 || minute < 0 || minute > 59 || all > kDay) return std::nullopt;
  return Minutes(all);
}

// 0.375 is nine o'clock in a cell that a spreadsheet knows as a time. "0.30" was typed: a stored number has
// no zero at its end.
std::optional<Minutes> fraction_time(const std::string& text) {
  if (!text.starts_with("0.") && !text.starts_with('.')) return std::nullopt;
  const auto fraction = decimal_number(text.starts_with('.') ? "0" + text : text);
  if (!fraction || *fraction <= 0 || *fraction >= 1 || text.ends_with('0')) return std::nullopt;
  return Minutes(std::lround(*fraction * kDay));
}

std::optional<Minutes> digits_time(const std::string& text, Half half) {
  const TypedParts parts = parts_of(text);
  if (!std::all_of(parts.words.begin(), parts.words.end(), is_clock_word)) return std::nullopt;
  const auto& numbers = parts.numbers;
  if (numbers.empty() || numbers.size() > 3) return std::nullopt;
  for (const std::string& digits : numbers)
    if (digits.size() > 4) return std::nullopt;
  const auto number = [&](std::size_t index) {
    return static_cast<int>(whole_number(numbers[index]).value_or(0));
  };
  if (numbers.size() == 1) {
    if (numbers[0].size() <= 2) return clock_time(number(0), 0, half);
    return clock_time(number(0) / 100, number(0) % 100, half);  // "0930"
  }
  if (numbers[0].size() > 2 || numbers[1].size() > 2) return std::nullopt;
  // A cell that holds the number 9.3 was typed as 9.30.
  const bool lost_its_zero = numbers[1].size() == 1 && text.find_first_of(".,") != std::string::npos;
  return clock_time(number(0), number(1) * (lost_its_zero ? 10 : 1), half);
}

std::optional<Minutes> time_in_half(const ClockText& clock) {
  if (const auto named = named_time(clock.digits)) return named;
  if (const auto fraction = fraction_time(clock.digits)) return fraction;
  return digits_time(clock.digits, clock.half);
}

// The text before and behind the one mark between two times.
std::optional<std::pair<std::string, std::string>> halves(std::string text) {
  for (const std::string_view word : {" to ", " until ", " till ", " jusqu'a ", " hasta ", " ate ", " hadi ",
                                      " a ", " الى ", " إلى ", " እስከ ", " -> ", " > "})
    if (const std::size_t at = text.find(word); at != std::string::npos) text.replace(at, word.size(), "-");
  const std::size_t dash = text.find('-');
  if (dash == std::string::npos || text.find('-', dash + 1) != std::string::npos) return std::nullopt;
  return std::pair(std::string(trim(text.substr(0, dash))), std::string(trim(text.substr(dash + 1))));
}

std::optional<Minutes> sum(long long hours, long long minutes) {
  if (hours < 0 || minutes < 0 || hours > 24 * 7 || minutes > kLongest.count()) return std::nullopt;
  const Minutes all(hours * 60 + minutes);
  if (all <= Minutes::zero() || all > kLongest) return std::nullopt;
  return all;
}

bool is_hour_word(const std::string& word) {
  return is_one_of(word, {"h", "hr", "hrs", "hour", "hours", "heure", "heures", "hora", "horas", "std", "saa",
                          "ساعة", "ሰዓት", "საათი", "საათ", "სთ"});
}
bool is_minute_word(const std::string& word) {
  return is_one_of(word, {"min", "mins", "mn", "m", "minute", "minutes", "minuto", "minutos", "dakika",
                          "دقيقة", "دقائق", "ደቂቃ", "ደቂቃዎች", "წუთი", "წთ", "dk"});
}

// "pt1h30m" (RFC 3339, appendix A), without its days.
std::optional<Minutes> iso_length(const TypedParts& parts) {
  long long minutes = 0;
  if (parts.words.empty() || parts.words[0] != "pt" || parts.words.size() != parts.numbers.size() + 1)
    return std::nullopt;
  for (std::size_t index = 0; index < parts.numbers.size(); ++index) {
    const long long number = whole_number(parts.numbers[index]).value_or(0);
    const std::string& unit = parts.words[index + 1];
    if (number > 100000 || !is_one_of(unit, {"h", "m", "s"})) return std::nullopt;
    minutes += unit == "h" ? number * 60 : unit == "m" ? number : number / 60;
  }
  return sum(0, minutes);
}

// "2027-05-10T09:30:00+0100" as RFC 3339 writes it.
std::string as_rfc3339(std::string text) {
  if (text.size() < 16 || text[4] != '-' || text[7] != '-') return text;
  if (text[10] == ' ') text[10] = 'T';
  const std::size_t zone = text.find_first_of("Zz+-", 11);
  std::string offset = zone == std::string::npos ? "" : std::string(trim(text.substr(zone)));
  std::string clock(trim(text.substr(0, std::min(zone, text.size()))));
  if (clock.size() == 16) clock += ":00";
  if (offset.size() == 5 && offset.find(':') == std::string::npos) offset.insert(3, ":");
  if (offset.size() == 3) offset += ":00";
  return clock + offset;
}

// Of a moment in RFC 3339: its day and time of day without the offset.
LocalTime digits_of(const std::string& moment, const LocalTime& otherwise) {
  const auto as_utc =
      wall_from_rfc3339(moment.substr(0, std::string_view("2027-05-10T09:30:00").size()) + "Z");
  const auto digits = as_utc.ok() ? to_local(as_utc.value(), "UTC") : as_utc.error();
  return digits.ok() ? digits.value() : otherwise;
}

TypedMoment moment_at(const TypedDay& day, Minutes time) {
  return TypedMoment{at_time(day.day, time), std::nullopt, true, day.doubt};
}

}  // namespace

std::optional<Minutes> typed_time(std::string_view text) {
  if (text.size() > 60 || is_numeric_date(text)) return std::nullopt;
  return time_in_half(clock_text_of(text));
}

std::optional<TypedRange> typed_range(std::string_view text) {
  if (text.size() > 100) return std::nullopt;
  const auto both = halves(plain_typed(text));
  if (!both) return std::nullopt;
  ClockText first = clock_text_of(both->first);
  const ClockText second = clock_text_of(both->second);
  const auto end = time_in_half(second);
  auto start = time_in_half(first);
  if (!start || !end) return std::nullopt;
  if (first.half == Half::kNone && second.half != Half::kNone) {  // "2-3 pm", but "11-1 pm"
    first.half = second.half;
    const auto in_same_half = time_in_half(first);
    if (in_same_half && *in_same_half < *end) start = in_same_half;
  }
  return TypedRange{*start, *end};
}

std::optional<Minutes> typed_length(std::string_view text) {
  if (text.size() > 60) return std::nullopt;
  const std::string plain = plain_typed(text);
  const TypedParts parts = parts_of(plain);
  const auto& numbers = parts.numbers;
  if (numbers.empty() || numbers.size() > 3) return std::nullopt;
  if (const auto iso = iso_length(parts)) return iso;
  if (const auto fraction = fraction_time(plain)) return fraction;
  const auto number = [&](std::size_t index) { return whole_number(numbers[index]).value_or(-1); };
  const bool has_hours = std::any_of(parts.words.begin(), parts.words.end(), is_hour_word);
  const bool has_minutes = std::any_of(parts.words.begin(), parts.words.end(), is_minute_word);
  const bool is_clock = plain.find(':') != std::string::npos;
  if (!parts.words.empty() && !has_hours && !has_minutes) return std::nullopt;
  if (numbers.size() == 1) return has_hours ? sum(number(0), 0) : sum(0, number(0));
  if (numbers.size() == 2 && plain.find_first_of(".,") != std::string::npos) {  // "1.5 h", "7.5"
    const auto value = decimal_number(numbers[0] + "." + numbers[1]);
    return value ? sum(0, std::lround(std::min(*value, 1e5) * (has_hours ? 60 : 1))) : std::nullopt;
  }
  if (!has_hours && !is_clock) return std::nullopt;
  return sum(number(0), number(1));  // seconds are not kept
}

std::optional<TypedMoment> typed_moment(std::string_view text, const CalendarDays& days, DateOrder order) {
  const std::string plain = squashed(text);
  if (plain.size() > 60) return std::nullopt;
  if (const auto serial = serial_moment(plain)) return serial;
  const std::string rfc3339 = as_rfc3339(plain);
  if (const auto instant = wall_from_rfc3339(rfc3339); instant.ok()) {
    const auto local = to_local(instant.value(), days.zone);
    if (local.ok())
      return TypedMoment{local.value(), instant.value(), true, {}, digits_of(rfc3339, local.value())};
  }
  for (std::size_t at = plain.find_first_of(" T"); at != std::string::npos;
       at = plain.find_first_of(" T", at + 1)) {
    const std::string clock = plain.substr(at + 1);
    if (clock.find_first_of(":.h") == std::string::npos) continue;  // "May 2027" is no time
    const auto day = heading_day(plain.substr(0, at), days, order);
    const auto time = typed_time(clock);
    if (day && time) return moment_at(*day, *time);
  }
  if (const auto day = heading_day(plain, days, order))
    return TypedMoment{day->day, std::nullopt, false, day->doubt};
  return std::nullopt;
}

}  // namespace tertulia::formats
