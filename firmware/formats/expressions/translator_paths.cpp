// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/expressions/translator.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

const std::vector<std::string_view> kAxes = {
    "ancestor",  "ancestor-or-self",  "attribute", "child",     "descendant",        "descendant-or-self",
    "following", "following-sibling", "parent",    "preceding", "preceding-sibling", "self"};

std::string variable(SchemaId node) { return "$p" + std::to_string(node); }

}  // namespace

Written Translator::write_path(const Expr& expr, const Where& where) {
  Written path{"", ResultKind::kNodes, where};
  std::size_t taken = 0;
  if (expr.start == PathStart::kRoot)
    path = path_from_root(expr, taken);
  else if (expr.start == PathStart::kReference)
    path = path_from_reference(expr);
  else if (expr.start == PathStart::kValue)
    path = path_from_value(expr, where, taken);
  write_steps(expr, taken, path);
  if (path.kind == ResultKind::kNodes) add_reads(path.where);
  return path;
}

// As far as the steps of an absolute path have names and no predicates, they are one variable: the evaluator
// knows the node, and need not look for it.
Written Translator::path_from_root(const Expr& expr, std::size_t& taken) const {
  const FormSchema& schema = *scope_.schema;
  Written path{"/", ResultKind::kNodes, at_node(kRootNode)};
  path.where.nodes.clear();
  std::optional<SchemaId> node;
  for (const Step& step : expr.steps) {
    if (step.axis != "child" || !step.predicates.empty()) break;
    std::optional<SchemaId> next = node ? schema.child(*node, step.test) : std::nullopt;
    if (!node && step.test == schema.node(kRootNode).name) next = kRootNode;
    if (!next) break;
    node = next;
    ++taken;
  }
  if (!node) return path;
  return {variable(*node), ResultKind::kNodes, seen_from(schema, *node, scope_.self)};
}

// Nodes that are never there.
Written Translator::nothing() { return {"$c[false()]", ResultKind::kNodes, {}}; }

Written Translator::path_from_reference(const Expr& expr) {
  std::string_view name = expr.text;
  const bool is_last_saved = name.starts_with(kLastSaved);
  if (is_last_saved) name.remove_prefix(kLastSaved.size());
  const auto node = resolve(name, expr.position, *scope_.schema, scope_.self);
  if (!node) {
    fail(node.error().position, node.error().message);
    return {};
  }
  if (is_last_saved) return nothing();
  Written path{variable(node.value()), ResultKind::kNodes,
               seen_from(*scope_.schema, node.value(), scope_.self)};
  write_predicates(expr.predicates, path);
  return path;
}

Written Translator::path_from_value(const Expr& expr, const Where& where, std::size_t& taken) {
  const Expr& value = expr.operands[0];
  Written path;
  if (write_indexed_rows(expr, where, path)) {
    taken = 2;
    return path;
  }
  path = write(value, where);
  if (path.kind != ResultKind::kNodes && path.kind != ResultKind::kAny)
    fail(value.position,
         "Only questions have something behind / or in [], and this gives a text or a number.");
  if (path.kind == ResultKind::kAny) path = {path.xpath, ResultKind::kNodes, {}};
  if (value.kind == ExprKind::kPath)
    path.xpath = "(" + path.xpath + ")";  // the predicates are for all of its nodes
  write_predicates(expr.predicates, path);
  return path;
}

// instance('towns')/root/item[county = ${county} and ...]: the rows of one county come from the index.
bool Translator::write_indexed_rows(const Expr& expr, const Where& where, Written& rows) {
  const Expr& call = expr.operands[0];
  if (call.kind != ExprKind::kCall || call.text != "instance" || call.operands.size() != 1) return false;
  if (!expr.predicates.empty() || expr.steps.size() < 2 || expr.steps[1].predicates.empty()) return false;
  const Step& root = expr.steps[0];
  const Step& item = expr.steps[1];
  if (root.axis != "child" || root.test != "root" || !root.predicates.empty()) return false;
  if (item.axis != "child" || item.test != "item" || call.operands[0].text == kLastSavedInstance)
    return false;
  const auto table = table_named_by(call.operands[0]);
  if (!table) return false;
  const auto filter = indexed_filter(item.predicates[0], scope_.tables->at(*table));
  if (!filter) return false;
  scope_.tables->at(*table).index(filter->column);
  const std::string value = write(*filter->value, where).xpath;
  rows = {"odk-rows(" + std::to_string(*table) + "," + std::to_string(filter->column) + "," + value + ")",
          ResultKind::kNodes,
          {}};
  rows.where.kind = Where::Kind::kTable;
  rows.where.table = *table;
  rows.where.level = 2;
  std::vector<Expr> rest = item.predicates;
  if (filter->part == &item.predicates[0]) rest.erase(rest.begin());
  write_predicates(rest, rows);
  return true;
}

void Translator::write_steps(const Expr& expr, std::size_t from, Written& path) {
  for (std::size_t at = from; at < expr.steps.size() && !error_; ++at) {
    const Step& step = expr.steps[at];
    if (std::find(kAxes.begin(), kAxes.end(), step.axis) == kAxes.end())
      return fail(step.position,
                  "There is no axis " + in_quotes(step.axis) + "." + suggestion(step.axis, kAxes));
    if (step.test.ends_with("()") && step.test != "node()" && step.test != "text()")
      return fail(step.position, "A form has no " + step.test + ": write a name.");
    if (step.test.find(':') != std::string::npos)
      return fail(step.position,
                  "Names of questions have no prefix: write " + in_quotes(step.test) + " without it.");
    auto next = after_step(path.where, step, scope_);
    if (!next) return fail(next.error().position, next.error().message);
    path.where = std::move(next).value();
    if (!path.xpath.empty() && path.xpath != "/") path.xpath += "/";
    path.xpath += step.axis + "::" + step.test;
    write_predicates(step.predicates, path);
  }
}

void Translator::write_predicates(const std::vector<Expr>& predicates, Written& path) {
  for (const Expr& predicate : predicates) {
    path.where.is_chosen = true;
    const Written written = write(predicate, path.where);
    const bool is_set = written.kind == ResultKind::kNodes;
    path.xpath += is_set ? "[odk-boolean(" + written.xpath + ")]" : "[" + written.xpath + "]";
  }
}

}  // namespace tertulia::formats
