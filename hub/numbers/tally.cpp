// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/tally.h"

#include <vector>

namespace tertulia::hub {

void TallySheet::add(const Answers& answers, const Questionnaire* form) {
  ++submissions_;
  for (const auto& [name, answer] : answers) {
    if (std::holds_alternative<std::monostate>(answer)) continue;
    Tally& tally = tallies_[name];
    ++tally.n;
    const Question* question = form ? form->find(name) : nullptr;
    const auto values = question ? values_of(question->kind, answer) : std::vector<Value>{unknown_value()};
    for (const Value& value : values) ++tally.counts[value];
  }
}

void TallySheet::add(const std::string& question, const Tally& tally) {
  Tally& sum = tallies_[question];
  sum.n += tally.n;
  for (const auto& [value, count] : tally.counts) sum.counts[value] += count;
}

}  // namespace tertulia::hub
