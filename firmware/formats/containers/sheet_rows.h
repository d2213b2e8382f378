// SPDX-License-Identifier: Apache-2.0
// The rows of one sheet while a reader of workbooks collects them, within TableLimits. What lies outside, and
// cells that show an error in place of a value, are remembered for the findings. Internal to the readers of
// workbooks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// A cell whose formula has no result to read.
struct CellTrouble {
  int row = 0;
  int column = 0;
  std::string error;  // "#REF!" as the sheet shows it; empty: the file holds no result
};

// What is said of the first cell that is not read, because it lies too far right, or because of any other of
// TableLimits.
inline constexpr std::string_view kCutColumn =
    "What stands in this column and right of it is not read: a sheet has at most 500 columns. Delete columns "
    "that nobody needs.";
inline constexpr std::string_view kCutRow =
    "What stands here and behind is not read: at most 150,000 rows, 1,000,000 cells and 32 MiB of text. "
    "Delete what stands far from the table, and rows that nobody needs.";

// What is said of a cell that shows "#REF!" or its like.
[[nodiscard]] std::string error_of_formula(const std::string& shown);

// What all sheets of a workbook share of TableLimits.
struct TableBudget {
  std::size_t cells = TableLimits::kMostCells;
  std::size_t bytes = TableLimits::kMostBytes;
};

class SheetRows {
 public:
  // The budget must outlive it.
  explicit SheetRows(TableBudget& budget) : budget_(budget) {}

  // Rows come in ascending order, and cells of a row, too. Blank texts are no content, wherever they stand.
  // False: the budget is used up, nothing more is taken.
  bool add(int row, int column, std::string text);
  void add_trouble(int row, int column, std::string error);

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<CellTrouble>& troubles() const { return troubles_; }

  // The sheet with these rows; says what was left out and which cells have no value.
  [[nodiscard]] Sheet finished(std::string name, const std::string& file, Findings& findings) &&;

 private:
  TableBudget& budget_;
  std::vector<Row> rows_;
  std::vector<CellTrouble> troubles_;
  std::size_t more_troubles_ = 0;
  std::string cut_at_;         // the first cell that is one too many; empty: all is here
  std::string cut_column_at_;  // the first cell that lies too far right
};

}  // namespace tertulia::formats
