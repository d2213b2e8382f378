// SPDX-License-Identifier: Apache-2.0
// The compiled logic of a form, the same for all respondents. Immutable once made. form_logic.h applies it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/evaluator.h"
#include "firmware/formats/expressions/form_plan.h"
#include "firmware/formats/expressions/rule_order.h"

namespace tertulia::formats {

struct Rule {
  SchemaId node = kRootNode;
  RuleKind kind = RuleKind::kRelevant;
  std::size_t rank = 0;
  bool has_trigger = false;
  std::optional<Expression> expression;  // none of kChoices, which only says that choices may have changed
};

// A rule that has to be applied again when a node changes.
struct Dependent {
  std::size_t rule = 0;
  SchemaId anchor = kRootNode;  // for its nodes inside the one of these that the changed node is in
};

struct ChoiceRules {
  TableId table = 0;
  std::optional<Expression> filter;   // with columns as names
  std::optional<std::size_t> column;  // of the index that answers a part of the filter
  std::optional<Expression> wanted;   // what the column has to be
  bool is_only_index = false;         // the index answers all of the filter
  bool is_randomized = false;
  std::optional<Expression> seed;
};

struct NodeRules {
  ValueKind type = ValueKind::kText;
  std::string default_text;
  std::size_t first_repetitions = 1;
  bool has_repeat_count = false;
  std::optional<ChoiceRules> choices;
  std::vector<std::size_t> rules;  // of this node
  std::vector<Dependent> dependents;
};

class FormRules {
 public:
  static constexpr std::size_t kMostFaults = 1000;  // then the rest of the expressions is not read

  // Compiles what is right, and reports the rest: a row or an expression that is wrong is left out; of rules
  // that go round in a circle all are.
  [[nodiscard]] static std::unique_ptr<const FormRules> compile(FormPlan plan,
                                                                std::vector<FormFault>& faults);

  [[nodiscard]] const FormSchema& schema() const { return schema_; }
  [[nodiscard]] const ChoiceTables& tables() const { return tables_; }
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const NodeRules& node(SchemaId id) const { return nodes_[id]; }
  // For expressions that are compiled later, like the texts of the question.
  [[nodiscard]] Scope scope(SchemaId self) const { return {&schema_, &tables_, &lists_, self, {}}; }

 private:
  friend class RulesBuilder;
  FormRules(std::string root, ChoiceTables tables) : schema_(std::move(root)), tables_(std::move(tables)) {}

  FormSchema schema_;
  ChoiceTables tables_;
  std::vector<std::optional<TableId>> lists_;
  std::vector<NodeRules> nodes_;
  std::vector<Rule> rules_;
};

}  // namespace tertulia::formats
