// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/file_tables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/formats/containers/csv_table.h"
#include "firmware/formats/containers/geojson_list.h"
#include "firmware/formats/containers/xml_list.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

Sheet read_table(const SourceFile& file, std::string_view ending, Findings& findings) {
  if (ending == kXml) return read_xml_list(file, findings);
  if (ending == kGeoJson) return read_geojson_list(file, findings);
  auto book = read_csv_table(file, TableUse::kAgenda, findings);
  if (!book || book->sheets.empty()) return {};
  book->sheets.front().name = file.name;
  return std::move(book->sheets.front());
}

// As rows of cells in the order of the header. The cells that are missing count, too: here each is a text.
FormTable as_form_table(const std::string& name, const Sheet& sheet, Findings& findings) {
  const Row& header = sheet.rows.front();
  FormTable table{name, {}, {}};
  for (const Cell& cell : header.cells) table.columns.push_back(squashed(cell.text));
  const std::size_t rows = std::min(sheet.rows.size() - 1, most_rows_of(table.columns.size()));
  if (rows + 1 < sheet.rows.size()) findings.skipped({sheet.name, ""}, only_first_rows(rows));
  for (std::size_t at = 1; at <= rows; ++at) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const Cell& cell : header.cells) cells.push_back(squashed(sheet.rows[at].at(cell.column)));
  }
  return table;
}

}  // namespace

std::size_t most_rows_of(std::size_t columns) {
  return TableLimits::kMostCells / std::max(columns, std::size_t{1});
}

std::string only_first_rows(std::size_t rows) {
  return "Rows times columns are more than 1,000,000 cells, so that only the first " + std::to_string(rows) +
         " rows are read. Give the table fewer columns: those that the form needs.";
}

std::string_view table_ending(std::string_view file) {
  const std::string small = lower_ascii(file);
  for (const std::string_view ending : kTableEndings)
    if (small.ends_with(ending)) return ending;
  return {};
}

std::string table_name(const std::string& list) {
  return list.substr(0, list.size() - table_ending(list).size());
}

std::optional<Sheet> table_beside(const std::string& file, const FormContext& context) {
  const std::string_view ending = table_ending(file);
  const auto source = context.beside && !ending.empty() ? context.beside(file) : std::nullopt;
  if (!source) return std::nullopt;
  Sheet sheet = read_table(*source, ending, *context.findings);
  if (sheet.rows.empty()) return std::nullopt;
  return sheet;
}

std::optional<FormTable> table_of_file(const std::string& name, const FormContext& context) {
  if (!table_ending(name).empty()) {
    const auto sheet = table_beside(name, context);
    if (!sheet) return std::nullopt;
    return as_form_table(table_name(name), *sheet, *context.findings);
  }
  for (const std::string_view ending : kTableEndings)
    if (const auto sheet = table_beside(name + std::string(ending), context))
      return as_form_table(name, *sheet, *context.findings);
  return std::nullopt;
}

std::string external_file(const FormSheet& survey, const Row& row, std::string_view type) {
  if (type == "csv external") return survey.value(row, "name") + std::string(kCsv);
  return type == "xml external" ? survey.value(row, "name") + std::string(kXml) : std::string();
}

}  // namespace tertulia::formats
