// SPDX-License-Identifier: Apache-2.0
// The answers of one respondent as the XML document that expressions read: an element for each question,
// group and repetition of a repeat. An element that is not relevant is empty in the document; its value is
// kept, and comes back with its relevance. Owns its nodes; the schema must outlive it. One thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/form_schema.h"

struct _xmlDoc;  // libxml2's own names
struct _xmlNode;

namespace tertulia::formats {

struct InstanceNode {
  SchemaId schema = kRootNode;
  InstanceNode* parent = nullptr;  // null of the root
  _xmlNode* xml = nullptr;         // whose _private is this node
  std::string value;               // of a question
  std::size_t position = 1;        // among the repetitions of a repeat, from 1 on
  bool is_asked_for = true;        // what its own expression for relevance gives
  bool is_relevant = true;         // and so do all that it is in
  bool is_required = false;
  bool is_read_only = false;
  bool is_valid = true;
  std::vector<std::vector<std::unique_ptr<InstanceNode>>> slots;  // the children, as the schema numbers them
};

class Instance {
 public:
  static constexpr std::size_t kMostNodes = 200'000;

  // No repeat has a repetition yet.
  explicit Instance(const FormSchema& schema);
  ~Instance();
  Instance(Instance&&) noexcept;
  Instance& operator=(Instance&&) noexcept;

  [[nodiscard]] const FormSchema& schema() const { return *schema_; }
  [[nodiscard]] _xmlDoc* document() const { return document_.get(); }
  [[nodiscard]] InstanceNode& root() { return *root_; }
  // "/data/household[2]/name"; without a number the first repetition. Null: there is none.
  [[nodiscard]] InstanceNode* find(std::string_view path);
  [[nodiscard]] std::string path_of(const InstanceNode& node) const;

  // What an absolute path means for an expression of `at` (ODK XForms, "A Big Deviation with XForms"): where
  // both are in the same repeats, the same repetitions; else all of them. A path to a repeat means all its
  // repetitions.
  [[nodiscard]] std::vector<InstanceNode*> nodes_for(SchemaId wanted, InstanceNode& at);
  // All nodes of that kind inside `ancestor`, or it itself, in document order.
  [[nodiscard]] static std::vector<InstanceNode*> nodes_inside(const FormSchema& schema, SchemaId wanted,
                                                               InstanceNode& ancestor);

  void set_value(InstanceNode& node, std::string value);
  // Of the node alone.
  void set_relevant(InstanceNode& node, bool is_relevant);

  [[nodiscard]] std::size_t repetitions(const InstanceNode& parent, SchemaId repeat) const;
  // At the end. Null: the document has no room for it.
  InstanceNode* add_repetition(InstanceNode& parent, SchemaId repeat);
  // `position` from 1 on; those behind it move up. False: there is none.
  bool remove_repetition(InstanceNode& parent, SchemaId repeat, std::size_t position);

  // Numbers the elements, so that the order of two is known at once. For whoever evaluates.
  void keep_order();

 private:
  std::unique_ptr<InstanceNode> make_node(SchemaId id, InstanceNode* parent);
  void show(InstanceNode& node);

  struct Free {
    void operator()(_xmlDoc* document) const;
  };
  const FormSchema* schema_;
  std::unique_ptr<_xmlDoc, Free> document_;
  std::unique_ptr<InstanceNode> root_;
  std::size_t nodes_ = 0;
  bool has_order_ = false;
};

}  // namespace tertulia::formats
