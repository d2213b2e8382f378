// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/form_logic.h"

#include <algorithm>
#include <cmath>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Positions in up to three repeats, so that earlier repetitions come first.
std::uint64_t place_of(const FormSchema& schema, const InstanceNode& node) {
  std::uint64_t place = 0;
  int level = 0;
  for (const InstanceNode* at = &node; at != nullptr; at = at->parent)
    if (schema.node(at->schema).kind == NodeKind::kRepeat && level < 3)
      place |= static_cast<std::uint64_t>(at->position) << (21 * level++);
  return place;
}

Error no_question(std::string_view path) { return Error{"There is no question " + in_quotes(path) + "."}; }

}  // namespace

FormLogic::FormLogic(const FormRules& rules, EvaluationContext context)
    : rules_(&rules),
      instance_(rules.schema()),
      evaluator_(std::make_unique<Evaluator>(instance_, rules.tables())) {
  evaluator_->set_context(std::move(context));
  begin(instance_.root());
  plan_all(instance_.root(), true);
  run();
}

// Static defaults, and the first repetitions.
void FormLogic::begin(InstanceNode& node) {
  const NodeRules& rules = rules_->node(node.schema);
  if (!rules.default_text.empty()) instance_.set_value(node, rules.default_text);
  for (const SchemaId child : rules_->schema().node(node.schema).children) {
    const NodeRules& of_child = rules_->node(child);
    const bool is_repeat = rules_->schema().node(child).kind == NodeKind::kRepeat;
    if (is_repeat && !of_child.has_repeat_count)
      for (std::size_t at = 0; at < std::min(of_child.first_repetitions, kMostRepetitions); ++at)
        if (instance_.add_repetition(node, child) != nullptr) ++repetitions_;
    for (const auto& of_slot : node.slots[rules_->schema().node(child).slot]) begin(*of_slot);
  }
}

void FormLogic::plan(std::size_t rule, InstanceNode& node) {
  if (++planned_ == kMostPlanned) note(node, "The rules take too long: what is left of them is not applied.");
  if (planned_ >= kMostPlanned) return;
  tasks_.insert({rules_->rules()[rule].rank, place_of(rules_->schema(), node), rule, &node});
}

// All rules of the node and of those inside. Defaults are for new nodes only.
void FormLogic::plan_all(InstanceNode& node, bool is_new) {
  for (const std::size_t at : rules_->node(node.schema).rules) {
    const Rule& rule = rules_->rules()[at];
    const bool is_of_chance =
        rule.expression && rule.expression->is_volatile() && !rule.expression->follows_clock();
    if (rule.has_trigger || rule.kind == RuleKind::kRepeatCount || rule.kind == RuleKind::kChoices) continue;
    if (is_new || (rule.kind != RuleKind::kDefault && !is_of_chance)) plan(at, node);
  }
  // The count of a repeat is decided where it is, whether it has repetitions or not.
  for (const SchemaId child : rules_->schema().node(node.schema).children) {
    for (const std::size_t at : rules_->node(child).rules)
      if (rules_->rules()[at].kind == RuleKind::kRepeatCount) plan(at, node);
    for (const auto& of_slot : node.slots[rules_->schema().node(child).slot]) plan_all(*of_slot, is_new);
  }
}

void FormLogic::plan_dependents(InstanceNode& changed) {
  for (const Dependent& dependent : rules_->node(changed.schema).dependents) {
    const Rule& rule = rules_->rules()[dependent.rule];
    InstanceNode* anchor = &changed;
    while (anchor->schema != dependent.anchor && anchor->parent != nullptr) anchor = anchor->parent;
    SchemaId wanted = rule.node;
    if (rule.kind == RuleKind::kRepeatCount) wanted = rules_->schema().node(wanted).parent;
    if (!rules_->schema().is_inside(wanted, anchor->schema)) continue;
    for (InstanceNode* node : Instance::nodes_inside(rules_->schema(), wanted, *anchor))
      plan(dependent.rule, *node);
  }
}

void FormLogic::plan_readers_of_all(InstanceNode& node) {
  plan_dependents(node);
  for (const auto& slot : node.slots)
    for (const auto& child : slot) plan_readers_of_all(*child);
}

ChangedPaths FormLogic::run() {
  std::size_t applied = 0;
  const auto most = [&] { return 1000 + kMostApplications * rules_->rules().size() * (1 + repetitions_); };
  const unsigned long spent_before = evaluator_->spent();
  while (!tasks_.empty()) {
    const Task task = *tasks_.begin();
    tasks_.erase(tasks_.begin());
    const bool is_too_much = evaluator_->spent() - spent_before > kMostOperationsOfChange;
    if (++applied > most() || is_too_much) {
      note(*task.node, is_too_much ? "The rules take too long: what is left of them is not applied."
                                   : "The rules do not come to rest: one of them changes what it reads.");
      tasks_.clear();
      break;
    }
    apply(rules_->rules()[task.rule], *task.node);
  }
  planned_ = 0;
  ChangedPaths paths;
  for (const InstanceNode* node : changed_) paths.push_back(instance_.path_of(*node));
  changed_.clear();
  std::sort(paths.begin(), paths.end());
  return paths;
}

