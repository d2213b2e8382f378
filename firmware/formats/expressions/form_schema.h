// SPDX-License-Identifier: Apache-2.0
// The tree of a form: its questions, groups and repeats, without answers. A value; whoever uses it by
// reference must not outlive it. Nodes are numbered in the order of the form, parents before their children.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/form_binds.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

using SchemaId = std::uint32_t;
inline constexpr SchemaId kRootNode = 0;

struct SchemaNode {
  std::string name;
  std::string path;  // "/data/group/name"
  NodeKind kind = NodeKind::kQuestion;
  SchemaId parent = kRootNode;  // of the root: itself
  std::size_t slot = 0;         // its place among the children of its parent
  std::size_t depth = 0;        // of the root: 0
  std::vector<SchemaId> children;
};

class FormSchema {
 public:
  static constexpr std::size_t kMostNodes = 50'000;
  static constexpr std::size_t kDeepest = 32;

  // A form whose root element is called so.
  explicit FormSchema(std::string root = "data");

  // Errors: no parent with that path, a parent that is a question, a name that its siblings have, a name that
  // is no XML name, too many nodes, too deep.
  [[nodiscard]] Result<SchemaId> add(std::string_view path, NodeKind kind);

  [[nodiscard]] const SchemaNode& node(SchemaId id) const { return nodes_[id]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] std::optional<SchemaId> find(std::string_view path) const;
  [[nodiscard]] std::optional<SchemaId> child(SchemaId parent, std::string_view name) const;
  // All nodes that are called so, in the order of the form.
  [[nodiscard]] const std::vector<SchemaId>& called(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> names() const;  // each once

  // The deepest node that both are in, or are.
  [[nodiscard]] SchemaId common_ancestor(SchemaId one, SchemaId other) const;
  [[nodiscard]] bool is_inside(SchemaId node, SchemaId ancestor) const;  // or the same
  // The innermost repeat that the node is in, or is; the root when there is none.
  [[nodiscard]] SchemaId repeat_of(SchemaId node) const;

 private:
  std::vector<SchemaNode> nodes_;
  std::map<std::string, SchemaId, std::less<>> by_path_;
  std::map<std::string, std::vector<SchemaId>, std::less<>> by_name_;
  std::vector<SchemaId> none_;  // the nodes of a name that nobody has
};

// Whether an element may be called so, without a prefix (Namespaces in XML 1.0).
[[nodiscard]] bool is_node_name(std::string_view name);

}  // namespace tertulia::formats
