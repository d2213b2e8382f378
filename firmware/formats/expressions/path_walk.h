// SPDX-License-Identifier: Apache-2.0
// Where the steps of a path lead, known from the form alone. For the translation of expressions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/formats/expressions/translation.h"

namespace tertulia::formats {

// The nodes that a path may mean.
struct Where {
  enum class Kind { kForm, kTable, kUnknown };
  Kind kind = Kind::kUnknown;
  std::vector<SchemaId> nodes;  // of kForm; none: the document itself
  SchemaId anchor = kRootNode;
  bool is_chosen = false;  // a predicate or a sibling axis chose among repetitions
  TableId table = 0;       // of kTable
  int level = 0;           // of kTable: 0 the instance, 1 its root, 2 an item, 3 a column
};

[[nodiscard]] Where at_node(SchemaId node);
// What an absolute path to the node means for an expression of `self`.
[[nodiscard]] Where seen_from(const FormSchema& schema, SchemaId node, SchemaId self);
// Errors: nothing is called so there.
[[nodiscard]] Compiled<Where> after_step(const Where& where, const Step& step, const Scope& scope);

}  // namespace tertulia::formats
