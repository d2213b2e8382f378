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

std::size_t FormLogic::repetitions(std::string_view repeat) {
  const std::size_t slash = repeat.rfind('/');
  const InstanceNode* parent =
      slash == std::string_view::npos ? nullptr : instance_.find(repeat.substr(0, slash));
  if (parent == nullptr) return 0;
  const auto id = rules_->schema().child(parent->schema, repeat.substr(slash + 1));
  return id ? instance_.repetitions(*parent, *id) : 0;
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
  const std::size_t slash = repeat.rfind('/');
  InstanceNode* parent = slash == std::string_view::npos ? nullptr : instance_.find(repeat.substr(0, slash));
  const auto id =
      parent == nullptr ? std::nullopt : rules_->schema().child(parent->schema, repeat.substr(slash + 1));
  if (!id || rules_->schema().node(*id).kind != NodeKind::kRepeat)
    return Error{"There is no repeat " + in_quotes(repeat) + "."};
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
