// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_csv.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/containers/csv_table.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// A first cell starts a sheet and is not part of its rows.
void put(Row row, Workbook& book) {
  if (!row.at(0).empty()) {
    book.sheets.push_back({squashed(row.at(0)), {}});
    row.cells.erase(row.cells.begin());
  }
  if (!book.sheets.empty() && !row.cells.empty()) book.sheets.back().rows.push_back(std::move(row));
}

// The sheet `survey` alone, as a spreadsheet saves it: its header begins in the first column.
bool is_survey_alone(const Sheet& table) {
  if (table.rows.empty()) return false;
  const auto has = [&](std::string_view header) {
    const std::vector<Cell>& cells = table.rows.front().cells;
    return std::any_of(cells.begin(), cells.end(),
                       [&](const Cell& cell) { return folded(cell.text) == header; });
  };
  return has("type") && has("name") && !table.rows.front().at(0).empty();
}

}  // namespace

std::optional<Workbook> read_xlsform_csv(const SourceFile& source, Findings& findings) {
  auto table = read_csv_table(source, TableUse::kForm, findings);
  if (!table) return std::nullopt;
  Sheet& rows = table->sheets.front();
  if (is_survey_alone(rows)) {
    findings.guessed(
        {source.name, ""},
        "The file holds one table, taken as the sheet 'survey'. Save the workbook as .xlsx to keep "
        "its other sheets.");
    rows.name = "survey";
    return table;
  }
  Workbook book;
  for (Row& row : rows.rows) put(std::move(row), book);
  return book;
}

}  // namespace tertulia::formats
