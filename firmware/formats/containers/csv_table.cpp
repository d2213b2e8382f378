// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/csv_table.h"

#include <string>
#include <utility>

#include "firmware/domain/csv_text.h"
#include "firmware/formats/containers/csv.h"
#include "firmware/formats/containers/sheet_rows.h"
#include "firmware/formats/text/encoding.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

std::optional<Workbook> read_csv_table(const SourceFile& source, TableUse use, Findings& findings) {
  const DecodedText decoded_text = decoded(source.bytes);
  if (decoded_text.encoding == Encoding::kWindows1252)
    findings.guessed(
        {source.name, ""},
        "The file is not UTF-8: read as Windows-1252. If letters are wrong, save it as 'CSV UTF-8'.");
  const std::string_view text = decoded_text.text;
  CsvReader reader(text, csv_separator(text));
  Workbook book;
  Sheet& sheet = book.sheets.emplace_back();
  std::size_t cells = 0;
  while (auto row = reader.next()) {
    cells += row->cells.size();
    if (row->number > TableLimits::kMostRows || cells > TableLimits::kMostCells) {
      findings.skipped({source.name, "row " + std::to_string(row->number)},
                       "The file has more than 150,000 rows or 1,000,000 cells; the rest is not read.");
      return book;
    }
    if (use == TableUse::kAgenda)
      for (Cell& cell : row->cells) cell.text = without_formula_mark(cell.text);
    if (!row->cells.empty()) sheet.rows.push_back(std::move(*row));
  }
  if (reader.cut_row > 0)
    findings.skipped(
        {source.name, column_letters(TableLimits::kMostColumns) + std::to_string(reader.cut_row)},
        std::string(kCutColumn));
  if (reader.problem.empty()) return book;
  const Place place{source.name, "row " + std::to_string(reader.number())};
  if (use == TableUse::kForm) {
    findings.wrong(place, "The row " + reader.problem + "; save the file again from a spreadsheet.");
    return std::nullopt;
  }
  findings.skipped(place,
                   "The row " + reader.problem + "; it and the rest are not read. Save the file again.");
  return book;
}

}  // namespace tertulia::formats
