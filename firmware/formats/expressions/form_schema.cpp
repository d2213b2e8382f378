// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/form_schema.h"

#include <libxml/tree.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

bool is_node_name(std::string_view name) {
  const std::string text(name);
  return text.size() == name.size() && text.find('\0') == std::string::npos &&
         xmlValidateNCName(reinterpret_cast<const xmlChar*>(text.c_str()), 0) == 0;
}

FormSchema::FormSchema(std::string root) {
  SchemaNode node;
  node.path = "/" + root;
  node.name = std::move(root);
  node.kind = NodeKind::kGroup;
  by_path_[node.path] = kRootNode;
  by_name_[node.name].push_back(kRootNode);
  nodes_.push_back(std::move(node));
}

Result<SchemaId> FormSchema::add(std::string_view path, NodeKind kind) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto parent = find(path.substr(0, slash == std::string_view::npos ? 0 : slash));
  if (!parent) return Error{"There is no group for " + in_quotes(path) + "."};
  if (nodes_[*parent].kind == NodeKind::kQuestion)
    return Error{in_quotes(nodes_[*parent].path) + " is a question; only groups have something inside."};
  if (!is_node_name(name)) return Error{in_quotes(name) + " is no name: use letters, digits, - and _."};
  if (find(path)) return Error{"There are two of " + in_quotes(path) + ": rename one."};
  if (nodes_.size() >= kMostNodes) return Error{"The form has more than 50000 rows."};
  if (nodes_[*parent].depth >= kDeepest) return Error{"Groups are nested more than 32 deep."};
  const auto id = static_cast<SchemaId>(nodes_.size());
  SchemaNode node;
  node.name = std::string(name);
  node.path = std::string(path);
  node.kind = kind;
  node.parent = *parent;
  node.slot = nodes_[*parent].children.size();
  node.depth = nodes_[*parent].depth + 1;
  nodes_[*parent].children.push_back(id);
  by_path_[node.path] = id;
  by_name_[node.name].push_back(id);
  nodes_.push_back(std::move(node));
  return id;
}

std::optional<SchemaId> FormSchema::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return std::nullopt;
  return found->second;
}

std::optional<SchemaId> FormSchema::child(SchemaId parent, std::string_view name) const {
  return find(nodes_[parent].path + "/" + std::string(name));
}

const std::vector<SchemaId>& FormSchema::called(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? none_ : found->second;
}

std::vector<std::string_view> FormSchema::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, nodes] : by_name_) names.push_back(name);
  return names;
}

SchemaId FormSchema::common_ancestor(SchemaId one, SchemaId other) const {
  while (one != other) {
    if (nodes_[one].depth >= nodes_[other].depth)
      one = nodes_[one].parent;
    else
      other = nodes_[other].parent;
  }
  return one;
}

bool FormSchema::is_inside(SchemaId node, SchemaId ancestor) const {
  return common_ancestor(node, ancestor) == ancestor;
}

SchemaId FormSchema::repeat_of(SchemaId node) const {
  while (node != kRootNode && nodes_[node].kind != NodeKind::kRepeat) node = nodes_[node].parent;
  return node;
}

}  // namespace tertulia::formats
