// SPDX-License-Identifier: Apache-2.0
// The rows of one sheet while a reader of workbooks collects them, within TableLimits. What lies outside, and
// cells that show an error in place of a value, are remembered for the findings. Internal to the readers of
// workbooks.
#pragma once

#include <cstddef>
#include <string>
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
  [[nodiscard]] const std::string& cut_at() const { return cut_at_; }  // "row 200001"; empty: all is here

  // The sheet with these rows; says what was left out and which cells have no value.
  [[nodiscard]] Sheet finished(std::string name, const std::string& file, Findings& findings) &&;

 private:
  TableBudget& budget_;
  std::vector<Row> rows_;
  std::vector<CellTrouble> troubles_;
  std::size_t more_troubles_ = 0;
  std::string cut_at_;
};

}  // namespace tertulia::formats
