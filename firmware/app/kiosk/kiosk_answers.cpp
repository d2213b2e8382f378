// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_answers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/room/room_now.h"

namespace tertulia {
namespace {

using kiosk::Asking;

constexpr std::size_t kMostDigits = 18;  // fits a 64-bit number
constexpr double kMostScaleSteps = 11;

const AnswerValue* answer_of(const Asking& asking, const std::string& question) {
  const auto found = asking.submission.answers.find(question);
  return found == asking.submission.answers.end() ? nullptr : &found->second;
}

const Question& current_question(const Asking& asking) { return current_step(asking).question(); }

AnswerProblem problem_with(const Asking& asking, const Question& question) {
  const AnswerValue* answer = answer_of(asking, question.name);
  return check_answer(question, answer ? *answer : AnswerValue{});
}

// A minus stands before the number, wherever the caret is.
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

// Digits alone are typed there.
bool is_number(const QuestionType& type) {
  return std::holds_alternative<Integer>(type) || places_of(type) > 0;
}

// None when that is no number.
std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

// What was typed, as an answer to such a question; monostate when it is none (yet).
AnswerValue typed_answer(const QuestionType& type, const std::string& typed) {
  if (std::holds_alternative<Text>(type)) return typed.empty() ? AnswerValue{} : typed;
  if (places_of(type) > 0) {
    std::string answer = answer_of_digits(type, typed);
    return answer.empty() ? AnswerValue{} : AnswerValue{std::move(answer)};
  }
  const auto number = number_in(typed);
  return number ? AnswerValue{*number} : AnswerValue{};
}

void toggle(std::vector<std::string>& chosen, const std::string& choice) {
  const auto found = std::find(chosen.begin(), chosen.end(), choice);
  if (found == chosen.end())
    chosen.push_back(choice);
  else
    chosen.erase(found);
}

}  // namespace

const Questionnaire* form_for(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Session* session = room_now(device_state, settings.room, now).session;
  if (session && session->access == Access::kOpen && !session->form.empty())
    if (const Questionnaire* own = device_state.pack.questionnaire(session->form)) return own;
  return device_state.pack.questionnaire(device_state.pack.visit.default_form);
}

KioskPage current_step(const Asking& asking) { return kiosk_pages_of(*asking.form)[asking.step]; }

const Question* question_in(const KioskPage& step, std::string_view name) {
  const auto found = std::find_if(step.questions.begin(), step.questions.end(),
                                  [name](const Question* each) { return each->name == name; });
  return found == step.questions.end() ? nullptr : *found;
}

TextEntry entry_for(const Asking& asking) {
  TextEntry entry;
  entry.script = asking.entry.script;  // who types Latin goes on doing so
  const Question& question = current_question(asking);
  if (const AnswerValue* answer = answer_of(asking, question.name)) {
    if (const auto* text = std::get_if<std::string>(answer)) {
      if (std::holds_alternative<Text>(question.type)) entry.text = *text;
      if (places_of(question.type) > 0) entry.text = digits_of_answer(question.type, *text);
    }
    if (const auto* number = std::get_if<std::int64_t>(answer)) entry.text = std::to_string(*number);
    entry.caret = entry.text.size();
    if (!entry.text.empty() && entry.page == KeyboardPage::kShifted) entry.page = KeyboardPage::kLetters;
  }
  return entry;
}

Asking with_entry(Asking asking) {
  const Question& question = current_question(asking);
  if (!std::holds_alternative<Text>(question.type) && !is_number(question.type)) return asking;
  AnswerValue answer = typed_answer(question.type, asking.entry.text);
  if (std::holds_alternative<std::monostate>(answer))
    asking.submission.answers.erase(question.name);
  else
    asking.submission.answers[question.name] = std::move(answer);
  return asking;
}

Asking with_key(Asking asking, const Key& key) {
  const Question& question = current_question(asking);
  if (const auto* text = std::get_if<Text>(&question.type))
    asking.entry = press(asking.entry, key, static_cast<std::size_t>(std::max(0, text->max_length)),
                         asking.room_for_text);
  else if (std::holds_alternative<Integer>(question.type))
    asking.entry =
        key.text == "-" ? with_other_sign(std::move(asking.entry)) : press(asking.entry, key, kMostDigits);
  else if (const std::size_t places = places_of(question.type); places > 0)
    // Its places are filled in order: a caret that a finger has put elsewhere is back at the end.
    asking.entry = press(with_caret(asking.entry, asking.entry.text.size()), key, places);
  asking.problem = AnswerProblem::kNone;
  return asking;
}

Asking with_choice(Asking asking, const intent::Choose& choose) {
  const Question* question = question_in(current_step(asking), choose.question);
  if (!question) return asking;
  asking.problem = AnswerProblem::kNone;
  if (const auto* several = std::get_if<SelectMultiple>(&question->type)) {
    const AnswerValue* before = answer_of(asking, question->name);
    const auto* list = before ? std::get_if<std::vector<std::string>>(before) : nullptr;
    std::vector<std::string> chosen = list ? *list : std::vector<std::string>{};
    toggle(chosen, choose.choice);
    if (several->at_most && static_cast<int>(chosen.size()) > *several->at_most) {
      asking.problem = AnswerProblem::kTooMany;
      return asking;
    }
    if (chosen.empty())
      asking.submission.answers.erase(question->name);
    else
      asking.submission.answers[question->name] = std::move(chosen);
  } else if (std::holds_alternative<SelectOne>(question->type)) {
    asking.submission.answers[question->name] = choose.choice;
  }
  return asking;
}

Asking with_scale_step(Asking asking, const intent::ChooseStep& choose) {
  const Question* question = question_in(current_step(asking), choose.question);
  const auto* range = question ? std::get_if<Range>(&question->type) : nullptr;
  if (!range) return asking;
  const auto values = scale_values(*range);
  if (choose.step < 0 || static_cast<std::size_t>(choose.step) >= values.size()) return asking;
  asking.problem = AnswerProblem::kNone;
  asking.submission.answers[question->name] = values[static_cast<std::size_t>(choose.step)];
  return asking;
}

Asking with_sound_answers(Asking asking) {
  std::erase_if(asking.submission.answers, [&asking](const auto& answer) {
    const Question* question = asking.form->find(answer.first);
    return !question || check_answer(*question, answer.second) != AnswerProblem::kNone;
  });
  return asking;
}

AnswerProblem problem_of(const Asking& asking) {
  const KioskPage step = current_step(asking);
  if (is_number(step.question().type) && !asking.entry.text.empty() &&
      !answer_of(asking, step.question().name))
    return AnswerProblem::kWrongType;
  for (const Question* question : step.questions)
    if (const AnswerProblem problem = problem_with(asking, *question); problem != AnswerProblem::kNone)
      return problem;
  return AnswerProblem::kNone;
}

bool is_missing(const Asking& asking, const Question& question) {
  return problem_with(asking, question) == AnswerProblem::kRequired;
}

const Question* missing_answer(const Asking& asking) {
  for (const Question* question : current_step(asking).questions)
    if (is_missing(asking, *question)) return question;
  return nullptr;
}

std::vector<double> scale_values(const Range& range) {
  std::vector<double> values;
  if (range.step <= 0) return values;
  const double last = std::round((range.end - range.start) / range.step);
  if (!(last >= 0)) return values;
  const double shown = std::min(last, kMostScaleSteps - 1);
  for (double i = 0; i <= shown; ++i)
    values.push_back(range.start + (shown > 0 ? std::round(i * last / shown) : 0) * range.step);
  return values;
}

std::string number_text(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace tertulia
