// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "firmware/formats/expressions/form_logic.h"
#include "firmware/formats/expressions/shuffle.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostLookedThrough = 200'000;  // rows that a filter without an index passes, one by one

// The same for the same respondent and question.
std::int64_t seed_without_one(std::uint64_t seed, const std::string& path) {
  return seed_of(Value(std::to_string(seed) + path));
}

std::vector<RowNumber> rows_with(const ChoiceTable& table, std::size_t column, const Value& wanted) {
  if (const double* number = std::get_if<double>(&wanted)) return table.rows_where(column, *number);
  const auto* nodes = std::get_if<Nodes>(&wanted);
  if (nodes == nullptr || nodes->size() < 2) return table.rows_where(column, text_of(wanted));
  std::vector<RowNumber> rows;
  for (const _xmlNode* node : *nodes)
    for (const RowNumber row : table.rows_where(column, text_of(node))) rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace

std::optional<std::vector<RowNumber>> FormLogic::indexed_rows(const ChoiceRules& choices,
                                                              InstanceNode& node) {
  if (!choices.column) return std::nullopt;
  const auto wanted = evaluator_->evaluate(*choices.wanted, node);
  if (!wanted || std::holds_alternative<bool>(wanted.value())) return std::nullopt;
  return rows_with(rules_->tables().at(choices.table), *choices.column, wanted.value());
}

Result<std::vector<RowNumber>> FormLogic::choices(std::string_view path) {
  InstanceNode* node = instance_.find(path);
  if (node == nullptr) return Error{"There is no question " + in_quotes(path) + "."};
  const auto& choices = rules_->node(node->schema).choices;
  if (!choices) return std::vector<RowNumber>();
  const ChoiceTable& table = rules_->tables().at(choices->table);
  auto rows = indexed_rows(*choices, *node);
  const bool is_done = rows && choices->is_only_index;
  if (!rows) {
    rows.emplace(table.rows());
    std::iota(rows->begin(), rows->end(), RowNumber(0));
  }
  if (choices->filter && !is_done) {
    if (rows->size() > kMostLookedThrough)
      return Error{"The list " + in_quotes(table.name()) +
                   " is too long to be looked through: filter it with = on a column."};
    std::vector<RowNumber> passed;
    for (const RowNumber row : *rows) {
      const auto result = evaluator_->evaluate(*choices->filter, *node, choices->table, row);
      if (!result) return result.error();
      if (truth_of(result.value())) passed.push_back(row);
    }
    rows = std::move(passed);
  }
  if (!choices->is_randomized) return *std::move(rows);
  std::int64_t seed = seed_without_one(evaluator_->context().seed, instance_.path_of(*node));
  if (choices->seed)
    if (const auto given = evaluator_->evaluate(*choices->seed, *node)) seed = seed_of(given.value());
  ParkMiller generator(seed);
  return shuffled(*rows, generator);
}

}  // namespace tertulia::formats
