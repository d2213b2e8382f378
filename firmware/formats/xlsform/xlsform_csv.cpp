// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_csv.h"

#include <utility>

#include "firmware/domain/utf8.h"
#include "firmware/formats/containers/csv.h"
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

}  // namespace

std::optional<Workbook> read_xlsform_csv(const SourceFile& source, Findings& findings) {
  if (!is_utf8(source.bytes)) {
    findings.wrong({source.name, ""}, "The file is not UTF-8 text; save it as 'CSV UTF-8'.");
    return std::nullopt;
  }
  const std::string_view text = without_bom(source.bytes);
  CsvReader reader(text, csv_separator(text));
  Workbook book;
  std::size_t cells = 0;
  while (auto row = reader.next()) {
    cells += row->cells.size();
    if (row->number > TableLimits::kMostRows || cells > TableLimits::kMostCells) {
      findings.wrong({source.name, ""}, "The file has too many rows or cells for a questionnaire.");
      return std::nullopt;
    }
    put(std::move(*row), book);
  }
  if (!reader.problem.empty()) {
    findings.wrong({source.name, "row " + std::to_string(reader.number())},
                   "The row " + reader.problem + "; save the file again from a spreadsheet.");
    return std::nullopt;
  }
  return book;
}

}  // namespace tertulia::formats
