// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/rule_order.h"

#include <algorithm>
#include <limits>

namespace tertulia::formats {
namespace {

// For each node of the form: how often it repeats, whether it is relevant, its value, and what others see of
// it.
enum Aspect : std::size_t { kCount, kRelevance, kValue, kSeen, kAspects };
using Vertex = std::size_t;
constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();

Vertex vertex(SchemaId node, Aspect aspect) { return node * kAspects + aspect; }

bool is_read_by_nobody(RuleKind kind) {
  return kind == RuleKind::kRequired || kind == RuleKind::kReadOnly || kind == RuleKind::kConstraint ||
         kind == RuleKind::kChoices;
}

Vertex vertex_of(const RuleReads& rule) {
  if (rule.kind == RuleKind::kRepeatCount) return vertex(rule.node, kCount);
  return vertex(rule.node, rule.kind == RuleKind::kRelevant ? kRelevance : kValue);
}

using Graph = std::vector<std::vector<Vertex>>;  // from what is read to who reads it

Graph graph_of(const FormSchema& schema, const std::vector<RuleReads>& rules) {
  Graph graph(schema.size() * kAspects);
  for (SchemaId node = 0; node < schema.size(); ++node) {
    for (const Aspect aspect : {kCount, kRelevance, kValue})
      graph[vertex(node, aspect)].push_back(vertex(node, kSeen));
    if (node == kRootNode) continue;
    const SchemaId parent = schema.node(node).parent;
    graph[vertex(parent, kRelevance)].push_back(vertex(node, kRelevance));
    for (const Aspect aspect : {kCount, kRelevance, kValue})
      graph[vertex(schema.repeat_of(parent), kCount)].push_back(vertex(node, aspect));
  }
  for (const RuleReads& rule : rules) {
    if (is_read_by_nobody(rule.kind)) continue;
    for (const Read& read : rule.reads) {
      const bool is_own_value =
          read.node == rule.node && (rule.kind == RuleKind::kCalculation || rule.kind == RuleKind::kDefault);
      if (!read.is_indexed && !is_own_value) graph[vertex(read.node, kSeen)].push_back(vertex_of(rule));
    }
  }
  return graph;
}

// Tarjan's strongly connected components (1972), without recursion: forms may be long chains.
class Components {
 public:
  explicit Components(const Graph& graph) : graph_(graph), of_(graph.size(), kUnseen), sizes_() {
    index_.assign(graph.size(), kUnseen);
    low_.assign(graph.size(), 0);
    for (Vertex start = 0; start < graph.size(); ++start)
      if (index_[start] == kUnseen) visit(start);
  }
  [[nodiscard]] std::size_t of(Vertex v) const {
    return of_[v];
  }  // a reader has a smaller number than what it reads
  [[nodiscard]] std::size_t count() const { return sizes_.size(); }
  [[nodiscard]] bool is_cycle(Vertex v) const {
    return sizes_[of_[v]] > 1 || std::find(graph_[v].begin(), graph_[v].end(), v) != graph_[v].end();
  }

 private:
  struct Frame {
    Vertex at;
    std::size_t next;
  };

  void open(Vertex v, std::vector<Frame>& frames) {
    index_[v] = low_[v] = counter_++;
    stack_.push_back(v);
    frames.push_back({v, 0});
  }

  void visit(Vertex start) {
    std::vector<Frame> frames;
    open(start, frames);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const Vertex v = frame.at;
      if (frame.next < graph_[v].size()) {
        const Vertex to = graph_[v][frame.next++];
        if (index_[to] == kUnseen)
          open(to, frames);
        else if (of_[to] == kUnseen)
          low_[v] = std::min(low_[v], index_[to]);
        continue;
      }
      if (low_[v] == index_[v]) close(v);
      frames.pop_back();
      if (!frames.empty()) low_[frames.back().at] = std::min(low_[frames.back().at], low_[v]);
    }
  }

  void close(Vertex root) {
    std::size_t size = 0;
    for (Vertex v = kUnseen; v != root; ++size) {
      v = stack_.back();
      stack_.pop_back();
      of_[v] = sizes_.size();
    }
    sizes_.push_back(size);
  }

  const Graph& graph_;
  std::vector<std::size_t> of_;
  std::vector<std::size_t> sizes_;
  std::vector<std::size_t> index_;
  std::vector<std::size_t> low_;
  std::vector<Vertex> stack_;
  std::size_t counter_ = 0;
};

}  // namespace

RuleOrder order_of(const FormSchema& schema, const std::vector<RuleReads>& rules) {
  const Graph graph = graph_of(schema, rules);
  const Components components(graph);
  RuleOrder order;
  std::vector<std::vector<std::size_t>> by_component(components.count());
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    if (is_read_by_nobody(rules[rule].kind)) {
      order.ranks.push_back(components.count());
      continue;
    }
    const Vertex at = vertex_of(rules[rule]);
    order.ranks.push_back(components.count() - 1 - components.of(at));
    if (components.is_cycle(at)) by_component[components.of(at)].push_back(rule);
  }
  for (auto& cycle : by_component)
    if (!cycle.empty()) order.cycles.push_back(std::move(cycle));
  return order;
}

}  // namespace tertulia::formats
