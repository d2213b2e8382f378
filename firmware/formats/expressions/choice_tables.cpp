// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/choice_tables.h"

namespace tertulia::formats {

std::string_view without_table_ending(std::string_view name) {
  for (const std::string_view ending : {".csv", ".xml", ".geojson"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

ChoiceTables ChoiceTables::of(const std::vector<FormTable>& tables) {
  ChoiceTables all;
  for (const FormTable& table : tables) {
    if (table.columns.empty()) continue;
    ChoiceTable rows(table.name, table.columns);
    for (const auto& cells : table.rows)
      if (!rows.add_row({cells.begin(), cells.end()}).ok()) break;
    all.add(std::move(rows));
  }
  return all;
}

TableId ChoiceTables::add(ChoiceTable table) {
  tables_.push_back(std::make_shared<const ChoiceTable>(std::move(table)));
  return tables_.size() - 1;
}

std::optional<TableId> ChoiceTables::find(std::string_view name) const {
  const std::string_view bare = without_table_ending(name);
  for (TableId id = tables_.size(); id-- > 0;)
    if (tables_[id]->name() == name || tables_[id]->name() == bare) return id;
  return std::nullopt;
}

std::vector<std::string_view> ChoiceTables::names() const {
  std::vector<std::string_view> names;
  for (const auto& table : tables_) names.push_back(table->name());
  return names;
}

}  // namespace tertulia::formats
