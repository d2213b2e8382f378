// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/form_rules.h"

#include <algorithm>
#include <map>

#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

std::string_view to_text(FormColumn column) {
  switch (column) {
    case FormColumn::kName:
      return "name";
    case FormColumn::kRelevant:
      return "relevant";
    case FormColumn::kRequired:
      return "required";
    case FormColumn::kConstraint:
      return "constraint";
    case FormColumn::kCalculation:
      return "calculation";
    case FormColumn::kReadOnly:
      return "read_only";
    case FormColumn::kDefault:
      return "default";
    case FormColumn::kTrigger:
      return "trigger";
    case FormColumn::kChoiceFilter:
      return "choice_filter";
    case FormColumn::kParameters:
      return "parameters";
    case FormColumn::kRepeatCount:
      return "repeat_count";
  }
  return "";
}

bool is_dynamic_default(std::string_view text) {
  if (text.find("${") != std::string_view::npos) return true;
  const auto tokens = tokens_of(text);
  if (!tokens) return false;
  const std::vector<Token>& all = tokens.value();
  for (std::size_t at = 0; at + 1 < all.size(); ++at)
    if (all[at].kind == TokenKind::kName && all[at + 1].is(TokenKind::kMark, "(") &&
        (find_function(all[at].text) != nullptr || is_beyond_kiosk(all[at].text)))
      return true;
  return false;
}

class RulesBuilder {
 public:
  RulesBuilder(FormPlan plan, std::vector<FormFault>& faults)
      : plan_(std::move(plan)), faults_(faults), form_(new FormRules(plan_.root, std::move(plan_.tables))) {}

  std::unique_ptr<const FormRules> build() {
    add_nodes();
    for (const auto& [bind, id] : placed_) add_rules(*bind, id);
    put_in_order();
    return std::move(form_);
  }

 private:
  void fault(const Bind& bind, FormColumn column, ExpressionError error) {
    if (faults_.size() == FormRules::kMostFaults)
      error = {error.position, "The form has more faults: cure those above first."};
    if (faults_.size() <= FormRules::kMostFaults)
      faults_.push_back({bind.path, column, error.position, std::move(error.message), error.is_beyond_kiosk});
  }

  void add_nodes() {
    form_->nodes_.resize(1);
    form_->lists_.resize(1);
    for (const Bind& bind : plan_.binds) {
      const auto id = form_->schema_.add(bind.path, bind.kind);
      if (!id) {
        fault(bind, FormColumn::kName, {1, id.error().message});
        continue;
      }
      placed_.emplace_back(&bind, id.value());
      NodeRules rules;
      rules.type = bind.type;
      rules.first_repetitions = bind.first_repetitions;
      if (!is_dynamic_default(bind.default_value)) rules.default_text = bind.default_value;
      form_->nodes_.push_back(std::move(rules));
      form_->lists_.push_back(list_of(bind));
    }
  }

  std::optional<TableId> list_of(const Bind& bind) {
    if (bind.choice_list.empty()) return std::nullopt;
    const auto table = form_->tables_.find(bind.choice_list);
    if (!table)
      fault(bind, FormColumn::kName,
            {1, "There is no list " + in_quotes(bind.choice_list) + "." +
                    suggestion(bind.choice_list, form_->tables_.names())});
    return table;
  }

  std::optional<Expression> compiled(const Bind& bind, FormColumn column, const std::string& text,
                                     const Scope& scope) {
    if (trim(text).empty() || faults_.size() > FormRules::kMostFaults) return std::nullopt;
    auto expression = Expression::compile(text, scope);
    if (expression) return std::move(expression).value();
    fault(bind, column, expression.error());
    return std::nullopt;
  }

  void add_rule(const Bind& bind, SchemaId node, RuleKind kind, FormColumn column, const std::string& text) {
    // How often a repeat repeats is decided outside of it.
    const SchemaId self = kind == RuleKind::kRepeatCount ? form_->schema_.node(node).parent : node;
    auto expression = compiled(bind, column, text, form_->scope(self));
    if (!expression) return;
    reads_.push_back({node, kind, expression->reads()});
    if (kind == RuleKind::kConstraint) reads_.back().reads.push_back({node, node, false});
    form_->rules_.push_back({node, kind, 0, false, std::move(expression)});
    columns_.push_back(column);
  }

  void add_rules(const Bind& bind, SchemaId node) {
    add_rule(bind, node, RuleKind::kRelevant, FormColumn::kRelevant, bind.relevant);
    if (bind.kind == NodeKind::kRepeat) {
      add_rule(bind, node, RuleKind::kRepeatCount, FormColumn::kRepeatCount, bind.repeat_count);
      form_->nodes_[node].has_repeat_count = !trim(bind.repeat_count).empty();
    }
    if (bind.kind != NodeKind::kQuestion) return;
    if (is_dynamic_default(bind.default_value))
      add_rule(bind, node, RuleKind::kDefault, FormColumn::kDefault, bind.default_value);
    add_calculation(bind, node);
    add_rule(bind, node, RuleKind::kRequired, FormColumn::kRequired, bind.required);
    add_rule(bind, node, RuleKind::kReadOnly, FormColumn::kReadOnly, bind.read_only);
    add_rule(bind, node, RuleKind::kConstraint, FormColumn::kConstraint, bind.constraint);
    if (form_->lists_[node]) add_choices(bind, node, *form_->lists_[node]);
  }

