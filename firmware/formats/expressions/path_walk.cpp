// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/path_walk.h"

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_any(const std::string& test) { return test == "*" || test == "node()"; }

// Collects nodes, each once, in a time that grows with the form and not with its square.
class Reached {
 public:
  explicit Reached(const FormSchema& schema)
      : schema_(schema), is_seen_(schema.size()), is_left_(schema.size()) {}

  // All that the axis leads to from one node, before the name is tested.
  void add(SchemaId from, const std::string& axis) {
    const SchemaNode& node = schema_.node(from);
    if (axis == "self") {
      add_one(from);
    } else if (axis == "parent") {
      if (from != kRootNode) add_one(node.parent);
    } else if (axis == "child" || axis == "descendant" || axis == "descendant-or-self") {
      if (axis == "descendant-or-self") add_one(from);
      add_children(from, axis != "child");
    } else if (axis == "ancestor" || axis == "ancestor-or-self") {
      if (axis == "ancestor-or-self") add_one(from);
      for (SchemaId id = from; id != kRootNode; id = schema_.node(id).parent)
        add_one(schema_.node(id).parent);
    } else if (axis.ends_with("-sibling")) {
      add_children(node.parent, false);
    } else if (axis != "attribute") {  // preceding and following: anything
      add_one(kRootNode);
      add_children(kRootNode, true);
    }
  }
  [[nodiscard]] const std::vector<SchemaId>& nodes() const { return nodes_; }

 private:
  void add_one(SchemaId id) {
    if (!is_seen_[id]) nodes_.push_back(id);
    is_seen_[id] = true;
  }
  void add_children(SchemaId id, bool with_descendants) {
    if (is_left_[id]) return;
    is_left_[id] = true;
    for (const SchemaId child : schema_.node(id).children) {
      add_one(child);
      if (with_descendants) add_children(child, true);
    }
  }

  const FormSchema& schema_;
  std::vector<bool> is_seen_;
  std::vector<bool> is_left_;  // over its children
  std::vector<SchemaId> nodes_;
};

ExpressionError unknown_step(const Step& step, const std::vector<std::string_view>& names) {
  return {step.position,
          "Nothing is called " + in_quotes(step.test) + " here." + suggestion(step.test, names)};
}

Compiled<Where> after_form_step(const Where& where, const Step& step, const FormSchema& schema) {
  Where next = where;
  next.nodes.clear();
  Reached reached(schema);
  if (where.nodes.empty()) reached.add(kRootNode, step.axis == "child" ? "self" : step.axis);
  for (const SchemaId id : where.nodes) reached.add(id, step.axis);
  for (const SchemaId to : reached.nodes())
    if (is_any(step.test) || schema.node(to).name == step.test) next.nodes.push_back(to);
  const bool is_named = !is_any(step.test) && step.test != "text()" && step.axis != "attribute";
  if (next.nodes.empty() && is_named) {
    std::vector<std::string_view> names;
    for (const SchemaId to : reached.nodes()) names.push_back(schema.node(to).name);
    return unknown_step(step, names);
  }
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
