// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/file_list.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {
namespace {

// Where the column stands; -1: nowhere.
int index_of(const Row& header, const std::string& name) {
  for (const Cell& cell : header.cells)
    if (folded(cell.text) == folded(name)) return cell.column;
  return -1;
}

// Translations and pictures of the choices keep their meaning.
std::string header_in_list(const std::string& header) {
  const std::string plain = folded(header);
  const bool has_meaning =
      plain.substr(0, plain.find_first_of(":( ")) == "label" || is_one_of(plain, {"image", "media::image"});
  return has_meaning ? header : own_column(header);
}

}  // namespace

std::optional<ListColumn> missing_column(const Sheet& table, const ListColumns& columns) {
  const auto missing = std::find_if(columns.begin(), columns.end(), [&](const ListColumn& column) {
    return index_of(table.rows.front(), column.source) < 0;
  });
  if (missing == columns.end()) return std::nullopt;
  return *missing;
}

Sheet as_list(Sheet table, const std::string& list, const ListColumns& columns) {
  const Row header = table.rows.front();
  std::vector<int> sources;
  for (const ListColumn& column : columns) sources.push_back(index_of(header, column.source));
  std::set<int> hidden;
  for (const Cell& cell : header.cells)
    if (is_one_of(folded(cell.text), {"name", "label"})) hidden.insert(cell.column);
  const int before = static_cast<int>(columns.size()) + 1;
  table.is_text = true;
  table.made_columns = before;
  for (Row& row : table.rows) {
    const bool is_header = row.number == header.number;
    std::vector<Cell> cells{{0, is_header ? "list_name" : list}};
    for (std::size_t at = 0; at < columns.size(); ++at)
      if (std::string text(is_header ? columns[at].role : row.at(sources[at])); !text.empty())
        cells.push_back({static_cast<int>(at) + 1, std::move(text)});
    for (Cell& cell : row.cells) {
      if (hidden.contains(cell.column)) continue;
      if (is_header) cell.text = header_in_list(cell.text);
      cells.push_back({cell.column + before, std::move(cell.text)});
    }
    row.cells = std::move(cells);
  }
  return table;
}

}  // namespace tertulia::formats
