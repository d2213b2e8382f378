// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/results/showable.h"

#include <algorithm>
#include <utility>

#include "firmware/domain/emphasis.h"
#include "firmware/domain/room/results_share.h"

namespace tertulia {
namespace {

// A kind that is not named here is not shown.
template <class Kind>
bool can_show(const Kind& /*kind*/) {
  return false;
}
// Beside the choices there is one value for all that is none of them.
bool fits(const std::vector<Choice>& choices) { return choices.size() < kMostResultValues; }
bool can_show(const SelectOne& kind) { return fits(kind.choices); }
bool can_show(const SelectMultiple& kind) { return fits(kind.choices); }
bool can_show(const Ranking& kind) { return fits(kind.choices); }
bool can_show(const Range& kind) {
  return kind.look != RangeLook::kSlider && scale_values(kind).size() <= kMostScaleSteps;
}

bool is_matrix_step(const QuestionKind& kind) {
  const auto* choice = std::get_if<SelectOne>(&kind);
  const auto* range = std::get_if<Range>(&kind);
  return (choice && choice->look == ChoiceLook::kLikert) || (range && range->look == RangeLook::kSteps);
}

bool continues(const Showable& last, const Page& page, const Question& question) {
  return last.page == &page && last.rows.size() < kMostShownRows && is_matrix_step(question.kind) &&
         last.kind() == question.kind;
}

std::size_t steps_of(const QuestionKind& kind) {
  if (const auto* range = std::get_if<Range>(&kind)) return scale_values(*range).size();
  const auto* choice = std::get_if<SelectOne>(&kind);
  const bool is_scale = choice && (choice->look == ChoiceLook::kLikert || choice->look == ChoiceLook::kFaces);
  return is_scale ? choice->choices.size() : 0;
}

void add_showable(const Questionnaire& form, const Page& page, std::vector<Showable>& all) {
  for (const Question& question : page.questions) {
    if (!std::visit([](const auto& kind) { return can_show(kind); }, question.kind)) continue;
    if (!all.empty() && continues(all.back(), page, question))
      all.back().rows.push_back(&question);
    else
      all.push_back({&form, &page, {&question}});
  }
}

}  // namespace

std::vector<Showable> showable_in(const Questionnaire& form) {
  std::vector<Showable> all;
  for (const Page& page : form.pages) add_showable(form, page, all);
  return all;
}

std::optional<Showable> showable_named(const std::vector<Questionnaire>& forms, std::string_view name) {
  const std::size_t slash = std::min(name.find('/'), name.size());
  const std::string_view question = name.substr(std::min(slash + 1, name.size()));
  for (const Questionnaire& form : forms) {
    if (form.id != name.substr(0, slash)) continue;
    for (const Page& page : form.pages) {
      const bool has_it = std::any_of(page.questions.begin(), page.questions.end(),
                                      [&](const Question& each) { return each.name == question; });
      std::vector<Showable> on_page;
      if (has_it) add_showable(form, page, on_page);
      for (Showable& each : on_page)
        if (each.rows.front()->name == question) return std::move(each);
    }
  }
  return std::nullopt;
}

bool is_scale(const QuestionKind& kind) {
  const std::size_t steps = steps_of(kind);
  return steps >= 2 && steps <= kMostScaleSteps;
}

std::string label_for_all(const LocalizedText& label, const Language& language, const Language& fallback) {
  std::string text = without_bold_marks(label.in(language, fallback));
  for (auto begin = text.find("${"); begin != std::string::npos; begin = text.find("${", begin)) {
    const auto end = text.find('}', begin);
    if (end == std::string::npos) break;
    text.replace(begin, end + 1 - begin, "…");
  }
  return text;
}

}  // namespace tertulia
