// SPDX-License-Identifier: Apache-2.0
// The logic of a form as its author wrote it: what form_rules.h compiles. Values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/choice_tables.h"
#include "firmware/formats/expressions/form_schema.h"

namespace tertulia::formats {

// How the result of a calculation is written. kWhole cuts decimals, kDate makes a day of a number or a date
// with time.
enum class ValueKind { kText, kWhole, kDecimal, kDate, kDateTime };

// A row of the form. Expressions are as in the cell; an empty one is absent.
struct Bind {
  std::string path;  // "/data/group/name"; its groups come before
  NodeKind kind = NodeKind::kQuestion;
  ValueKind type = ValueKind::kText;
  std::string relevant;
  std::string required;
  std::string constraint;
  std::string calculation;
  std::string read_only;
  std::string default_value;  // a text, or an expression: see is_dynamic_default()
  std::string
      trigger;  // "${a}" or "${a}, ${b}": the calculation is made when one of these changes, only then
  std::string choice_list;  // the name of a table
  std::string choice_filter;
  std::string choice_seed;  // of is_randomized: an expression
  bool is_randomized = false;
  std::string repeat_count;           // of a repeat: an expression
  std::size_t first_repetitions = 1;  // of a repeat without repeat_count
};

struct FormPlan {
  std::string root = "data";
  std::vector<Bind> binds;
  ChoiceTables tables;
};

// The columns in which something can be wrong, named as in XLSForm.
enum class FormColumn {
  kName,
  kRelevant,
  kRequired,
  kConstraint,
  kCalculation,
  kReadOnly,
  kDefault,
  kTrigger,
  kChoiceFilter,
  kParameters,
  kRepeatCount
};
[[nodiscard]] std::string_view to_text(FormColumn column);

struct FormFault {
  std::string path;
  FormColumn column = FormColumn::kName;
  std::size_t position = 1;  // of the character in the cell
  std::string message;
  friend bool operator==(const FormFault&, const FormFault&) = default;
};

// Whether a default is an expression, evaluated once: it has a ${name}, or calls a function.
[[nodiscard]] bool is_dynamic_default(std::string_view text);

}  // namespace tertulia::formats
