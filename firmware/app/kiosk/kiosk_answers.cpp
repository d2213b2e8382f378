// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_answers.h"

#include <algorithm>
#include <utility>

#include "firmware/app/kiosk/question_kinds.h"
#include "firmware/app/room/public_room.h"
#include "firmware/domain/limits.h"

namespace tertulia {
namespace {

using kiosk::Asking;

const Question& current_question(const Asking& asking) { return current_page(asking).question(); }

AnswerProblem problem_with(const Asking& asking, const Question& question) {
  return check_answer(question, answer_to(asking, question));
}

Asking with_answer(Asking asking, const Question& question, AnswerValue answer) {
  if (std::holds_alternative<std::monostate>(answer))
    asking.submission.answers.erase(question.name);
  else
    asking.submission.answers[question.name] = std::move(answer);
  return asking;
}

// Its own, else that of the visit.
const Questionnaire* form_of(const DeviceState& device_state, const std::optional<PublicSession>& session) {
  if (const Session* open = session ? session->open() : nullptr; open && !open->form.empty())
    if (const Questionnaire* own = device_state.pack.questionnaire(open->form)) return own;
  return device_state.pack.questionnaire(device_state.pack.visit.default_form);
}

}  // namespace

std::optional<PublicSession> asked_session(const DeviceState& device_state, const RoleSettings& settings,
                                           const Now& now) {
  const auto running = public_session_in(device_state, settings.room, now);
  if (settings.asks == KioskAsks::kAlways) return running;
  const bool is_break = running && running->open() && running->open()->is_break;
  if (running && !is_break) {
    const Questionnaire* form = form_of(device_state, running);
    return form && form->asks_while_running ? running : std::nullopt;
  }
  return public_session_ended_in(device_state, settings.room, settings.asks_for, now);
}

const Questionnaire* form_for(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const auto session = asked_session(device_state, settings, now);
  if (!session && settings.asks == KioskAsks::kEnded) return nullptr;
  return form_of(device_state, session);
}

KioskPage current_page(const Asking& asking) { return kiosk_pages_of(*asking.form)[asking.page]; }

const Question* question_on(const KioskPage& page, std::string_view name) {
  const auto found = std::find_if(page.questions.begin(), page.questions.end(),
                                  [name](const Question* each) { return each->name == name; });
  return found == page.questions.end() ? nullptr : *found;
}

AnswerValue answer_to(const Asking& asking, const Question& question) {
  const auto found = asking.submission.answers.find(question.name);
  return found == asking.submission.answers.end() ? AnswerValue{} : found->second;
}

TextEntry entry_for(const Asking& asking) {
  TextEntry entry;
  entry.script = asking.entry.script;  // who types Latin goes on doing so
  const Question& question = current_question(asking);
  entry.text = typed_text(question.kind, answer_to(asking, question));
  entry.caret = entry.text.size();
  if (!entry.text.empty() && entry.page == KeyboardPage::kShifted) entry.page = KeyboardPage::kLetters;
  return entry;
}

Asking with_entry(Asking asking) {
  const Question& question = current_question(asking);
  if (!is_typed(question.kind)) return asking;
  AnswerValue answer = typed_answer(question.kind, asking.entry.text);
  return with_answer(std::move(asking), question, std::move(answer));
}

Asking with_key(Asking asking, const Key& key) {
  TextEntry pressed = press_key(current_question(asking).kind, asking.entry, key);
  // A key does nothing when the answer would no longer fit into the message to the hub.
  if (size_in_json(pressed.text) <= asking.room_for_text) asking.entry = std::move(pressed);
  asking.problem = AnswerProblem::kNone;
  return asking;
}

Asking with_choice(Asking asking, const intent::Choose& choose) {
  const Question* question = question_on(current_page(asking), choose.question);
  if (!question) return asking;
  auto answer = tertulia::choose(question->kind, answer_to(asking, *question), choose.choice);
  if (!answer) return asking;
  asking.problem = AnswerProblem::kNone;
  if (check_answer(*question, *answer) == AnswerProblem::kTooMany) {
    asking.problem = AnswerProblem::kTooMany;
    return asking;
  }
  return with_answer(std::move(asking), *question, *std::move(answer));
}

Asking with_moved_choice(Asking asking, const intent::MoveChoice& move) {
  const Question* question = question_on(current_page(asking), move.question);
  if (!question) return asking;
  auto answer = move_choice(question->kind, answer_to(asking, *question), move.choice, move.place);
  if (!answer) return asking;
  asking.problem = AnswerProblem::kNone;
  return with_answer(std::move(asking), *question, *std::move(answer));
}

Asking with_scale_step(Asking asking, const intent::ChooseStep& choose) {
  const Question* question = question_on(current_page(asking), choose.question);
  if (!question) return asking;
  auto answer = choose_step(question->kind, choose.step);
  if (!answer) return asking;
  asking.problem = AnswerProblem::kNone;
  return with_answer(std::move(asking), *question, *std::move(answer));
}

Asking with_sound_choices(Asking asking) {
  std::erase_if(asking.submission.answers, [&asking](const auto& answer) {
    const Question* question = asking.form->find(answer.first);
    return !question || is_typed(question->kind) ||
           check_answer(*question, answer.second) != AnswerProblem::kNone;
  });
  return asking;
}

AnswerProblem problem_of(const Asking& asking) {
  const KioskPage page = current_page(asking);
  // Something was typed, and it is no answer.
  const bool is_answered = asking.submission.answers.contains(page.question().name);
  if (is_typed(page.question().kind) && !asking.entry.text.empty() && !is_answered)
    return AnswerProblem::kWrongKind;
  for (const Question* question : page.questions)
    if (const AnswerProblem problem = problem_with(asking, *question); problem != AnswerProblem::kNone)
      return problem;
  return AnswerProblem::kNone;
}

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
    case AnswerProblem::kWrongKind:
      return words.text("Please check your answer.");
  }
  return {};
}

bool is_missing(const Asking& asking, const Question& question) {
  return problem_with(asking, question) == AnswerProblem::kRequired;
}

const Question* missing_answer(const Asking& asking) {
  for (const Question* question : current_page(asking).questions)
    if (is_missing(asking, *question)) return question;
  return nullptr;
}

}  // namespace tertulia
