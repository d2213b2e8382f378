// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/date_entry.h"

#include <algorithm>
#include <initializer_list>

#include "firmware/domain/graphemes.h"
#include "firmware/domain/time.h"

namespace tertulia {
namespace {

constexpr std::string_view kLeftToRightMark = "\u200E";

bool is_separator(std::string_view cluster) {
  return cluster.size() == 1 && std::string_view(" /.-:,").find(cluster) != std::string_view::npos;
}

std::string put_together(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts) whole += part;
  return whole;
}

// What stands for digits, and what is said behind it.
struct Pattern {
  std::string_view digits;  // "DD/MM/YYYY"
  std::string_view behind;  // " እ.ኤ.አ."
};
Pattern parted(std::string_view pattern, std::size_t digits) {
  std::size_t at = 0;
  while (at < pattern.size() && digits > 0) {
    const std::size_t end = next_boundary(pattern, at);
    if (!is_separator(pattern.substr(at, end - at))) --digits;
    at = end;
  }
  return {pattern.substr(0, at), pattern.substr(at)};
}

// Without what stands before so many separators.
std::string_view from_separator(std::string_view pattern, int count) {
  for (; count > 0; --count) {
    const std::size_t at = pattern.find_first_of("/.-");
    if (at == std::string_view::npos) return pattern;
    pattern.remove_prefix(std::min(pattern.find_first_not_of(' ', at + 1), pattern.size()));
  }
  return pattern;
}

int left_out(DateParts parts) { return parts == DateParts::kDay ? 0 : parts == DateParts::kMonth ? 1 : 2; }

}  // namespace

// The day comes first in every language.
std::string answer_of(const Date& kind, std::string_view digits) {
  if (digits.size() != digit_count(kind)) return {};
  std::string whole = put_together({std::string_view("0101").substr(0, 8 - digits.size()), digits});
  return put_together({whole.substr(4), "-", whole.substr(2, 2), "-", whole.substr(0, 2)});
}

std::string answer_of(const TimeOfDay& kind, std::string_view digits) {
  if (digits.size() != digit_count(kind)) return {};
  return put_together({digits.substr(0, 2), ":", digits.substr(2)});
}

std::string answer_of(const DateTime& kind, std::string_view digits) {
  if (digits.size() != digit_count(kind)) return {};
  return put_together(
      {answer_of(Date{}, digits.substr(0, 8)), "T", answer_of(TimeOfDay{}, digits.substr(8))});
}

std::string digits_of(const Date& kind, std::string_view answer) {
  if (!has_form_of_day(answer)) return {};
  return put_together({answer.substr(8), answer.substr(5, 2), answer.substr(0, 4)})
      .substr(8 - digit_count(kind));
}

std::string digits_of(const TimeOfDay&, std::string_view answer) {
  if (!has_form_of_time(answer)) return {};
  return put_together({answer.substr(0, 2), answer.substr(3)});
}

std::string digits_of(const DateTime&, std::string_view answer) {
  const std::size_t at = answer.find('T');
  if (at == std::string_view::npos) return {};
  const std::string day = digits_of(Date{}, answer.substr(0, at));
  const std::string time = digits_of(TimeOfDay{}, answer.substr(at + 1));
  return day.empty() || time.empty() ? std::string() : day + time;
}

std::string pattern_for(const Catalogue& words, const Date& kind) {
  // translators: a date that is being typed: first letters of your words for day (two), month (two) and year
  // (four), in this order, with the separators of your language. If people know another calendar beside the
  // Gregorian one, add behind it, separated by a space, the abbreviation that marks Gregorian years
  const std::string& whole = words.text("DD/MM/YYYY");
  const auto [digits, behind] = parted(whole, 8);
  return put_together({from_separator(digits, left_out(kind.parts)), behind});
}

std::string pattern_for(const Catalogue& words, const TimeOfDay&) {
  // translators: a time of day that is being typed: first letters of your words for hour and minute, two
  // each, in this order; 24 hours are counted. If people count them from sunrise, add behind it “from
  // midnight”
  return words.text("HH:MM");
}

std::string pattern_for(const Catalogue& words, const DateTime&) {
  const std::string day = pattern_for(words, Date{});
  const std::string time = pattern_for(words, TimeOfDay{});
  const Pattern of_day = parted(day, 8);
  const Pattern of_time = parted(time, 4);
  return put_together({of_day.digits, " ", of_time.digits, of_day.behind, of_time.behind});
}

FilledPattern fill_pattern(std::string_view pattern, std::size_t count, std::string_view digits) {
  FilledPattern filled;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t end = next_boundary(pattern, at);
    const std::string_view cluster = pattern.substr(at, end - at);
    at = end;
    if (seen == count) {
      filled.unfilled += cluster;
    } else if (!is_separator(cluster)) {
      if (seen < digits.size())
        filled.typed += digits[seen];
      else
        filled.unfilled += cluster;
      ++seen;
    } else if (seen <= digits.size()) {
      filled.typed += cluster;
    } else {
      // Beside it a separator does not take the direction of Arabic letters: day, month and year stay in
      // order.
      filled.unfilled += kLeftToRightMark;
      filled.unfilled += cluster;
    }
  }
  return filled;
}

}  // namespace tertulia