  // With a trigger, it is made when the trigger changes, and at no other time.
  void add_calculation(const Bind& bind, SchemaId node) {
    const std::size_t before = form_->rules_.size();
    add_rule(bind, node, RuleKind::kCalculation, FormColumn::kCalculation, bind.calculation);
    if (trim(bind.trigger).empty() || form_->rules_.size() == before) return;
    form_->rules_.back().has_trigger = true;
    std::vector<Read>& triggers = triggers_[before];
    const auto tokens = tokens_of(bind.trigger);
    if (!tokens) return fault(bind, FormColumn::kTrigger, tokens.error());
    for (const Token& token : tokens.value()) {
      if (token.kind == TokenKind::kEnd || token.is(TokenKind::kMark, ",")) continue;
      if (token.kind != TokenKind::kReference)
        return fault(bind, FormColumn::kTrigger,
                     {token.position, "Write the questions as ${name}, with commas between."});
      const auto id = resolve(token.text, token.position, form_->schema_, node);
      if (!id) return fault(bind, FormColumn::kTrigger, id.error());
      triggers.push_back({id.value(), form_->schema_.common_ancestor(id.value(), node), false});
      reads_.back().reads.push_back(triggers.back());
    }
  }

  void add_choices(const Bind& bind, SchemaId node, TableId table) {
    ChoiceRules choices;
    choices.table = table;
    choices.is_randomized = bind.is_randomized;
    choices.seed = compiled(bind, FormColumn::kParameters, bind.choice_seed, form_->scope(node));
    Scope scope = form_->scope(node);
    scope.row_of = table;
    choices.filter = compiled(bind, FormColumn::kChoiceFilter, bind.choice_filter, scope);
    if (choices.filter) {
      const auto syntax = syntax_of(bind.choice_filter);
      const auto indexed = indexed_filter(syntax.value(), form_->tables_.at(table));
      if (indexed) {
        auto wanted = Expression::compile(*indexed->value, form_->scope(node));
        if (wanted) {
          choices.column = indexed->column;
          choices.wanted = std::move(wanted).value();
          choices.is_only_index = indexed->part == &syntax.value();
          form_->tables_.at(table).index(indexed->column);
        }
      }
      reads_.push_back({node, RuleKind::kChoices, choices.filter->reads()});
      form_->rules_.push_back({node, RuleKind::kChoices, 0, false, std::nullopt});
      columns_.push_back(FormColumn::kChoiceFilter);
    }
    form_->nodes_[node].choices = std::move(choices);
  }

  void put_in_order() {
    const RuleOrder order = order_of(form_->schema_, reads_);
    std::vector<bool> is_left_out(form_->rules_.size());
    for (const auto& cycle : order.cycles) {
      if (faults_.size() < FormRules::kMostFaults) report(cycle);
      for (const std::size_t rule : cycle) is_left_out[rule] = true;
    }
    std::vector<Rule> kept;
    for (std::size_t at = 0; at < form_->rules_.size(); ++at) {
      if (is_left_out[at]) continue;
      Rule& rule = form_->rules_[at];
      rule.rank = order.ranks[at];
      form_->nodes_[rule.node].rules.push_back(kept.size());
      if (rule.kind != RuleKind::kDefault)
        for (const Read& read : rule.has_trigger ? triggers_[at] : reads_[at].reads)
          form_->nodes_[read.node].dependents.push_back({kept.size(), read.anchor});
      kept.push_back(std::move(rule));
    }
    form_->rules_ = std::move(kept);
  }

  void report(const std::vector<std::size_t>& cycle) {
    std::vector<std::string> names;
    for (const std::size_t rule : cycle) {
      const std::string& name = form_->schema_.node(form_->rules_[rule].node).name;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    const std::string list = quoted_list(names, 6);
    const std::size_t first = cycle.front();
    faults_.push_back({form_->schema_.node(form_->rules_[first].node).path, columns_[first], 1,
                       names.size() == 1
                           ? "The rule of " + list + " depends on itself: take its name out of it."
                           : "These go round in a circle, each needs the other first: " + list +
                                 ". Take one of them out of the expression of another."});
  }

  FormPlan plan_;
  std::vector<FormFault>& faults_;
  std::unique_ptr<FormRules> form_;
  std::vector<std::pair<const Bind*, SchemaId>> placed_;
  std::vector<RuleReads> reads_;                       // of form_->rules_
  std::vector<FormColumn> columns_;                    // the same
  std::map<std::size_t, std::vector<Read>> triggers_;  // of those rules that have some
};

std::unique_ptr<const FormRules> FormRules::compile(FormPlan plan, std::vector<FormFault>& faults) {
  return RulesBuilder(std::move(plan), faults).build();
}

}  // namespace tertulia::formats
