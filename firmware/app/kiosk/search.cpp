// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/search.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/kiosk/kiosk_form.h"

namespace tertulia {
namespace {

using kiosk::Asking;

constexpr std::size_t kLongestSearch = 60;  // letters

bool is_searched(const QuestionKind& kind, std::size_t offered) {
  const auto* one = std::get_if<SelectOne>(&kind);
  const auto* several = std::get_if<SelectMultiple>(&kind);
  if (!one && !several) return false;
  const ChoiceLook look = one ? one->look : several->look;
  return look == ChoiceLook::kSearch || (look == ChoiceLook::kList && offered > kMostLookedThrough);
}

std::vector<std::string> chosen_in(const AnswerValue& answer) {
  if (const auto* one = std::get_if<std::string>(&answer)) return {*one};
  const auto* several = std::get_if<std::vector<std::string>>(&answer);
  return several ? *several : std::vector<std::string>{};
}

// Positions of what the typed text finds, without those that stand above it anyway.
std::vector<std::uint32_t> found_by(const Asking& asking, const std::vector<Choice>& choices,
                                    const std::vector<std::string>& chosen) {
  std::vector<std::uint32_t> found = asking.index->find(asking.entry.text);
  if (chosen.empty()) return found;
  std::erase_if(found, [&](std::uint32_t position) {
    return std::find(chosen.begin(), chosen.end(), choices[position].name) != chosen.end();
  });
  return found;
}

// The part that is shown. What was found may have become less since it was turned to.
struct Part {
  std::size_t number = 0;
  std::size_t count = 1;  // of all parts
};
Part part_of(const Asking& asking, std::size_t found) {
  const std::size_t count = std::max<std::size_t>(1, (found + kFoundAtOnce - 1) / kFoundAtOnce);
  return {std::min(asking.list_part, count - 1), count};
}

std::string count_text(const Catalogue& words, std::size_t first, std::size_t shown, std::size_t all) {
  // translators: to a visitor who searches a long list by typing: no choice has these letters
  if (all == 0) return words.text("Nothing found.");
  // translators: which choices of a long list are shown, as in “1–50 of 2400”
  return fill(words.text("{first}–{last} of {count}"), {{"first", std::to_string(first + 1)},
                                                        {"last", std::to_string(first + shown)},
                                                        {"count", std::to_string(all)}});
}

}  // namespace

std::shared_ptr<const ChoiceIndex> index_for(const Asking& asking) {
  const KioskPage page = current_page(asking);
  if (page.more || page.is_matrix() || page.question().now->is_read_only) return nullptr;
  const PageQuestion& question = page.question();
  const std::vector<Choice>* choices = choices_of(question.kind());
  if (!choices || !is_searched(question.kind(), choices->size())) return nullptr;
  const std::vector<std::size_t> offered = asking.run->choices(question.name());
  if (!is_searched(question.kind(), offered.size())) return nullptr;
  auto index = std::make_shared<ChoiceIndex>();
  for (const std::size_t position : offered) {
    const Choice& choice = (*choices)[position];
    index->add(position, button_of(choice, form_text(asking, choice.label, question.name()), {}).label);
  }
  return index;
}

Asking with_search_key(Asking asking, const Key& key) {
  TextEntry pressed = press(asking.entry, key, kLongestSearch);
  if (pressed.text != asking.entry.text) asking.list_part = 0;
  asking.entry = std::move(pressed);
  asking.problem = AnswerProblem::kNone;
  return asking;
}

Asking with_search_done(Asking asking, const QuestionKind& kind) {
  asking.entry.caret = asking.entry.selected = asking.entry.text.size();
  asking.entry.open.clear();
  if (std::holds_alternative<SelectOne>(kind)) asking.entry.is_hidden = true;
  return asking;
}

Asking with_turned_list(Asking asking, intent::ListTurn turn) {
  if (!asking.index) return asking;
  const KioskPage page = current_page(asking);
  const std::vector<Choice>& choices = *choices_of(page.question().kind());
  const std::vector<std::string> chosen = chosen_in(answer_to(asking, page.question()));
  const Part shown = part_of(asking, found_by(asking, choices, chosen).size());
  asking.list_part = turn == intent::ListTurn::kAfter ? std::min(shown.number + 1, shown.count - 1)
                                                      : std::max<std::size_t>(shown.number, 1) - 1;
  return asking;
}

SearchBody search_body(const AskedPage& asked, const std::vector<Choice>& choices) {
  const Asking& asking = asked.asking;
  const PageQuestion& question = asked.page.question();
  const AnswerValue answer = answer_to(asking, question);
  const std::vector<std::string> chosen = chosen_in(answer);
  const auto button = [&](const Choice& choice) {
    return button_of(choice, form_text(asking, choice.label, question.name()), answer);
  };
  SearchBody body;
  body.question = question.name();
  body.several = std::holds_alternative<SelectMultiple>(question.kind());
  body.field = field_of(asked);
  if (!asking.entry.is_hidden)
    body.field.keyboard = keyboard_for(asked.words, asking.entry, LineMode::kSearch);
  // translators: in an empty field above a long list of choices: the visitor types letters of what they mean
  body.placeholder = asked.words.text("Type to search");
  for (const std::string& name : chosen) {
    const auto choice =
        std::find_if(choices.begin(), choices.end(), [&](const Choice& each) { return each.name == name; });
    if (choice != choices.end()) body.chosen.push_back(button(*choice));
  }
  const std::vector<std::uint32_t> found = found_by(asking, choices, chosen);
  const Part part = part_of(asking, found.size());
  body.part = part.number;
  const std::size_t first = body.part * kFoundAtOnce;
  const std::size_t shown = std::min(kFoundAtOnce, found.size() - first);
  for (std::size_t at = first; at < first + shown; ++at) body.found.push_back(button(choices[found[at]]));
  body.count = count_text(asked.words, first, shown, found.size());
  // translators: a button above a part of a long list: shows the part before it
  if (body.part > 0) body.before = asked.words.text("Show those before");
  // translators: a button below a part of a long list: shows the next part
  if (body.part + 1 < part.count) body.after = asked.words.text("Show more");
  return body;
}

}  // namespace tertulia
