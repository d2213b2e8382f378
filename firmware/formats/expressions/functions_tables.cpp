// SPDX-License-Identifier: Apache-2.0
// Functions that read lists of choices and tables. The translation has written which table and column.
#include <algorithm>

#include "firmware/formats/expressions/call.h"

namespace tertulia::formats {
namespace {

Value instance(Call& call) {
  _xmlNode* whole = call.runtime.rows.whole(call.id(0));
  if (whole == nullptr)
    return call.fail("The list is too long to be looked through: filter it with = on one of its columns.");
  return Nodes{whole};
}

std::vector<RowNumber> rows_where(const Call& call, std::size_t column_at, std::size_t value_at) {
  const ChoiceTable& table = call.runtime.tables.at(call.id(0));
  const std::size_t column = call.id(column_at);
  if (const double* number = std::get_if<double>(&call.at(value_at)))
    return table.rows_where(column, *number);
  std::vector<RowNumber> rows;
  std::vector<std::string> texts = call.texts_of_one(value_at);
  if (texts.empty()) texts.emplace_back();  // a question that is not there has an empty answer
  for (const std::string& text : texts)
    for (const RowNumber row : table.rows_where(column, text)) rows.push_back(row);
  if (texts.size() > 1) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  }
  return rows;
}

Value rows(Call& call) {
  const std::vector<RowNumber> found = rows_where(call, 1, 2);
  if (!call.works(found.size())) return std::string();
  Nodes nodes = call.runtime.rows.rows(call.id(0), found);
  if (nodes.size() != found.size())
    return call.fail("The filter leaves too many entries: filter with = on another column as well.");
  return nodes;
}

Value pulldata(Call& call) {
  const std::vector<RowNumber> found = rows_where(call, 2, 3);
  if (found.empty()) return std::string();
  return std::string(call.runtime.tables.at(call.id(0)).cell(found.front(), call.id(1)));
}

Value choice_name(Call& call) {
  const ChoiceTable& table = call.runtime.tables.at(call.id(0));
  const std::string name = call.text(1);
  const auto names = table.column("name");
  if (name.empty() || !names) return std::string();
  const auto found = table.rows_where(*names, name);
  if (found.empty()) return std::string();
  if (call.runtime.context.choice_label) return call.runtime.context.choice_label(table.name(), name);
  const auto label = table.column("label");
  return label ? std::string(table.cell(found.front(), *label)) : name;
}

constexpr RuntimeFunction kTableFunctions[] = {
    {"instance", instance},
    {"rows", rows},
    {"pulldata", pulldata},
    {"choice-name", choice_name},
};

}  // namespace

std::span<const RuntimeFunction> table_functions() { return kTableFunctions; }

}  // namespace tertulia::formats
