// SPDX-License-Identifier: Apache-2.0
// Questions of which a room can be shown what its people answered. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/questionnaire.h"

namespace tertulia {

// One question, or the rows of a matrix, which are of one kind. Points into its questionnaire.
struct Showable {
  const Questionnaire* form = nullptr;
  const Page* page = nullptr;
  std::vector<const Question*> rows;  // at least one, at most kMostShownRows

  // By which a moderator names it in the room: "closing/useful". Neither name has a slash in it.
  [[nodiscard]] std::string name() const { return form->id + "/" + rows.front()->name; }
  [[nodiscard]] const QuestionKind& kind() const { return rows.front()->kind; }
  // That of the page of a matrix, else the label of the question.
  [[nodiscard]] const LocalizedText& title() const {
    return rows.size() > 1 && !page->title.empty() ? page->title : rows.front()->label;
  }
  [[nodiscard]] bool in_repeat() const { return !page->repeat.empty(); }
};
inline constexpr std::size_t kMostShownRows = 8;

// In the order of the form. Not among them: what people write, days and times, numbers of which few people
// gave each, and lists and scales that are too long.
[[nodiscard]] std::vector<Showable> showable_in(const Questionnaire& form);
// None: these forms have no such question.
[[nodiscard]] std::optional<Showable> showable_named(const std::vector<Questionnaire>& forms,
                                                     std::string_view name);

// Whether the answers are shown as they lie on a scale of 2 to kMostScaleSteps steps; else as bars.
inline constexpr std::size_t kMostScaleSteps = 11;
[[nodiscard]] bool is_scale(const QuestionKind& kind);

// The label in that language, without marks, and with "…" in place of what comes from other answers.
[[nodiscard]] std::string label_for_all(const LocalizedText& label, const Language& language,
                                        const Language& fallback);

}  // namespace tertulia
