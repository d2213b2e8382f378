// SPDX-License-Identifier: Apache-2.0
// Answers as rows of tables, in the shape of an export of KoboToolbox: a sheet for the form, one for each
// repeat, rows that name their parents by number. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/formats/answers_export/exported_answer.h"

namespace tertulia::formats {

// How select_multiple comes out: "a b" in one column, 1 and 0 in a column for each choice ("q/a"), or both.
enum class Selections { kBoth, kJoined, kSplit };

struct RowStyle {
  Selections selections = Selections::kBoth;
  std::optional<Language> labels = {};  // texts that people read instead of names
};

using CellValue = std::variant<std::monostate, std::string, std::int64_t, double>;  // monostate: empty

struct SheetRow {
  std::size_t sheet = 0;
  std::vector<CellValue> cells;
};

class AnswerRows {
 public:
  // The table has seen all submissions, and outlives this. `sheet_names` has one for each sheet of it.
  AnswerRows(const AnswerTable& table, RowStyle style, std::vector<std::string> sheet_names);

  [[nodiscard]] const std::vector<std::string>& sheet_names() const { return sheet_names_; }
  [[nodiscard]] std::vector<std::string> header(std::size_t sheet) const;
  // The row of the form and those of its repetitions, parents first. Rows of a sheet are numbered from 1 on.
  [[nodiscard]] std::vector<SheetRow> rows_of(const ExportedAnswer& answer);

 private:
  [[nodiscard]] bool is_joined(const AnswerColumn& column) const;
  [[nodiscard]] bool is_split(const AnswerColumn& column) const;
  [[nodiscard]] std::string text_of(const AnswerColumn& column, const std::string& choice) const;
  [[nodiscard]] std::string header_of(const AnswerColumn& column) const;
  [[nodiscard]] CellValue cell_of(const AnswerColumn& column, const AnswerValue& answer) const;
  void add_cells(const AnswerColumn& column, const AnswerValue* answer, std::vector<CellValue>& cells) const;
  std::size_t add_row(std::size_t sheet, const Occurrence& occurrence, std::vector<SheetRow>& rows);
  void add_repetitions(const Occurrence& parent, std::size_t parent_index, const ExportedAnswer& answer,
                       std::vector<SheetRow>& rows);

  const AnswerTable& table_;
  RowStyle style_;
  std::vector<std::string> sheet_names_;
  std::vector<std::size_t> rows_made_;  // in each sheet
};

}  // namespace tertulia::formats
