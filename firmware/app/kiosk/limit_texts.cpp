// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/limit_texts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/numbers.h"

namespace tertulia {
namespace {

std::string between(const std::string& least, const std::string& most, const Catalogue& words) {
  if (!least.empty() && !most.empty())
    // translators: to a visitor whose number is too small or too large
    return fill(words.text("Please give a number from {least} to {most}."),
                {{"least", least}, {"most", most}});
  if (!least.empty())
    // translators: to a visitor whose number is too small; {least} itself is possible
    return fill(words.text("Please give a number that is at least {least}."), {{"least", least}});
  if (!most.empty())
    // translators: to a visitor whose number is too large; {most} itself is possible
    return fill(words.text("Please give a number that is at most {most}."), {{"most", most}});
  return words.text("This number is not possible here.");
}

// The number that a person means by a limit that is the very next to it: ". > 0" allows the first double
// above 0. The limit itself where it is no such thing.
double meant(double limit, double towards) {
  constexpr double kPlaces = 1e6;
  const double rounded = std::round(limit * kPlaces) / kPlaces;
  return std::nextafter(rounded, towards) == limit ? rounded : limit;
}

std::string text_of(double number, const Catalogue& words) {
  return with_decimal_mark(typed_number(AnswerValue{number}), words);
}

}  // namespace

std::string limit_text(const Integer& kind, const Catalogue& words) {
  const auto text = [](const auto& limit) { return limit ? std::to_string(*limit) : std::string(); };
  return between(text(kind.least), text(kind.most), words);
}

std::string limit_text(const Decimal& kind, const Catalogue& words) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double least = meant(kind.least.value_or(0), kInfinity);
  const double most = meant(kind.most.value_or(0), -kInfinity);
  const bool is_above = kind.least && least != *kind.least;
  const bool is_below = kind.most && most != *kind.most;
  std::string text;
  if (is_above)
    // translators: to a visitor whose number is too small; {least} itself is not possible
    text = fill(words.text("Please give a number above {least}."), {{"least", text_of(least, words)}});
  if (is_below)
    text += (text.empty() ? "" : " ") +
            // translators: to a visitor whose number is too large; {most} itself is not possible
            fill(words.text("Please give a number below {most}."), {{"most", text_of(most, words)}});
  const bool has_rest = (kind.least && !is_above) || (kind.most && !is_below);
  if (!text.empty() && !has_rest) return text;
  const std::string rest = between(kind.least && !is_above ? text_of(least, words) : std::string(),
                                   kind.most && !is_below ? text_of(most, words) : std::string(), words);
  return text.empty() ? rest : text + " " + rest;
}

std::string limit_text(const Date& kind, const Catalogue& words) {
  const auto day = [&](const std::string& limit) {
    return fill_pattern(pattern_for(words, kind), digit_count(kind), digits_of(kind, limit)).typed;
  };
  if (!kind.least.empty() && !kind.most.empty())
    // translators: to a visitor whose date is too early or too late
    return fill(words.text("Please give a date from {first} to {last}."),
                {{"first", day(kind.least)}, {"last", day(kind.most)}});
  if (!kind.least.empty())
    // translators: to a visitor whose date is too early; {first} itself is possible
    return fill(words.text("Please give a date that is not before {first}."), {{"first", day(kind.least)}});
  if (!kind.most.empty())
    // translators: to a visitor whose date is too late; {last} itself is possible
    return fill(words.text("Please give a date that is not after {last}."), {{"last", day(kind.most)}});
  return words.text("This date is not possible here.");
}

std::string limit_text(const SelectMultiple& kind, const Catalogue& words) {
  const auto most = static_cast<std::uint64_t>(std::max(0, kind.at_most.value_or(0)));
  // translators: to a visitor who chooses too many; “take it back”: a second touch on a choice undoes it
  return fill(words.plural("You can choose {count}. Touch it to take it back.",
                           "You can choose up to {count}. Touch one to take it back.", most),
              {{"count", std::to_string(most)}});
}

}  // namespace tertulia
