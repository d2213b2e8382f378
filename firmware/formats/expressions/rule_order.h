// SPDX-License-Identifier: Apache-2.0
// In which order the rules of a form are applied, so that each sees the results of those it reads; and which
// rules go round in a circle. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "firmware/formats/expressions/form_schema.h"
#include "firmware/formats/expressions/translation.h"

namespace tertulia::formats {

// What a rule decides. kDefault is applied once, before kCalculation.
enum class RuleKind {
  kRepeatCount,
  kRelevant,
  kDefault,
  kCalculation,
  kRequired,
  kReadOnly,
  kConstraint,
  kChoices
};

struct RuleReads {
  SchemaId node = kRootNode;
  RuleKind kind = RuleKind::kRelevant;
  std::vector<Read> reads;
};

struct RuleOrder {
  std::vector<std::size_t> ranks;                // of each rule; a lower one first
  std::vector<std::vector<std::size_t>> cycles;  // rules that depend on each other, or on themselves
};

// A question's own value, a chosen repetition of its own repeat and what nobody reads (required,
// constraints...) close no circle.
[[nodiscard]] RuleOrder order_of(const FormSchema& schema, const std::vector<RuleReads>& rules);

}  // namespace tertulia::formats
