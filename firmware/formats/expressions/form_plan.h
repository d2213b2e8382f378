// SPDX-License-Identifier: Apache-2.0
// The logic of a form as its author wrote it: what form_rules.h compiles. Values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/form_binds.h"
#include "firmware/formats/expressions/choice_tables.h"

namespace tertulia::formats {

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
  bool is_beyond_kiosk = false;  // as in expression_error.h
  friend bool operator==(const FormFault&, const FormFault&) = default;
};

// Whether a default is an expression, evaluated once: it has a ${name}, or calls a function.
[[nodiscard]] bool is_dynamic_default(std::string_view text);

}  // namespace tertulia::formats
