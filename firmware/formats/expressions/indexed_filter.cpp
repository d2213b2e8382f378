// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/formats/expressions/translation.h"

namespace tertulia::formats {
namespace {

std::optional<std::size_t> column_named_by(const Expr& expr, const ChoiceTable& table) {
  const bool is_name = expr.kind == ExprKind::kPath && expr.start == PathStart::kHere &&
                       expr.steps.size() == 1 && expr.steps[0].axis == "child" &&
                       expr.steps[0].predicates.empty();
  return is_name ? table.column(expr.steps[0].test) : std::nullopt;
}

bool depends_on_row(const Expr& expr) {
  if (expr.kind == ExprKind::kPath && expr.start == PathStart::kHere) return true;
  if (expr.kind == ExprKind::kCall && expr.operands.empty() && expr.text != "true" && expr.text != "false" &&
      expr.text != "today" && expr.text != "now" && expr.text != "pi" && expr.text != "current")
    return true;  // position(), last(), string() ...
  return std::any_of(expr.operands.begin(), expr.operands.end(), depends_on_row);
}

std::optional<IndexedFilter> equality(const Expr& expr, const ChoiceTable& table) {
  if (expr.kind != ExprKind::kCompare || expr.signs.size() != 1 || expr.signs[0] != "=") return std::nullopt;
  for (const std::size_t side : {0U, 1U}) {
    const Expr& value = expr.operands[1 - side];
    const auto column = column_named_by(expr.operands[side], table);
    if (column && !depends_on_row(value)) return IndexedFilter{*column, &value, &expr};
  }
  return std::nullopt;
}

}  // namespace

std::optional<IndexedFilter> indexed_filter(const Expr& filter, const ChoiceTable& table) {
  if (filter.kind != ExprKind::kAnd) return equality(filter, table);
  for (const Expr& part : filter.operands)
    if (const auto found = indexed_filter(part, table)) return found;
  return std::nullopt;
}

}  // namespace tertulia::formats
