// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_answers.h"

#include <algorithm>
#include <utility>

#include "firmware/app/kiosk/question_kinds.h"
#include "firmware/app/kiosk/search.h"
#include "firmware/domain/limits.h"

namespace tertulia {
namespace {

using kiosk::Asking;

// Put in order is only what is offered now; none: the kind is asked as the form has it.
std::optional<QuestionKind> offered_order(const Asking& asking, const PageQuestion& question) {
  const auto* ranking = std::get_if<Ranking>(&question.kind());
  if (!ranking) return std::nullopt;
  Ranking offered;
  for (const std::size_t position : asking.run->choices(question.name()))
    offered.choices.push_back(ranking->choices[position]);
  return offered;
}

AnswerProblem problem_with(const Asking& asking, const PageQuestion& question) {
  const AnswerValue answer = answer_to(asking, question);
  if (question.now->is_read_only) return AnswerProblem::kNone;
  const auto order = offered_order(asking, question);
  const AnswerProblem problem =
      check_answer(order ? *order : question.kind(), answer, question.now->is_required);
  if (problem != AnswerProblem::kNone || question.now->is_valid) return problem;
  return AnswerProblem::kRefused;
}

Asking with_answer(Asking asking, const std::string& name, AnswerValue answer) {
  if (std::holds_alternative<std::monostate>(answer))
    asking.submission.answers.erase(name);
  else
    asking.submission.answers[name] = std::move(answer);
  return asking;
}

}  // namespace

const PageQuestion* question_on(const KioskPage& page, std::string_view name) {
  const auto found = std::find_if(page.questions.begin(), page.questions.end(), [name](const auto& each) {
    return each.name() == name && !each.now->is_read_only;
  });
  return found == page.questions.end() ? nullptr : &*found;
}

AnswerValue answer_to(const Asking& asking, const PageQuestion& question) {
  const auto found = asking.submission.answers.find(question.name());
  return found == asking.submission.answers.end() ? AnswerValue{} : found->second;
}

TextEntry entry_for(const Asking& asking) {
  TextEntry entry;
  entry.script = asking.entry.script;  // who types Latin goes on doing so
  const KioskPage page = current_page(asking);
  const PageQuestion* question = page.typed();
  if (!question) return entry;
  entry.text = typed_text(question->kind(), answer_to(asking, *question));
  entry.caret = entry.text.size();
  if (!entry.text.empty() && entry.page == KeyboardPage::kShifted) entry.page = KeyboardPage::kLetters;
  return entry;
}

Asking with_entry(Asking asking) {
  const KioskPage page = current_page(asking);
  const PageQuestion* question = page.typed();
  if (!question) return asking;
  AnswerValue answer = typed_answer(question->kind(), asking.entry.text);
  return with_answer(std::move(asking), question->name(), std::move(answer));
}

Asking with_key(Asking asking, const Key& key) {
  if (asking.index) return with_search_key(std::move(asking), key);
  const KioskPage page = current_page(asking);
  const PageQuestion* question = page.typed();
  if (!question) return asking;
  TextEntry pressed = press_key(question->kind(), asking.entry, key);
  // A key does nothing when the answer would no longer fit into the message to the hub.
  if (size_in_json(pressed.text) <= asking.room_for_text) asking.entry = std::move(pressed);
  asking.problem = AnswerProblem::kNone;
  return asking;
}

Asking with_choice(Asking asking, const intent::Choose& choose) {
  const KioskPage page = current_page(asking);
  const PageQuestion* question = question_on(page, choose.question);
  if (!question) return asking;
  const auto order = offered_order(asking, *question);
  const QuestionKind& kind = order ? *order : question->kind();
  auto answer = tertulia::choose(kind, answer_to(asking, *question), choose.choice);
  if (!answer) return asking;
  asking.problem = AnswerProblem::kNone;
  if (check_answer(kind, *answer, false) == AnswerProblem::kTooMany) {
    asking.problem = AnswerProblem::kTooMany;
    return asking;
  }
  if (asking.index) asking = with_search_done(std::move(asking), question->kind());
  return with_answer(std::move(asking), question->name(), *std::move(answer));
}

Asking with_moved_choice(Asking asking, const intent::MoveChoice& move) {
  const KioskPage page = current_page(asking);
  const PageQuestion* question = question_on(page, move.question);
  if (!question) return asking;
  const auto order = offered_order(asking, *question);
  auto answer =
      move_choice(order ? *order : question->kind(), answer_to(asking, *question), move.choice, move.place);
  if (!answer) return asking;
  asking.problem = AnswerProblem::kNone;
  return with_answer(std::move(asking), question->name(), *std::move(answer));
}

Asking with_scale_step(Asking asking, const intent::ChooseStep& choose) {
  const KioskPage page = current_page(asking);
  const PageQuestion* question = question_on(page, choose.question);
  if (!question) return asking;
  auto answer = choose_step(question->kind(), choose.step);
  if (!answer) return asking;
  asking.problem = AnswerProblem::kNone;
  return with_answer(std::move(asking), question->name(), *std::move(answer));
}

Asking with_sound_choices(Asking asking) {
  Answers sound;
  for (const QuestionNow& now : asking.run->now().questions) {
    if (!now.is_relevant || !now.more_of.empty()) continue;
    const Question& question = asking.form->pages[now.page].questions[now.number];
    const auto given = asking.submission.answers.find(now.name);
    if (given == asking.submission.answers.end() || is_typed(question.kind)) continue;
    if (check_answer(question.kind, given->second, false) == AnswerProblem::kNone)
      sound.insert(asking.submission.answers.extract(given));
  }
  asking.submission.answers = std::move(sound);
  return asking;
}

PageProblem problem_on(const KioskPage& page, const Asking& asking) {
  // Something was typed, and it is no answer.
  if (const PageQuestion* typed = page.typed();
      typed && !asking.entry.text.empty() && !asking.submission.answers.contains(typed->name()))
    return {AnswerProblem::kWrongKind, typed};
  for (const PageQuestion& question : page.questions)
    if (const AnswerProblem problem = problem_with(asking, question); problem != AnswerProblem::kNone)
      return {problem, &question};
  return {};
}

AnswerProblem problem_of(const Asking& asking) { return problem_on(current_page(asking), asking).problem; }

std::string problem_text(AnswerProblem problem, const Catalogue& words) {
  switch (problem) {
    case AnswerProblem::kNone:
      break;
    case AnswerProblem::kRequired:
      return words.text("Please choose an answer.");
    case AnswerProblem::kTooLong:
      return words.text("This is too long. Please shorten it.");
    case AnswerProblem::kOutOfRange:
      return words.text("This number is not possible here.");
    case AnswerProblem::kNoSuchDay:
      return words.text("There is no such day. Please check the date.");
    case AnswerProblem::kNoSuchTime:
      // translators: a visitor has typed a time of day like 25:70
      return words.text("There is no such time. It goes from 00:00 to 23:59.");
    case AnswerProblem::kTooMany:  // its kind says how many
    case AnswerProblem::kIncomplete:
      // translators: a visitor has put only some of the choices in an order
      return words.text("Please touch all of them, in your order.");
    case AnswerProblem::kUnknownChoice:
    case AnswerProblem::kRefused:
    case AnswerProblem::kWrongKind:
      return words.text("Please check your answer.");
  }
  return {};
}

bool is_missing(const Asking& asking, const PageQuestion& question) {
  return problem_with(asking, question) == AnswerProblem::kRequired;
}

}  // namespace tertulia
