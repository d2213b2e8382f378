// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/question_kinds.h"

#include <algorithm>

#include "firmware/app/kiosk/choice_kinds.h"
#include "firmware/app/kiosk/typed_kinds.h"
#include "firmware/app/kiosk/typing.h"

namespace tertulia {
namespace {

// Calls `use` with the kind and its row.
template <class Use>
auto with_row(const QuestionKind& kind, const Use& use) {
  return std::visit([&use]<class Kind>(const Kind& each) { return use(each, kinds::Row<Kind>{}); }, kind);
}

}  // namespace

QuestionBody body_of(const AskedPage& asked) {
  if (asked.page.question().now->is_read_only) return NoteBody{shown_answer(asked)};
  return with_row(asked.page.question().kind(),
                  [&](const auto& kind, auto row) -> QuestionBody { return row.body(kind, asked); });
}

TextBody field_of(const AskedPage& asked) {
  return field_of(asked.asking.entry, asked.page.question().name());
}

bool is_answered_by_one_tap(const QuestionKind& kind) {
  return with_row(kind, [](const auto& each, auto row) { return row.is_answered_by_one_tap(each); });
}

bool can_share_a_page(const QuestionKind& kind) {
  return with_row(kind, [](const auto& each, auto row) { return row.can_share_a_page(each); });
}

bool is_typed(const QuestionKind& kind) {
  return with_row(kind, [](const auto&, auto row) { return decltype(row)::kIsTyped; });
}

std::string typed_text(const QuestionKind& kind, const AnswerValue& answer) {
  return with_row(kind, [&](const auto& each, auto row) { return row.typed_text(each, answer); });
}

AnswerValue typed_answer(const QuestionKind& kind, const std::string& typed) {
  return with_row(kind, [&](const auto& each, auto row) { return row.typed_answer(each, typed); });
}

TextEntry press_key(const QuestionKind& kind, const TextEntry& entry, const Key& key) {
  return with_row(kind, [&](const auto& each, auto row) { return row.press(each, entry, key); });
}

std::optional<AnswerValue> choose(const QuestionKind& kind, const AnswerValue& before,
                                  const std::string& choice) {
  return with_row(kind, [&](const auto& each, auto row) { return row.choose(each, before, choice); });
}

std::optional<AnswerValue> move_choice(const QuestionKind& kind, const AnswerValue& before,
                                       const std::string& choice, std::size_t place) {
  return with_row(kind, [&](const auto& each, auto row) { return row.move(each, before, choice, place); });
}

std::string how_to(const QuestionKind& kind, const Catalogue& words) {
  return with_row(kind, [&](const auto& each, auto row) { return row.how_to(each, words); });
}

std::optional<AnswerValue> choose_step(const QuestionKind& kind, int step) {
  return with_row(kind, [&](const auto& each, auto row) { return row.choose_step(each, step); });
}

std::string problem_text(const QuestionKind& kind, AnswerProblem problem, const Catalogue& words) {
  return with_row(kind, [&](const auto& each, auto row) { return row.problem_text(each, problem, words); });
}

ChoiceButton button_of(const Choice& choice, std::string label, const AnswerValue& answer) {
  const auto* one = std::get_if<std::string>(&answer);
  const auto* several = std::get_if<std::vector<std::string>>(&answer);
  const bool chosen = (one && *one == choice.name) ||
                      (several && std::find(several->begin(), several->end(), choice.name) != several->end());
  if (label.empty()) label = choice.name;
  return {choice.name, std::move(label), chosen};
}

std::string shown_answer(const AskedPage& asked) {
  const PageQuestion& question = asked.page.question();
  const AnswerValue answer = answer_to(asked.asking, question);
  return with_row(question.kind(),
                  [&](const auto& kind, auto row) { return row.shown(kind, answer, asked); });
}

}  // namespace tertulia
