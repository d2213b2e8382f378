// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/table.h"

#include <algorithm>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
std::string_view Row::at(int column) const {
  const auto cell = std::lower_bound(cells.begin(), cells.end(), column,
                                     [](const Cell& known, int wanted) { return known.column < wanted; });
  return cell != cells.end() && cell->column == column ? std::string_view(cell->text) : std::string_view();
}

const Sheet* Workbook::find(std::string_view name) const {
  for (const Sheet& sheet : sheets)
    if (folded(sheet.name) == name) return &sheet;
  return nullptr;
}

std::string column_letters(int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

std::optional<CellName> parse_cell_name(std::string_view name) {
  int column = 0;
  std::size_t position = 0;
  for (; position < name.size() && name[position] >= 'A' && name[position] <= 'Z' && position < 4; ++position)
    column = column * 26 + (name[position] - 'A' + 1);
  const auto row = whole_number(name.substr(position));
  if (position == 0 || !row || *row < 1 || *row > TableLimits::kMostRows) return std::nullopt;
  if (column > TableLimits::kMostColumns) return std::nullopt;
  return CellName{column - 1, static_cast<int>(*row)};
}

std::string cell_name(const Sheet& sheet, int row, int column) {
  if (sheet.is_text) return row == 0 ? std::string() : "line " + std::to_string(row);
  return sheet.name + "!" + column_letters(column) + std::to_string(row);
}

}  // namespace tertulia::formats
