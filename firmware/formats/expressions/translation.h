// SPDX-License-Identifier: Apache-2.0
// An expression as libxml2 takes it. Names become nodes, operators and functions become our functions, which
// cast as ODK does (XPath 1.0 casts otherwise), and a table that is filtered by equality is asked for its
// index. Also says what the expression reads. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/choice_tables.h"
#include "firmware/formats/expressions/expression_error.h"
#include "firmware/formats/expressions/form_schema.h"
#include "firmware/formats/expressions/function_list.h"
#include "firmware/formats/expressions/syntax.h"

namespace tertulia::formats {

// Where an expression stands. What it points to must outlive it.
struct Scope {
  const FormSchema* schema = nullptr;
  const ChoiceTables* tables = nullptr;
  const std::vector<std::optional<TableId>>* lists = nullptr;  // of each node of the schema that has choices
  SchemaId self = kRootNode;                                   // the question, group or repeat
  std::optional<TableId> row_of;  // the expression filters this table: names without ${} are columns
};

// A node whose change changes the result.
struct Read {
  SchemaId node = kRootNode;
  SchemaId anchor =
      kRootNode;  // of the nodes that the expression's own node is in, the one inside which it is read
  bool is_indexed = false;  // a chosen repetition of the repeat that the expression is in: no cycle by itself
  friend bool operator==(const Read&, const Read&) = default;
};

struct Translation {
  std::string xpath;  // of libxml2; calls odk-... functions; $p7 is the node 7 of the form, $c the own one
  ResultKind result = ResultKind::kText;
  std::vector<Read> reads;     // each once
  bool is_volatile = false;    // depends on time or chance
  bool follows_clock = false;  // calls now() or today()
};

// Errors: an unknown name, function or table, with the nearest one; a wrong number or kind of arguments; what
// a kiosk cannot do.
[[nodiscard]] Compiled<Translation> translate(const Expr& expr, const Scope& scope);

// The node that ${name} means: of several, the one that shares most groups with `self`. A path, as in
// ${/data/group/name}, is one of them alone: so the reader of XForms writes it. Errors: none, or several that
// are equally near.
[[nodiscard]] Compiled<SchemaId> resolve(std::string_view name, std::size_t position,
                                         const FormSchema& schema, SchemaId self);

// An equality in a filter of rows that an index answers: column = value, where the value does not depend on
// the row.
struct IndexedFilter {
  std::size_t column = 0;
  const Expr* value = nullptr;  // within the filter
  const Expr* part = nullptr;   // the whole equality
};
[[nodiscard]] std::optional<IndexedFilter> indexed_filter(const Expr& filter, const ChoiceTable& table);

}  // namespace tertulia::formats
