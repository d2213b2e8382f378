// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/date_entry.h"

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

}  // namespace

// The day comes first in every language.
std::string answer_of(const Date& kind, std::string_view digits) {
  if (digits.size() != digit_count(kind)) return {};
  return put_together({digits.substr(4), "-", digits.substr(2, 2), "-", digits.substr(0, 2)});
}

std::string answer_of(const TimeOfDay& kind, std::string_view digits) {
  if (digits.size() != digit_count(kind)) return {};
  return put_together({digits.substr(0, 2), ":", digits.substr(2)});
}

std::string digits_of(const Date&, std::string_view answer) {
  if (!has_form_of_day(answer)) return {};
  return put_together({answer.substr(8), answer.substr(5, 2), answer.substr(0, 4)});
}

std::string digits_of(const TimeOfDay&, std::string_view answer) {
  if (!has_form_of_time(answer)) return {};
  return put_together({answer.substr(0, 2), answer.substr(3)});
}

std::string pattern_for(const Catalogue& words, const Date&) {
  // translators: a date that is being typed: first letters of your words for day (two), month (two) and year
  // (four), in this order, with the separators of your language. If people know another calendar beside the
  // Gregorian one, add behind it, separated by a space, the abbreviation that marks Gregorian years
  return words.text("DD/MM/YYYY");
}

std::string pattern_for(const Catalogue& words, const TimeOfDay&) {
  // translators: a time of day that is being typed: first letters of your words for hour and minute, two
  // each, in this order; 24 hours are counted. If people count them from sunrise, add behind it “from
  // midnight”
  return words.text("HH:MM");
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
