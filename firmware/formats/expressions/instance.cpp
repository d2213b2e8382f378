// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/instance.h"

#include <algorithm>

#include <libxml/tree.h>
#include <libxml/xpath.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

const xmlChar* as_xml(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

std::size_t count_nodes(const InstanceNode& node) {
  std::size_t count = 1;
  for (const auto& slot : node.slots)
    for (const auto& child : slot) count += count_nodes(*child);
  return count;
}

std::size_t nodes_of_one(const FormSchema& schema, SchemaId id) {
  std::size_t count = 1;
  for (const SchemaId child : schema.node(id).children)
    if (schema.node(child).kind != NodeKind::kRepeat) count += nodes_of_one(schema, child);
  return count;
}

// Appends the nodes below `node` that are reached over `way`, from its part `at` on.
void descend(const FormSchema& schema, InstanceNode& node, const std::vector<SchemaId>& way, std::size_t at,
             std::vector<InstanceNode*>& found) {
  if (at == way.size()) {
    found.push_back(&node);
    return;
  }
  for (const auto& child : node.slots[schema.node(way[at]).slot]) descend(schema, *child, way, at + 1, found);
}

}  // namespace

void Instance::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

Instance::Instance(const FormSchema& schema) : schema_(&schema), document_(xmlNewDoc(nullptr)) {
  root_ = make_node(kRootNode, nullptr);
}

Instance::~Instance() = default;
Instance::Instance(Instance&&) noexcept = default;
Instance& Instance::operator=(Instance&&) noexcept = default;

std::unique_ptr<InstanceNode> Instance::make_node(SchemaId id, InstanceNode* parent) {
  const SchemaNode& plan = schema_->node(id);
  auto node = std::make_unique<InstanceNode>();
  node->schema = id;
  node->parent = parent;
  node->xml = xmlNewDocNode(document_.get(), nullptr, as_xml(plan.name), nullptr);
  node->xml->_private = node.get();
  if (parent == nullptr)
    xmlDocSetRootElement(document_.get(), node->xml);
  else if (plan.kind != NodeKind::kRepeat)
    xmlAddChild(parent->xml, node->xml);
  node->slots.resize(plan.children.size());
  for (const SchemaId child : plan.children)
    if (schema_->node(child).kind != NodeKind::kRepeat)
      node->slots[schema_->node(child).slot].push_back(make_node(child, node.get()));
  ++nodes_;
  has_order_ = false;
  return node;
}

void Instance::keep_order() {
  if (has_order_) return;
  xmlXPathOrderDocElems(document_.get());
  has_order_ = true;
}

InstanceNode* Instance::find(std::string_view path) {
  if (!path.starts_with('/')) return nullptr;
  InstanceNode* node = nullptr;
  for (const std::string& part : split(path.substr(1), '/')) {
    const std::size_t bracket = part.find('[');
    std::size_t position = 1;
    if (bracket != std::string::npos) {
      const auto number = part.ends_with(']')
                              ? whole_number(part.substr(bracket + 1, part.size() - bracket - 2))
                              : std::nullopt;
      if (!number || *number < 1) return nullptr;
      position = static_cast<std::size_t>(*number);
    }
    const std::string name = part.substr(0, bracket);
    if (node == nullptr) {
      if (name != schema_->node(kRootNode).name || position != 1) return nullptr;
      node = root_.get();
      continue;
    }
    const auto id = schema_->child(node->schema, name);
    if (!id) return nullptr;
    const auto& slot = node->slots[schema_->node(*id).slot];
    if (position > slot.size()) return nullptr;
    node = slot[position - 1].get();
  }
  return node;
}

std::string Instance::path_of(const InstanceNode& node) const {
  const SchemaNode& plan = schema_->node(node.schema);
  const std::string before = node.parent == nullptr ? "" : path_of(*node.parent);
  const std::string number = plan.kind == NodeKind::kRepeat ? "[" + std::to_string(node.position) + "]" : "";
  return before + "/" + plan.name + number;
}

std::vector<InstanceNode*> Instance::nodes_inside(const FormSchema& schema, SchemaId wanted,
                                                  InstanceNode& ancestor) {
  std::vector<SchemaId> way;
  for (SchemaId id = wanted; id != ancestor.schema; id = schema.node(id).parent) way.push_back(id);
  std::reverse(way.begin(), way.end());
  std::vector<InstanceNode*> found;
  descend(schema, ancestor, way, 0, found);
  return found;
}

std::vector<InstanceNode*> Instance::nodes_for(SchemaId wanted, InstanceNode& at) {
  SchemaId shared = schema_->common_ancestor(wanted, at.schema);
  if (shared == wanted && schema_->node(wanted).kind == NodeKind::kRepeat)
    shared = schema_->node(wanted).parent;
  InstanceNode* from = &at;
  while (from->schema != shared) from = from->parent;
  return nodes_inside(*schema_, wanted, *from);
}

// The document holds the value of what is relevant.
void Instance::show(InstanceNode& node) {
  if (schema_->node(node.schema).kind != NodeKind::kQuestion) return;
  if (xmlNode* old = node.xml->children; old != nullptr) {
    xmlUnlinkNode(old);
    xmlFreeNode(old);
  }
  if (!node.is_relevant || node.value.empty()) return;
  xmlAddChild(node.xml, xmlNewDocText(document_.get(), as_xml(node.value)));
}

void Instance::set_value(InstanceNode& node, std::string value) {
  node.value = std::move(value);
  show(node);
}

void Instance::set_relevant(InstanceNode& node, bool is_relevant) {
  node.is_relevant = is_relevant;
  show(node);
}

std::size_t Instance::repetitions(const InstanceNode& parent, SchemaId repeat) const {
  return parent.slots[schema_->node(repeat).slot].size();
}

InstanceNode* Instance::add_repetition(InstanceNode& parent, SchemaId repeat) {
  if (nodes_ + nodes_of_one(*schema_, repeat) > kMostNodes) return nullptr;
  const SchemaNode& plan = schema_->node(repeat);
  auto& slot = parent.slots[plan.slot];
  auto made = make_node(repeat, &parent);
  // Behind the last one, or before what follows the repeat in the form.
  xmlNode* next = nullptr;
  for (std::size_t later = plan.slot + 1; next == nullptr && later < parent.slots.size(); ++later)
    if (!parent.slots[later].empty()) next = parent.slots[later].front()->xml;
  if (next != nullptr)
    xmlAddPrevSibling(next, made->xml);
  else
    xmlAddChild(parent.xml, made->xml);
  made->position = slot.size() + 1;
  slot.push_back(std::move(made));
  return slot.back().get();
}

bool Instance::remove_repetition(InstanceNode& parent, SchemaId repeat, std::size_t position) {
  auto& slot = parent.slots[schema_->node(repeat).slot];
  if (position < 1 || position > slot.size()) return false;
  const auto removed = slot.begin() + static_cast<std::ptrdiff_t>(position - 1);
  nodes_ -= count_nodes(**removed);
  xmlUnlinkNode((*removed)->xml);
  xmlFreeNode((*removed)->xml);
  slot.erase(removed);
  for (std::size_t at = position - 1; at < slot.size(); ++at) slot[at]->position = at + 1;
  has_order_ = false;
  return true;
}

}  // namespace tertulia::formats
