// SPDX-License-Identifier: Apache-2.0
// One call of a function of ours by libxml2, and the lists of those functions. For the evaluator and the
// sources of functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/choice_tables.h"
#include "firmware/formats/expressions/evaluation.h"
#include "firmware/formats/expressions/instance.h"
#include "firmware/formats/expressions/regular_expression.h"
#include "firmware/formats/expressions/row_nodes.h"
#include "firmware/formats/expressions/values.h"

namespace tertulia::formats {

// What functions work with. Lives as long as the evaluator.
struct Runtime {
  Instance& instance;
  const ChoiceTables& tables;
  RowNodes rows;
  RegularExpressions patterns;
  EvaluationContext context;
  Chance chance{0};
  InstanceNode* self = nullptr;  // of the running evaluation
  unsigned long work = 0;        // of functions in the running evaluation
  std::string fault;             // why it ended; empty: it did not
};

class Call {
 public:
  Call(Runtime& on, std::vector<Value> given) : runtime(on), arguments_(std::move(given)) {}

  [[nodiscard]] std::size_t size() const { return arguments_.size(); }
  [[nodiscard]] const Value& at(std::size_t index) const { return arguments_[index]; }
  [[nodiscard]] std::string text(std::size_t index) const { return text_of(arguments_[index]); }
  [[nodiscard]] double number(std::size_t index) const;
  [[nodiscard]] bool truth(std::size_t index) const { return truth_of(arguments_[index]); }
  [[nodiscard]] std::size_t id(std::size_t index) const;  // that the translation has written
  // Those that are relevant: others are to expressions as if they were absent.
  [[nodiscard]] Nodes nodes(std::size_t index) const;
  // The relevant nodes of a node-set, or the one value, as texts.
  [[nodiscard]] std::vector<std::string> texts_of_one(std::size_t index) const;
  // The same for this argument and all behind it.
  [[nodiscard]] std::vector<std::string> texts(std::size_t from) const;

  // Ends the evaluation with this error.
  Value fail(std::string message);
  // Counts work that grows with the data; false when it is too much.
  bool works(std::size_t amount);

  Runtime& runtime;

 private:
  std::vector<Value> arguments_;
};

struct RuntimeFunction {
  std::string_view name;  // as the translation writes it, without "odk-"
  Value (*run)(Call& call);
};

[[nodiscard]] std::span<const RuntimeFunction> operator_functions();
[[nodiscard]] std::span<const RuntimeFunction> logic_functions();
[[nodiscard]] std::span<const RuntimeFunction> text_functions();
[[nodiscard]] std::span<const RuntimeFunction> number_functions();
[[nodiscard]] std::span<const RuntimeFunction> date_functions();
[[nodiscard]] std::span<const RuntimeFunction> node_functions();
[[nodiscard]] std::span<const RuntimeFunction> table_functions();
[[nodiscard]] std::span<const RuntimeFunction> code_functions();

}  // namespace tertulia::formats
