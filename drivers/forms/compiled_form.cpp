// SPDX-License-Identifier: Apache-2.0
#include "drivers/forms/compiled_form.h"

namespace tertulia {
namespace {

formats::FormPlan plan_of(const Questionnaire& form) {
  formats::FormPlan plan;
  plan.binds = form.binds;
  for (const FormTable& table : form.tables) {
    if (table.columns.empty()) continue;
    formats::ChoiceTable rows(table.name, table.columns);
    for (const auto& row : table.rows)
      if (!rows.add_row({row.begin(), row.end()})) break;  // the reader of the form says what is too large
    plan.tables.add(std::move(rows));
  }
  return plan;
}

std::unique_ptr<const formats::FormRules> rules_of(const Questionnaire& form) {
  std::vector<formats::FormFault> said_by_the_reader;
  return formats::FormRules::compile(plan_of(form), said_by_the_reader);
}

}  // namespace

CompiledForm::CompiledForm(std::shared_ptr<const Questionnaire> form)
    : form_(std::move(form)), rules_(rules_of(*form_)), outline_(outline_of(*form_, *rules_)) {
  std::unordered_map<std::string_view, const Question*> questions;
  for (const Page& page : form_->pages)
    for (const Question& question : page.questions) questions.emplace(question.path, &question);
  for (const Bind& bind : form_->binds)
    if (const auto asked = questions.find(bind.path);
        !bind.choice_list.empty() && asked != questions.end() && choices_of(asked->second->kind) != nullptr)
      lists_.emplace(bind.choice_list, asked->second);
}

const formats::TextTemplate* CompiledForm::text(std::string_view text, formats::SchemaId node) {
  std::pair key(node, std::string(text));
  auto found = texts_.find(key);
  if (found == texts_.end()) {
    if (texts_.size() >= kMostTexts) texts_.clear();
    auto compiled = formats::TextTemplate::compile(text, rules_->scope(node));
    std::optional<formats::TextTemplate> kept;
    if (compiled) kept = std::move(compiled).value();
    found = texts_.emplace(std::move(key), std::move(kept)).first;
  }
  return found->second ? &*found->second : nullptr;
}

CompiledForm::Offered& CompiledForm::offered_by(const Question& question) {
  const auto [found, is_new] = offered_.try_emplace(&question);
  const std::vector<Choice>* choices = choices_of(question.kind);
  if (is_new && choices != nullptr)
    for (std::size_t at = 0; at < choices->size(); ++at)
      found->second.positions.emplace((*choices)[at].name, at);
  return found->second;
}

std::vector<std::size_t> CompiledForm::positions(const OutlineRow& row,
                                                 const std::vector<formats::RowNumber>& rows) {
  const formats::ChoiceTable& table = rules_->tables().at(rules_->node(row.node).choices->table);
  const std::vector<Choice>& choices = *choices_of(row.question->kind);
  const std::size_t column = table.column("name").value_or(0);
  Offered& offered = offered_by(*row.question);
  if (!offered.beyond_table) {
    offered.beyond_table.emplace();
    for (std::size_t at = 0; at < choices.size(); ++at)
      if (table.rows_where(column, choices[at].name).empty()) offered.beyond_table->push_back(at);
  }
  std::vector<std::size_t> positions;
  std::vector<bool> is_there(choices.size());
  for (const formats::RowNumber number : rows) {
    const auto found = offered.positions.find(table.cell(number, column));
    if (found == offered.positions.end() || is_there[found->second]) continue;
    is_there[found->second] = true;
    positions.push_back(found->second);
  }
  positions.insert(positions.end(), offered.beyond_table->begin(), offered.beyond_table->end());
  return positions;
}

std::string CompiledForm::choice_label(const std::string& list, const std::string& name,
                                       const Language& language) {
  const auto question = lists_.find(list);
  if (question != lists_.end()) {
    const auto& positions = offered_by(*question->second).positions;
    if (const auto found = positions.find(name); found != positions.end())
      return (*choices_of(question->second->kind))[found->second].label.in(language, form_->default_language);
  }
  const auto id = rules_->tables().find(list);
  if (!id) return name;
  const formats::ChoiceTable& table = rules_->tables().at(*id);
  const auto label = table.column("label");
  const auto rows = table.rows_where(table.column("name").value_or(0), name);
  return label && !rows.empty() ? std::string(table.cell(rows.front(), *label)) : name;
}

}  // namespace tertulia
