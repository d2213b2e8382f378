// SPDX-License-Identifier: Apache-2.0
// A spreadsheet as rows of text cells. The readers of .xlsx, .xls, .ods and CSV files produce it
// (table_file.h); the readers of forms and of agendas read it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

struct TableLimits {
  static constexpr int kMostRows = 150'000;
  static constexpr int kMostColumns = 500;
  static constexpr std::size_t kMostCells = 1'000'000;     // of all sheets
  static constexpr std::size_t kMostBytes = 32ULL << 20U;  // of the texts of all cells
};

struct Cell {
  int column = 0;  // 0 is A
  std::string text;
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
  int number = 0;           // as the spreadsheet shows it, from 1
  std::vector<Cell> cells;  // not empty, ascending columns

  [[nodiscard]] std::string_view at(int column) const;  // empty when there is none
  friend bool operator==(const Row&, const Row&) = default;
};

struct Sheet {
  std::string name;
  std::vector<Row> rows;          // not empty, ascending numbers
  bool counts_from_1904 = false;  // the days that its numbers stand for, not from 1900
  bool is_text = false;           // its rows are lines of a text file, and no cell has a name
  int made_columns = 0;           // at its left, which its file does not have
  friend bool operator==(const Sheet&, const Sheet&) = default;
};

// What a table is read for. A form takes its own sheets, with cells as the sheet shows them. An agenda takes
// every sheet, and days and times as exact as they are stored.
enum class TableUse { kForm, kAgenda };

struct Workbook {
  std::vector<Sheet> sheets;
  std::vector<std::string> other_sheets;  // the names of those that were not wanted

  // By name, in any case; null when there is none.
  [[nodiscard]] const Sheet* find(std::string_view name) const;
};

// "A", "Z", "AA".
[[nodiscard]] std::string column_letters(int column);
// Column and row of "B7"; none when it is no cell name within the limits.
struct CellName {
  int column = 0;
  int row = 0;
};
[[nodiscard]] std::optional<CellName> parse_cell_name(std::string_view name);

// "survey!C7"; "line 7" where the rows are lines, and nothing for the headers of such.
[[nodiscard]] std::string cell_name(const Sheet& sheet, int row, int column);

}  // namespace tertulia::formats
