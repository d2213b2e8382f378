// SPDX-License-Identifier: Apache-2.0
// A list of choices, or a table of a CSV or XML file: rows of texts under named columns. What expressions see
// as instance('name')/root/item. Made for 100,000 rows: the texts lie in one piece, and a column that is
// asked for often has an index. Not thread-safe: the first question to a column makes its index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia::formats {

using RowNumber = std::uint32_t;  // from 0 on

class ChoiceTable {
 public:
  static constexpr std::size_t kMostRows = 1'000'000;
  static constexpr std::size_t kMostBytes = 256 * 1024 * 1024;

  ChoiceTable(std::string name, std::vector<std::string> columns);

  // Cells in the order of the columns; those that are missing are empty, those too many are ignored. Errors:
  // too many rows, too much text.
  [[nodiscard]] Outcome add_row(const std::vector<std::string_view>& cells);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return (ends_.size() - 1) / columns_.size(); }
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  // Valid as long as the table has no more rows.
  [[nodiscard]] std::string_view cell(RowNumber row, std::size_t column) const;

  // Rows whose cell is that text, or that number, in their order.
  [[nodiscard]] std::vector<RowNumber> rows_where(std::size_t column, std::string_view text) const;
  [[nodiscard]] std::vector<RowNumber> rows_where(std::size_t column, double number) const;
  // Makes the index now rather than at the first question.
  void index(std::size_t column) const;

 private:
  [[nodiscard]] double number(RowNumber row, std::size_t column) const;
  const std::vector<RowNumber>& by_text(std::size_t column) const;
  const std::vector<RowNumber>& by_number(std::size_t column) const;

  std::string name_;
  std::vector<std::string> columns_;  // at least one
  std::string texts_;
  std::vector<std::uint32_t> ends_ = {0};                             // of each cell in texts_, row by row
  mutable std::map<std::size_t, std::vector<RowNumber>> text_order_;  // rows sorted by the cells of a column
  mutable std::map<std::size_t, std::vector<RowNumber>> number_order_;  // without those that are no number
};

}  // namespace tertulia::formats
