// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/path_walk.h"

#include <algorithm>

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_any(const std::string& test) { return test == "*" || test == "node()"; }

void add_once(std::vector<SchemaId>& nodes, SchemaId node) {
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

void add_descendants(const FormSchema& schema, SchemaId from, std::vector<SchemaId>& nodes) {
  add_once(nodes, from);
  for (const SchemaId child : schema.node(from).children) add_descendants(schema, child, nodes);
}

// All that an axis reaches from one node, before the name is tested.
std::vector<SchemaId> reached(const FormSchema& schema, SchemaId from, const std::string& axis) {
  std::vector<SchemaId> nodes;
  const SchemaNode& node = schema.node(from);
  if (axis == "self") return {from};
  if (axis == "child") return node.children;
  if (axis == "parent") return from == kRootNode ? nodes : std::vector<SchemaId>{node.parent};
  if (axis == "descendant" || axis == "descendant-or-self") {
    add_descendants(schema, from, nodes);
    if (axis == "descendant") nodes.erase(nodes.begin());
  } else if (axis == "ancestor" || axis == "ancestor-or-self") {
    if (axis == "ancestor-or-self") nodes.push_back(from);
    for (SchemaId id = from; id != kRootNode; id = schema.node(id).parent)
      nodes.push_back(schema.node(id).parent);
  } else if (axis == "preceding-sibling" || axis == "following-sibling") {
    nodes = schema.node(node.parent).children;
  } else {
    add_descendants(schema, kRootNode, nodes);  // preceding and following: anything
  }
  return nodes;
}

ExpressionError unknown_step(const Step& step, std::vector<std::string_view> names) {
  return {step.position,
          "Nothing is called " + in_quotes(step.test) + " here." + suggestion(step.test, names)};
}

Compiled<Where> after_form_step(const Where& where, const Step& step, const FormSchema& schema) {
  Where next = where;
  next.nodes.clear();
  std::vector<std::string_view> names;
  const bool is_document = where.nodes.empty();
  const std::vector<SchemaId> from = is_document ? std::vector<SchemaId>{kRootNode} : where.nodes;
  for (const SchemaId id : from) {
    const bool is_root_child = is_document && step.axis == "child";
    for (const SchemaId to : is_root_child ? from : reached(schema, id, step.axis)) {
      names.push_back(schema.node(to).name);
      if (is_any(step.test) || schema.node(to).name == step.test) add_once(next.nodes, to);
    }
  }
  const bool is_named = !is_any(step.test) && step.test != "text()" && step.axis != "attribute";
  if (next.nodes.empty() && is_named) return unknown_step(step, std::move(names));
  if (next.nodes.empty()) return Where{};
  next.is_chosen = where.is_chosen || step.axis.ends_with("-sibling") || step.axis == "preceding" ||
                   step.axis == "following";
  const bool leaves = next.is_chosen || step.axis == "parent" || step.axis.starts_with("ancestor");
  for (const SchemaId id : next.nodes)
    if (leaves) next.anchor = schema.common_ancestor(next.anchor, id);
  if (step.axis.ends_with("-sibling"))
    for (const SchemaId id : where.nodes)
      next.anchor = schema.common_ancestor(next.anchor, schema.node(id).parent);
  return next;
}

Compiled<Where> after_table_step(const Where& where, const Step& step, const ChoiceTable& table) {
  Where next = where;
  if (step.axis == "self" && is_any(step.test)) return next;
  if (step.axis == "parent") {
    --next.level;
    return next.level < 0 ? Where{} : next;
  }
  if (step.axis != "child") return Where{};
  ++next.level;
  if (is_any(step.test)) return next.level > 3 ? Where{} : next;
  if (next.level == 1 && step.test != "root") return unknown_step(step, {"root"});
  if (next.level == 2 && step.test != "item") return unknown_step(step, {"item"});
  if (next.level == 3 && !table.column(step.test))
    return ExpressionError{step.position,
                           "The list " + in_quotes(table.name()) + " has no column " + in_quotes(step.test) +
                               "." + suggestion(step.test, {table.columns().begin(), table.columns().end()})};
  return next.level > 3 ? Where{} : next;
}

}  // namespace

Where at_node(SchemaId node) {
  Where where;
  where.kind = Where::Kind::kForm;
  where.nodes = {node};
  where.anchor = node;
  return where;
}

Where seen_from(const FormSchema& schema, SchemaId node, SchemaId self) {
  Where where = at_node(node);
  where.anchor = schema.common_ancestor(node, self);
  if (where.anchor == node && schema.node(node).kind == NodeKind::kRepeat)
    where.anchor = schema.node(node).parent;
  return where;
}

Compiled<Where> after_step(const Where& where, const Step& step, const Scope& scope) {
  switch (where.kind) {
    case Where::Kind::kForm:
      return after_form_step(where, step, *scope.schema);
    case Where::Kind::kTable:
      return after_table_step(where, step, scope.tables->at(where.table));
    case Where::Kind::kUnknown:
      break;
  }
  return Where{};
}

}  // namespace tertulia::formats
