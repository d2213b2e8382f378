// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/state/prompt.h"

#include <string_view>
#include <variant>
#include <vector>

#include "firmware/app/text/phrases.h"
#include "firmware/domain/emphasis.h"

namespace tertulia {
namespace {

// Isolates are for the eye.
std::string without_isolates(std::string text) {
  for (const std::string_view mark : {"\u2068", "\u2069"})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  return text;
}

std::string labels_of(const Catalogue& words, const std::vector<ChoiceButton>& choices) {
  std::vector<std::string> labels;
  for (const ChoiceButton& choice : choices) labels.push_back(choice.label);
  return list_text(words, labels, Conjunction::kOr);
}

// What can be answered, a paragraph each.
struct AnswersToRead {
  const Catalogue& words;

  std::vector<std::string> operator()(const ChoicesBody& body) const {
    return {labels_of(words, body.choices)};
  }
  std::vector<std::string> operator()(const FacesBody& body) const { return {labels_of(words, body.faces)}; }
  std::vector<std::string> operator()(const ScaleBody& body) const {
    std::vector<std::string> paragraphs;
    for (const ScaleRow& row : body.rows) paragraphs.push_back(row.label);
    paragraphs.push_back(list_text(words, body.steps, Conjunction::kOr));
    return paragraphs;
  }
  // A long list is for the eye.
  std::vector<std::string> operator()(const SearchBody&) const { return {}; }
  // Not body.text: others in the room would hear it.
  std::vector<std::string> operator()(const TextBody&) const { return {}; }
  std::vector<std::string> operator()(const NoteBody&) const { return {}; }
  std::vector<std::string> operator()(const RankBody& body) const {
    std::vector<std::string> labels;
    for (const RankRow& row : body.rows) labels.push_back(row.label);
    return {list_text(words, labels, Conjunction::kAnd)};
  }
  std::vector<std::string> operator()(const StarsBody& body) const {
    return {list_text(words, body.values, Conjunction::kOr)};
  }
  std::vector<std::string> operator()(const SliderBody& body) const {
    return {list_text(words, {body.values.front(), body.values.back()}, Conjunction::kOr)};
  }
};

Prompt prompt_in(const Tongue& tongue, const std::vector<std::string>& paragraphs) {
  Prompt prompt{"", tongue.language};
  for (const std::string& paragraph : paragraphs) {
    if (paragraph.empty()) continue;
    if (!prompt.text.empty()) prompt.text += "\n\n";
    prompt.text += without_isolates(without_bold_marks(paragraph));
  }
  return prompt;
}

}  // namespace

Prompt prompt_of(const Catalogue& words, const QuestionView& view) {
  std::vector<std::string> paragraphs{view.group, view.headline, view.hint};
  for (std::string& answer : std::visit(AnswersToRead{words}, view.body))
    paragraphs.push_back(std::move(answer));
  paragraphs.push_back(view.problem);
  return prompt_in(view.tongue, paragraphs);
}

Prompt prompt_of(const Catalogue& words, const AttractView& view) {
  return prompt_in(view.tongue, {view.headline, labels_of(words, view.faces), view.privacy});
}

}  // namespace tertulia
