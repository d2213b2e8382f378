// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/tally.h"

#include <vector>

namespace tertulia::numbers {

void TallySheet::add(const Answers& answers, const Questionnaire* form) {
  ++took_part_;
  for (const auto& [name, answer] : answers) {
    if (std::holds_alternative<std::monostate>(answer)) continue;
    const Question* question = form ? form->find(name) : nullptr;
    const Counting counting = question ? counting_of(question->kind) : Counting::kEach;
    Tally& tally = tallies_[name];
    // Versions of a form may count a question differently. kEach is right for the answers of all of them.
    tally.counting = tally.answered == 0 || tally.counting == counting ? counting : Counting::kEach;
    ++tally.answered;
    const auto values = question ? values_of(question->kind, answer) : std::vector<Value>{unknown_value()};
    for (const Value& value : values) ++tally.counts[value];
  }
}

std::map<std::string, Tally> TallySheet::by_question() const {
  std::map<std::string, Tally> all = tallies_;
  for (auto& [name, tally] : all) tally.took_part = took_part_;
  return all;
}

}  // namespace tertulia::numbers
