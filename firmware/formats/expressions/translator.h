// SPDX-License-Identifier: Apache-2.0
// The work of translate(): its functions for paths, calls and operators lie in sources of their own. For
// those alone.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "firmware/formats/expressions/path_walk.h"
#include "firmware/formats/expressions/translation.h"

namespace tertulia::formats {

struct Written {
  std::string xpath;
  ResultKind kind = ResultKind::kText;
  Where where;  // of nodes: where they are
};

class Translator {
 public:
  explicit Translator(const Scope& scope) : scope_(scope) {}
  [[nodiscard]] Compiled<Translation> translate(const Expr& expr);

 private:
  Written write(const Expr& expr, const Where& where);
  std::string write_truth(const Expr& expr, const Where& where);
  Written write_logic(const Expr& expr, const Where& where);
  Written write_operators(const Expr& expr, const Where& where);
  Written write_sum(const Expr& expr, const Where& where);
  Written write_union(const Expr& expr, const Where& where);

  Written write_path(const Expr& expr, const Where& where);
  Written path_from_root(const Expr& expr, std::size_t& taken) const;
  Written path_from_reference(const Expr& expr);
  Written path_from_value(const Expr& expr, const Where& where, std::size_t& taken);
  void write_steps(const Expr& expr, std::size_t from, Written& path);
  void write_predicates(const std::vector<Expr>& predicates, Written& path);
  bool write_indexed_rows(const Expr& expr, const Where& where, Written& rows);

  Written write_call(const Expr& call, const Where& where);
  std::string write_arguments(const Expr& call, const Where& where, std::size_t from = 0);
  void check_arguments(const Expr& call);
  Written write_instance(const Expr& call);
  Written write_pulldata(const Expr& call, const Where& where);
  Written write_indexed_repeat(const Expr& call, const Where& where);
  Written write_choice_name(const Expr& call, const Where& where);
  Written write_join(const Expr& call, const Where& where);
  std::optional<SchemaId> node_named_by(const Expr& expr);
  std::optional<TableId> table_named_by(const Expr& expr);

  static Written nothing();
  void add_reads(const Where& where);
  void fail(std::size_t position, std::string message);
  void fail_beyond_kiosk(std::size_t position, std::string message);

  const Scope& scope_;
  std::set<std::pair<std::pair<SchemaId, SchemaId>, bool>> is_read_;  // what result_.reads has
  Translation result_;
  std::optional<ExpressionError> error_;
};

}  // namespace tertulia::formats
