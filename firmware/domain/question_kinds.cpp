// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/question_kinds.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "firmware/domain/graphemes.h"
#include "firmware/domain/time.h"

namespace tertulia {
namespace {

// How far a slider's value may lie from a step, in steps: decimal steps (0.1) are not exact in binary.
constexpr double kStepTolerance = 1e-6;

bool offers(const std::vector<Choice>& choices, std::string_view name) {
  return std::any_of(choices.begin(), choices.end(), [&](const Choice& each) { return each.name == name; });
}

// Each is offered, and none is there twice.
AnswerProblem check_names(const std::vector<Choice>& choices, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (!offers(choices, name)) return AnswerProblem::kUnknownChoice;
  const std::set<std::string_view> different(names.begin(), names.end());
  return different.size() == names.size() ? AnswerProblem::kNone : AnswerProblem::kWrongKind;
}

// JSON and SQLite may hand back a whole number as an integer.
std::optional<double> number_in(const AnswerValue& answer) {
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return static_cast<double>(*whole);
  const auto* number = std::get_if<double>(&answer);
  return number ? std::optional(*number) : std::nullopt;
}

AnswerProblem check_range(const Range& range, double value) {
  const double slack = std::max(range.step, 0.0) * kStepTolerance;
  const bool within = value >= range.start - slack && value <= range.end + slack;  // NaN is not
  if (!within) return AnswerProblem::kOutOfRange;
  if (range.step <= 0) return AnswerProblem::kNone;
  const double steps = (value - range.start) / range.step;
  const bool on_step = std::abs(steps - std::round(steps)) <= kStepTolerance;
  return on_step ? AnswerProblem::kNone : AnswerProblem::kOutOfRange;
}

}  // namespace

AnswerProblem SelectOne::check(const AnswerValue& answer) const {
  const auto* name = std::get_if<std::string>(&answer);
  if (name == nullptr) return AnswerProblem::kWrongKind;
  return offers(choices, *name) ? AnswerProblem::kNone : AnswerProblem::kUnknownChoice;
}

AnswerProblem SelectMultiple::check(const AnswerValue& answer) const {
  const auto* names = std::get_if<std::vector<std::string>>(&answer);
  if (names == nullptr) return AnswerProblem::kWrongKind;
  if (const AnswerProblem problem = check_names(choices, *names); problem != AnswerProblem::kNone)
    return problem;
  const auto count = static_cast<std::int64_t>(names->size());
  return at_most && count > *at_most ? AnswerProblem::kTooMany : AnswerProblem::kNone;
}

AnswerProblem Text::check(const AnswerValue& answer) const {
  const auto* text = std::get_if<std::string>(&answer);
  if (text == nullptr) return AnswerProblem::kWrongKind;
  const auto length = static_cast<std::int64_t>(grapheme_count(*text));
  return length > max_length ? AnswerProblem::kTooLong : AnswerProblem::kNone;
}

AnswerProblem Integer::check(const AnswerValue& answer) const {
  const auto* number = std::get_if<std::int64_t>(&answer);
  if (number == nullptr) return AnswerProblem::kWrongKind;
  const bool fits = *number >= least.value_or(*number) && *number <= most.value_or(*number);
  return fits ? AnswerProblem::kNone : AnswerProblem::kOutOfRange;
}

AnswerProblem Range::check(const AnswerValue& answer) const {
  const auto value = number_in(answer);
  return value ? check_range(*this, *value) : AnswerProblem::kWrongKind;
}

std::vector<double> scale_values(const Range& range) {
  std::vector<double> values;
  if (range.step <= 0) return values;
  const double last = std::min(std::round((range.end - range.start) / range.step), kMostSteps);
  for (double i = 0; i <= last; ++i) values.push_back(range.start + i * range.step);
  return values;
}

AnswerProblem Note::check(const AnswerValue&) const { return AnswerProblem::kWrongKind; }

AnswerProblem Date::check(const AnswerValue& answer) const {
  const auto* day = std::get_if<std::string>(&answer);
  if (day == nullptr || !has_form_of_day(*day)) return AnswerProblem::kWrongKind;
  if (!is_day(*day)) return AnswerProblem::kNoSuchDay;
  // Days in this form are in the order of their letters.
  const bool fits = *day >= least && (most.empty() || *day <= most);
  return fits ? AnswerProblem::kNone : AnswerProblem::kOutOfRange;
}

AnswerProblem TimeOfDay::check(const AnswerValue& answer) const {
  const auto* time = std::get_if<std::string>(&answer);
  if (time == nullptr || !has_form_of_time(*time)) return AnswerProblem::kWrongKind;
  return is_time_of_day(*time) ? AnswerProblem::kNone : AnswerProblem::kNoSuchTime;
}

AnswerProblem DateTime::check(const AnswerValue& answer) const {
  constexpr std::size_t kDay = 10;  // letters
  const auto* text = std::get_if<std::string>(&answer);
  if (text == nullptr || text->size() <= kDay || (*text)[kDay] != 'T') return AnswerProblem::kWrongKind;
  const AnswerProblem day = Date{}.check(text->substr(0, kDay));
  return day == AnswerProblem::kNone ? TimeOfDay{}.check(text->substr(kDay + 1)) : day;
}

AnswerProblem Decimal::check(const AnswerValue& answer) const {
  const auto number = number_in(answer);
  if (!number) return AnswerProblem::kWrongKind;
  // NaN is not within any limits.
  const bool fits =
      std::isfinite(*number) && *number >= least.value_or(*number) && *number <= most.value_or(*number);
  return fits ? AnswerProblem::kNone : AnswerProblem::kOutOfRange;
}

AnswerProblem Ranking::check(const AnswerValue& answer) const {
  const auto* names = std::get_if<std::vector<std::string>>(&answer);
  if (names == nullptr) return AnswerProblem::kWrongKind;
  if (const AnswerProblem problem = check_names(choices, *names); problem != AnswerProblem::kNone)
    return problem;
  return names->size() == choices.size() ? AnswerProblem::kNone : AnswerProblem::kIncomplete;
}

AnswerProblem Acknowledge::check(const AnswerValue& answer) const {
  const auto* text = std::get_if<std::string>(&answer);
  return text != nullptr && *text == kAcknowledged ? AnswerProblem::kNone : AnswerProblem::kWrongKind;
}

bool asks(const QuestionKind& kind) { return !std::holds_alternative<Note>(kind); }

const std::vector<Choice>* choices_of(const QuestionKind& kind) {
  return std::visit(
      [](const auto& each) -> const std::vector<Choice>* {
        if constexpr (requires { each.choices; })
          return &each.choices;
        else
          return nullptr;
      },
      kind);
}

}  // namespace tertulia
