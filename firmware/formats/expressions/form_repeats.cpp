// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "firmware/formats/expressions/form_logic.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_inside(const InstanceNode* node, const InstanceNode& ancestor) {
  while (node != nullptr && node != &ancestor) node = node->parent;
  return node != nullptr;
}

}  // namespace

// What the repeat stands in, and the repeat; null and none when there is no such repeat.
std::pair<InstanceNode*, std::optional<SchemaId>> FormLogic::find_repeat(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  InstanceNode* parent = slash == std::string_view::npos ? nullptr : instance_.find(path.substr(0, slash));
  if (parent == nullptr) return {nullptr, std::nullopt};
  const auto id = rules_->schema().child(parent->schema, path.substr(slash + 1));
  if (!id || rules_->schema().node(*id).kind != NodeKind::kRepeat) return {nullptr, std::nullopt};
  return {parent, id};
}

std::size_t FormLogic::repetitions(std::string_view repeat) {
  const auto [parent, id] = find_repeat(repeat);
  return id ? instance_.repetitions(*parent, *id) : 0;
}

bool FormLogic::is_next_relevant(std::string_view repeat) {
  const auto [parent, id] = find_repeat(repeat);
  if (!id || !parent->is_relevant) return false;
  const auto& there = parent->slots[rules_->schema().node(*id).slot];
  if (!there.empty()) return there.back()->is_relevant;
  for (const std::size_t at : rules_->node(*id).rules) {
    const Rule& rule = rules_->rules()[at];
    if (rule.kind != RuleKind::kRelevant) continue;
    const auto result = evaluator_->evaluate(*rule.expression, *parent);
    return !result.ok() || truth_of(result.value());
  }
  return true;
}

InstanceNode* FormLogic::grow(InstanceNode& parent, SchemaId repeat) {
  InstanceNode* added = instance_.add_repetition(parent, repeat);
  if (added == nullptr) return nullptr;
  ++repetitions_;
  begin(*added);
  if (!parent.is_relevant) update_relevance(*added);
  changed_.insert(added);
  plan_readers_of_all(*added);
  plan_all(*added, true);
  return added;
}

void FormLogic::shrink(InstanceNode& parent, SchemaId repeat, std::size_t position) {
  const InstanceNode& removed = *parent.slots[rules_->schema().node(repeat).slot][position - 1];
  const std::size_t count = instance_.repetitions(parent, repeat);
  // Those that move up are read, and read others, in another place.
  for (std::size_t at = position; at <= count; ++at)
    plan_readers_of_all(*parent.slots[rules_->schema().node(repeat).slot][at - 1]);
  std::erase_if(tasks_, [&](const Task& task) { return is_inside(task.node, removed); });
  std::erase_if(changed_, [&](const InstanceNode* node) { return is_inside(node, removed); });
  instance_.remove_repetition(parent, repeat, position);
  --repetitions_;
  for (std::size_t at = position; at < count; ++at) {
    InstanceNode& moved = *parent.slots[rules_->schema().node(repeat).slot][at - 1];
    changed_.insert(&moved);
    plan_all(moved, false);
  }
  changed_.insert(&parent);
}

void FormLogic::set_repetitions(InstanceNode& parent, SchemaId repeat, const Value& wanted) {
  const double number = std::trunc(number_of(wanted));
  if (number > static_cast<double>(kMostRepetitions))
    note(parent, "A repeat has at most " + std::to_string(kMostRepetitions) + " repetitions.");
  const auto count = number > 0 ? std::min(kMostRepetitions, static_cast<std::size_t>(std::min(number, 1e6)))
                                : std::size_t(0);
  while (instance_.repetitions(parent, repeat) > count)
    shrink(parent, repeat, instance_.repetitions(parent, repeat));
  while (instance_.repetitions(parent, repeat) < count)
    if (planned_ > kMostPlanned || grow(parent, repeat) == nullptr)
      return note(parent, "The form has no room for more repetitions.");
}

Result<ChangedPaths> FormLogic::add_repetition(std::string_view repeat) {
  const auto [parent, id] = find_repeat(repeat);
  if (!id) return Error{"There is no repeat " + in_quotes(repeat) + "."};
  if (rules_->node(*id).has_repeat_count)
    return Error{"The form calculates how often " + in_quotes(repeat) + " repeats."};
  if (instance_.repetitions(*parent, *id) >= kMostRepetitions || grow(*parent, *id) == nullptr)
    return Error{"There is no room for one more of " + in_quotes(repeat) + "."};
  return run();
}

Result<ChangedPaths> FormLogic::remove_repetition(std::string_view repetition) {
  InstanceNode* node = instance_.find(repetition);
  if (node == nullptr || rules_->schema().node(node->schema).kind != NodeKind::kRepeat)
    return Error{"There is no repetition " + in_quotes(repetition) + "."};
  if (rules_->node(node->schema).has_repeat_count)
    return Error{"The form calculates how often " + in_quotes(repetition) + " repeats."};
  shrink(*node->parent, node->schema, node->position);
  return run();
}

}  // namespace tertulia::formats
