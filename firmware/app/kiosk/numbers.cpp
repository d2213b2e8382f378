// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace tertulia {
namespace {

constexpr std::size_t kMostDigits = 18;         // fits a 64-bit number
constexpr std::size_t kMostDecimalDigits = 15;  // with the point; a double keeps them all

// A minus stands before the number.
TextEntry with_other_sign(TextEntry entry) {
  if (entry.text.starts_with('-')) {
    entry.text.erase(0, 1);
    entry.caret -= entry.caret > 0 ? 1 : 0;
  } else {
    entry.text.insert(0, 1, '-');
    ++entry.caret;
  }
  entry.selected = 0;
  return entry;
}

}  // namespace

TextEntry press_number(const TextEntry& entry, const Key& key, Decimals decimals) {
  if (key.text == "-") return with_other_sign(entry);
  if (decimals == Decimals::kNone) return press(entry, key, kMostDigits);
  if (key.text == "." && entry.text.find('.') != std::string::npos) return entry;
  return press(entry, key, kMostDecimalDigits);
}

AnswerValue whole_answer(const std::string& typed) {
  std::int64_t number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [rest, error] = std::from_chars(typed.data(), end, number);
  return error == std::errc{} && rest == end ? AnswerValue{number} : AnswerValue{};
}

AnswerValue decimal_answer(const std::string& typed) {
  double number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [rest, error] = std::from_chars(typed.data(), end, number, std::chars_format::fixed);
  if (error != std::errc{} || rest != end || !std::isfinite(number)) return {};
  return number == 0 ? 0.0 : number;  // there is no "-0" for people
}

std::string typed_number(const AnswerValue& answer) {
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return std::to_string(*whole);
  const auto* number = std::get_if<double>(&answer);
  if (!number) return {};
  std::array<char, 400> digits{};  // as many as a double can have
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), *number, std::chars_format::fixed);
  return {digits.data(), written.ptr};
}

std::string number_text(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string with_decimal_mark(std::string number, const Catalogue& words) {
  std::replace(number.begin(), number.end(), '.', decimal_mark(words));
  return number;
}

}  // namespace tertulia
