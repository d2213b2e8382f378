// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/questionnaire.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "firmware/domain/graphemes.h"
#include "firmware/domain/time.h"

namespace tertulia {
namespace {

// How far a slider's value may lie from a step, in steps: decimal steps (0.1) are not exact in binary.
constexpr double kStepTolerance = 1e-6;

bool offers(const std::vector<Choice>& choices, std::string_view name) {
  return std::any_of(choices.begin(), choices.end(), [&](const Choice& each) { return each.name == name; });
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

// Nothing said: no value, no choice, or a text of blanks.
bool is_unanswered(const AnswerValue& answer) {
  if (const auto* text = std::get_if<std::string>(&answer)) return is_blank(*text);
  if (const auto* names = std::get_if<std::vector<std::string>>(&answer)) return names->empty();
  return std::holds_alternative<std::monostate>(answer);
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

// The rule of each question type, for an answer that says something.
struct Check {
  const AnswerValue& answer;

  AnswerProblem operator()(const SelectOne& type) const {
    const auto* name = std::get_if<std::string>(&answer);
    if (name == nullptr) return AnswerProblem::kWrongType;
    return offers(type.choices, *name) ? AnswerProblem::kNone : AnswerProblem::kUnknownChoice;
  }

  AnswerProblem operator()(const SelectMultiple& type) const {
    const auto* names = std::get_if<std::vector<std::string>>(&answer);
    if (names == nullptr) return AnswerProblem::kWrongType;
    for (const std::string& name : *names)
      if (!offers(type.choices, name)) return AnswerProblem::kUnknownChoice;
    const std::set<std::string_view> different(names->begin(), names->end());
    if (different.size() != names->size()) return AnswerProblem::kWrongType;
    const auto count = static_cast<std::int64_t>(names->size());
    return type.at_most && count > *type.at_most ? AnswerProblem::kTooMany : AnswerProblem::kNone;
  }

  AnswerProblem operator()(const Text& type) const {
    const auto* text = std::get_if<std::string>(&answer);
    if (text == nullptr) return AnswerProblem::kWrongType;
    const auto length = static_cast<std::int64_t>(grapheme_count(*text));
    return length > type.max_length ? AnswerProblem::kTooLong : AnswerProblem::kNone;
  }

  AnswerProblem operator()(const Integer& type) const {
    const auto* number = std::get_if<std::int64_t>(&answer);
    if (number == nullptr) return AnswerProblem::kWrongType;
    const bool fits = *number >= type.least.value_or(*number) && *number <= type.most.value_or(*number);
    return fits ? AnswerProblem::kNone : AnswerProblem::kOutOfRange;
  }

  AnswerProblem operator()(const Range& type) const {
    if (const auto* value = std::get_if<double>(&answer)) return check_range(type, *value);
    // JSON and SQLite may hand back a whole step as an integer.
    if (const auto* whole = std::get_if<std::int64_t>(&answer))
      return check_range(type, static_cast<double>(*whole));
    return AnswerProblem::kWrongType;
  }

  AnswerProblem operator()(const Note&) const { return AnswerProblem::kWrongType; }

  AnswerProblem operator()(const Date& type) const {
    const auto* day = std::get_if<std::string>(&answer);
    if (day == nullptr || !has_form_of_day(*day)) return AnswerProblem::kWrongType;
    if (!is_day(*day)) return AnswerProblem::kNoSuchDay;
    // Days in this form are in the order of their letters.
    const bool fits = *day >= type.least && (type.most.empty() || *day <= type.most);
    return fits ? AnswerProblem::kNone : AnswerProblem::kOutOfRange;
  }

  AnswerProblem operator()(const TimeOfDay&) const {
    const auto* time = std::get_if<std::string>(&answer);
    if (time == nullptr || !has_form_of_time(*time)) return AnswerProblem::kWrongType;
    return is_time_of_day(*time) ? AnswerProblem::kNone : AnswerProblem::kNoSuchTime;
  }
};

}  // namespace

const Question* Questionnaire::find(std::string_view name) const {
  for (const Page& page : pages)
    for (const Question& question : page.questions)
      if (question.name == name) return &question;
  return nullptr;
}

AnswerProblem check_answer(const Question& question, const AnswerValue& answer) {
  const bool asks = !std::holds_alternative<Note>(question.type);
  if (is_unanswered(answer))
    return asks && question.required ? AnswerProblem::kRequired : AnswerProblem::kNone;
  return std::visit(Check{answer}, question.type);
}

}  // namespace tertulia