void FormLogic::apply(const Rule& rule, InstanceNode& node) {
  if (rule.kind == RuleKind::kChoices) {
    changed_.insert(&node);
    return;
  }
  if (rule.kind == RuleKind::kDefault && !node.value.empty()) return;
  const bool is_unasked = rule.kind == RuleKind::kConstraint && (node.value.empty() || !node.is_relevant);
  if (is_unasked) return set_flag(node.is_valid, true, node);
  auto result = evaluator_->evaluate(*rule.expression, node);
  if (!result) note(node, result.error().message);
  const bool is_true = result.ok() && truth_of(result.value());
  switch (rule.kind) {
    case RuleKind::kRelevant:
      node.is_asked_for = is_true || !result.ok();
      return update_relevance(node);
    case RuleKind::kDefault:
    case RuleKind::kCalculation:
      return set_value(node,
                       result ? written(result.value(), rules_->node(node.schema).type) : std::string());
    case RuleKind::kRequired:
      return set_flag(node.is_required, is_true, node);
    case RuleKind::kReadOnly:
      return set_flag(node.is_read_only, is_true, node);
    case RuleKind::kConstraint:
      return set_flag(node.is_valid, is_true || !result.ok(), node);
    case RuleKind::kRepeatCount:
      if (result) set_repetitions(node, rule.node, result.value());
      return;
    case RuleKind::kChoices:
      return;
  }
}

void FormLogic::set_flag(bool& flag, bool value, const InstanceNode& node) {
  if (flag == value) return;
  flag = value;
  changed_.insert(&node);
}

void FormLogic::update_relevance(InstanceNode& node) {
  const bool is_relevant = node.is_asked_for && (node.parent == nullptr || node.parent->is_relevant);
  if (is_relevant == node.is_relevant) return;
  instance_.set_relevant(node, is_relevant);
  changed_.insert(&node);
  plan_dependents(node);
  for (const auto& slot : node.slots)
    for (const auto& child : slot) update_relevance(*child);
}

void FormLogic::set_value(InstanceNode& node, std::string value) {
  if (node.value == value) return;
  instance_.set_value(node, std::move(value));
  if (node.is_relevant) changed_.insert(&node);
  plan_dependents(node);
}

void FormLogic::note(const InstanceNode& node, std::string message) {
  std::string fault = instance_.path_of(node) + ": " + std::move(message);
  const bool is_new = std::find(faults_.begin(), faults_.end(), fault) == faults_.end();
  if (is_new && faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
}

std::string FormLogic::written(const Value& value, ValueKind kind) const {
  std::string text = text_of(value);
  const double number = number_of(value);
  const std::string& zone = evaluator_->context().zone;
  switch (kind) {
    case ValueKind::kText:
      return text == "NaN" && std::holds_alternative<double>(value) ? std::string() : text;
    case ValueKind::kWhole:
      return std::isnan(number) ? std::string() : text_of(std::trunc(number));
    case ValueKind::kDecimal:
      return std::isnan(number) ? std::string() : text_of(number);
    case ValueKind::kDate: {
      auto moment = read_moment(text);
      if (!moment) moment = moment_after(std::floor(number), "UTC");
      return moment ? date_text(in_zone(*moment, zone)) : std::string();
    }
    case ValueKind::kDateTime: {
      if (read_moment(text)) return text;
      const auto moment = moment_after(number, zone);
      return moment ? date_time_text(*moment) : std::string();
    }
  }
  return text;
}

Result<ChangedPaths> FormLogic::set(std::string_view path, std::string value) {
  InstanceNode* node = instance_.find(path);
  if (node == nullptr || rules_->schema().node(node->schema).kind != NodeKind::kQuestion)
    return no_question(path);
  if (value.size() > kLongestValue) return Error{"The answer is longer than 100000 bytes."};
  if (value.find('\0') != std::string::npos) return Error{"The answer has a character that is none."};
  set_value(*node, std::move(value));
  return run();
}

std::optional<QuestionState> FormLogic::state(std::string_view path) {
  const InstanceNode* node = instance_.find(path);
  if (node == nullptr) return std::nullopt;
  return QuestionState{node->is_relevant, node->is_relevant && node->is_required, node->is_read_only,
                       node->is_valid, node->is_relevant ? node->value : std::string()};
}

ChangedPaths FormLogic::refresh(WallTime now) {
  EvaluationContext context = evaluator_->context();
  context.now = now;
  evaluator_->set_context(std::move(context));
  for (std::size_t at = 0; at < rules_->rules().size(); ++at) {
    const Rule& rule = rules_->rules()[at];
    if (!rule.expression || !rule.expression->follows_clock() || rule.kind == RuleKind::kDefault ||
        rule.has_trigger)
      continue;
    SchemaId wanted = rule.node;
    if (rule.kind == RuleKind::kRepeatCount) wanted = rules_->schema().node(wanted).parent;
    for (InstanceNode* node : Instance::nodes_inside(rules_->schema(), wanted, instance_.root()))
      plan(at, *node);
  }
  return run();
}

ChangedPaths FormLogic::set_words(CalendarWords words) {
  EvaluationContext context = evaluator_->context();
  context.words = std::move(words);
  evaluator_->set_context(std::move(context));
  return recalculate();
}

ChangedPaths FormLogic::recalculate() {
  plan_all(instance_.root(), false);
  return run();
}

std::string FormLogic::text(const TextTemplate& text, std::string_view path) {
  InstanceNode* node = instance_.find(path);
  return node == nullptr ? std::string() : text.filled(*evaluator_, *node);
}

}  // namespace tertulia::formats
