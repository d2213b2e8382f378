// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/sheet_rows.h"

#include <utility>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostTroubles = 100;

std::string cell_at(int row, int column) { return column_letters(column) + std::to_string(row); }

}  // namespace

std::string error_of_formula(const std::string& shown) {
  return "The cell shows " + shown + ", the error of a formula, and counts as empty; correct the formula.";
}

bool SheetRows::add(int row, int column, std::string text) {
  if (trim(text).empty()) return true;
  const bool is_too_low = row > TableLimits::kMostRows;
  if (is_too_low || column >= TableLimits::kMostColumns) {
    std::string& cut = is_too_low ? cut_at_ : cut_column_at_;
    if (cut.empty()) cut = cell_at(row, column);
    return true;
  }
  if (budget_.cells == 0 || budget_.bytes < text.size()) {
    if (cut_at_.empty()) cut_at_ = cell_at(row, column);
    return false;
  }
  --budget_.cells;
  budget_.bytes -= text.size();
  if (rows_.empty() || rows_.back().number != row) rows_.push_back({row, {}});
  rows_.back().cells.push_back({column, std::move(text)});
  return true;
}

void SheetRows::add_trouble(int row, int column, std::string error) {
  if (troubles_.size() < kMostTroubles)
    troubles_.push_back({row, column, std::move(error)});
  else
    ++more_troubles_;
}

Sheet SheetRows::finished(std::string name, const std::string& file, Findings& findings) && {
  Sheet sheet;
  sheet.name = std::move(name);
  sheet.rows = std::move(rows_);
  for (const CellTrouble& trouble : troubles_) {
    const Place place{file, cell_name(sheet, trouble.row, trouble.column)};
    if (trouble.error.empty())
      findings.skipped(place,
                       "The cell holds a formula, and the file does not hold its result; open the file in a "
                       "spreadsheet program and save it again.");
    else
      findings.skipped(place, error_of_formula(trouble.error));
  }
  if (more_troubles_ > 0)
    findings.skipped({file, sheet.name}, counted(more_troubles_, "more cell") + " of this kind.");
  for (const auto& [cut, words] : {std::pair{cut_column_at_, kCutColumn}, std::pair{cut_at_, kCutRow}})
    if (!cut.empty()) findings.skipped({file, sheet.name + "!" + cut}, std::string(words));
  return sheet;
}

}  // namespace tertulia::formats
