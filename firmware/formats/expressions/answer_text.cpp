// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/answer_text.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "firmware/domain/graphemes.h"
#include "firmware/domain/limits.h"
#include "firmware/formats/expressions/dates.h"
#include "firmware/formats/expressions/values.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

struct ToFormText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    return std::isfinite(number) ? text_of(number) : std::string();
  }
  std::string operator()(const std::vector<std::string>& names) const {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
  }
};

AnswerValue names_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::string& name : split(squashed(text), ' '))
    if (!name.empty()) names.push_back(std::move(name));
  return names;
}

AnswerValue whole_in(std::string_view text) {
  const auto number = whole_number(text);
  return number ? AnswerValue(std::int64_t{*number}) : AnswerValue();
}

AnswerValue decimal_in(std::string_view text) {
  const auto number = decimal_number(text);
  return number ? AnswerValue(*number) : AnswerValue();
}

// Of a day, or of a day with time.
AnswerValue day_in(std::string_view text) {
  const auto moment = read_moment(text);
  return moment ? AnswerValue(date_text(*moment)) : AnswerValue();
}

// "14:30" of "14:30:00.000+02:00", or of a day with time: as the clock showed it there.
AnswerValue time_in(std::string_view text) {
  std::optional<Milliseconds> into_day;
  if (const auto time = read_time_of_day(text)) into_day = time->into_day;
  if (const auto moment = read_moment(text); moment && moment->has_time) into_day = moment->into_day;
  if (!into_day) return {};
  const auto minutes = static_cast<int>(std::chrono::floor<Minutes>(*into_day).count());
  std::array<char, 16> written{};
  std::snprintf(written.data(), written.size(), "%02d:%02d", minutes / 60, minutes % 60);
  return std::string(written.data());
}

// As the clock showed it there.
AnswerValue moment_in(std::string_view text) {
  const AnswerValue day = day_in(text);
  const AnswerValue time = time_in(text);
  if (day.index() == 0 || time.index() == 0) return {};
  return std::get<std::string>(day) + "T" + std::get<std::string>(time);
}

struct FromFormText {
  std::string_view text;

  AnswerValue operator()(const SelectOne&) const { return std::string(text); }
  AnswerValue operator()(const SelectMultiple&) const { return names_in(text); }
  AnswerValue operator()(const Text&) const { return std::string(text); }
  AnswerValue operator()(const Integer&) const { return whole_in(text); }
  AnswerValue operator()(const Range&) const { return decimal_in(text); }
  AnswerValue operator()(const Note&) const { return {}; }
  AnswerValue operator()(const Date&) const { return day_in(text); }
  AnswerValue operator()(const tertulia::TimeOfDay&) const { return time_in(text); }
  AnswerValue operator()(const DateTime&) const { return moment_in(text); }
  AnswerValue operator()(const Decimal&) const { return decimal_in(text); }
  AnswerValue operator()(const Ranking&) const { return names_in(text); }
  AnswerValue operator()(const Acknowledge&) const { return std::string(text); }
};

// As many letters as there is room for. Who reads it sees that there were more.
std::string cut_to(std::string_view text, std::size_t room) {
  constexpr std::string_view kMore = "…";
  if (size_in_json(text) <= room) return std::string(text);
  std::size_t end = 0;
  for (std::size_t size = kMore.size(); end < text.size();) {
    const std::size_t next = next_boundary(text, end);
    size += size_in_json(text.substr(end, next - end));
    if (size > room) break;
    end = next;
  }
  return std::string(text.substr(0, end)) + std::string(kMore);
}

}  // namespace

std::string form_text_of(const AnswerValue& answer) { return std::visit(ToFormText{}, answer); }

AnswerValue answer_from(std::string_view form_text, const Question& question) {
  if (trim(form_text).empty()) return {};
  AnswerValue answer = std::visit(FromFormText{form_text}, question.kind);
  return check_answer(question, answer) == AnswerProblem::kNone ? answer : AnswerValue();
}

AnswerValue value_from(std::string_view form_text, ValueKind kind, std::size_t room) {
  if (form_text.empty()) return {};
  AnswerValue number;
  if (kind == ValueKind::kWhole) number = whole_in(form_text);
  if (kind == ValueKind::kDecimal) number = decimal_in(form_text);
  return std::holds_alternative<std::monostate>(number) ? AnswerValue(cut_to(form_text, room)) : number;
}

}  // namespace tertulia::formats
