// SPDX-License-Identifier: Apache-2.0
// Functions on node-sets: questions of repeats, and their order.
#include <algorithm>
#include <cmath>

#include <libxml/tree.h>

#include "firmware/formats/expressions/call.h"
#include "firmware/formats/expressions/shuffle.h"

namespace tertulia::formats {
namespace {

std::string_view name_of(const _xmlNode* node) {
  return node->name == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->name);
}

Value count(Call& call) {
  if (!std::holds_alternative<Nodes>(call.at(0))) return call.fail("count() wants questions of a repeat.");
  return static_cast<double>(call.nodes(0).size());
}

Value count_non_empty(Call& call) {
  const Nodes nodes = call.nodes(0);
  return static_cast<double>(
      std::count_if(nodes.begin(), nodes.end(), [](const _xmlNode* node) { return !text_of(node).empty(); }));
}

// Among the siblings of the same name.
Value position(Call& call) {
  const auto* nodes = std::get_if<Nodes>(&call.at(0));
  if (nodes == nullptr || nodes->empty()) return call.fail("position() wants a question or a repeat.");
  const _xmlNode* node = nodes->front();
  if (const auto* answer = static_cast<const InstanceNode*>(node->_private); answer != nullptr)
    return static_cast<double>(answer->position);
  double place = 1;
  for (const _xmlNode* before = node->prev; before != nullptr; before = before->prev)
    place += name_of(before) == name_of(node) ? 1 : 0;
  return call.works(static_cast<std::size_t>(place)) ? Value(place) : Value(std::string());
}

Value name(Call& call) {
  const auto* nodes = std::get_if<Nodes>(&call.at(0));
  return nodes == nullptr || nodes->empty() ? std::string() : std::string(name_of(nodes->front()));
}

// The wanted node, then each repeat with the number of its repetition. Repeats that are not named are those
// of the question that asks, where both are in the same.
Value indexed_repeat(Call& call) {
  const FormSchema& schema = call.runtime.instance.schema();
  const auto wanted = static_cast<SchemaId>(call.id(0));
  std::vector<SchemaId> way;  // from the wanted node up to below the first repeat that is named
  SchemaId outermost = wanted;
  for (std::size_t at = 1; at + 1 < call.size(); at += 2) {
    const auto repeat = static_cast<SchemaId>(call.id(at));
    if (schema.node(repeat).depth <= schema.node(outermost).depth) outermost = repeat;
  }
  InstanceNode* start = call.runtime.self;
  const SchemaId shared = schema.common_ancestor(schema.node(outermost).parent, start->schema);
  while (start->schema != shared) start = start->parent;
  for (SchemaId id = wanted; id != shared; id = schema.node(id).parent) way.push_back(id);
  std::vector<InstanceNode*> found = {start};
  for (std::size_t step = way.size(); step-- > 0;) {
    double index = 0;  // all
    for (std::size_t at = 1; at + 1 < call.size(); at += 2)
      if (call.id(at) == way[step]) index = call.number(at + 1);
    std::vector<InstanceNode*> next;
    for (const InstanceNode* node : found)
      for (const auto& child : node->slots[schema.node(way[step]).slot])
        if (index == 0 ? schema.node(way[step]).kind != NodeKind::kRepeat || call.size() > 3
                       : static_cast<double>(child->position) == index)
          next.push_back(child.get());
    found = std::move(next);
  }
  Nodes nodes;
  for (const InstanceNode* node : found) nodes.push_back(node->xml);
  return nodes;
}

template <class T>
void shuffle(Call& call, std::vector<T>& items, std::size_t seed_at) {
  ParkMiller generator(call.size() > seed_at ? seed_of(call.at(seed_at))
                                             : static_cast<std::int64_t>(call.runtime.chance.bits() >> 1U));
  items = shuffled(items, generator);
}

Value randomize(Call& call) {
  Nodes nodes = call.nodes(0);
  shuffle(call, nodes, 1);
  return nodes;
}

Value join_shuffled(Call& call) {
  Nodes nodes = call.nodes(1);
  shuffle(call, nodes, 2);
  std::string all;
  for (const _xmlNode* node : nodes) {
    if (node != nodes.front()) all += call.text(0);
    all += text_of(node);
    if (all.size() > kLongestValue) break;
  }
  return all;
}

constexpr RuntimeFunction kNodeFunctions[] = {
    {"count", count},         {"count-non-empty", count_non_empty},
    {"position", position},   {"name", name},
    {"local-name", name},     {"indexed-repeat", indexed_repeat},
    {"randomize", randomize}, {"join-shuffled", join_shuffled},
};

}  // namespace

std::span<const RuntimeFunction> node_functions() { return kNodeFunctions; }

}  // namespace tertulia::formats
