// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/form_files.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/containers/csv_table.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kCsv = ".csv";

std::optional<SourceFile> file_beside(const FormContext& context, const std::string& name) {
  if (!context.beside || !lower_ascii(name).ends_with(kCsv)) return std::nullopt;
  return context.beside(name);
}

// The table with a column list_name, so that it is the list of that name, and with the headers `name` and
// `label` above the columns that the row of the survey names.
Sheet as_list(Sheet sheet, const std::string& list, const std::string& parameters) {
  if (sheet.rows.empty()) return sheet;
  sheet.is_text = true;
  Row& header = sheet.rows.front();
  for (const auto& [parameter, role] : {std::pair{"value", "name"}, std::pair{"label", "label"}}) {
    const std::string wanted = folded(parameter_in(parameters, parameter));
    if (wanted.empty() || wanted == role) continue;
    for (Cell& cell : header.cells) {
      if (folded(cell.text) == role) cell.text.clear();
      if (folded(cell.text) == wanted) cell.text = role;
    }
  }
  const int behind = header.cells.back().column + 1;
  for (Row& row : sheet.rows) {
    std::erase_if(row.cells, [&](const Cell& cell) { return cell.column >= behind; });
    row.cells.push_back({behind, &row == &header ? "list_name" : list});
  }
  return sheet;
}

}  // namespace

bool is_from_file(std::string_view type) { return type.find(" from file ") != std::string_view::npos; }

std::string table_name(const std::string& list) {
  return lower_ascii(list).ends_with(kCsv) ? list.substr(0, list.size() - kCsv.size()) : list;
}

void add_choices_of_files(const FormSheet& survey, const FormContext& context, const ListUses& uses,
                          ChoiceLists& lists) {
  FormContext of_file = context;
  of_file.languages.clear();  // names of places and people have no translations
  for (const Row& row : survey.rows()) {
    if (!is_from_file(plain_type(survey.value(row, "type")))) continue;
    const auto list = list_of_row(survey, row);
    const auto file = list && !lists.contains(list->name) ? file_beside(context, list->name) : std::nullopt;
    if (!file) continue;
    auto book = read_csv_table(*file, TableUse::kAgenda, *context.findings);
    if (!book || book->sheets.empty()) continue;
    of_file.file = file->name;
    const Sheet sheet = as_list(std::move(book->sheets.front()), list->name, survey.value(row, "parameters"));
    const FormSheet rows(sheet, of_file, "list_name");
    lists.merge(read_choices(rows, of_file, uses, DuplicateChoices::kDropped));
  }
}

std::optional<FormTable> table_of_file(const std::string& name, const FormContext& context) {
  const auto file = file_beside(context, table_name(name) + std::string(kCsv));
  if (!file) return std::nullopt;
  const auto book = read_csv_table(*file, TableUse::kAgenda, *context.findings);
  if (!book || book->sheets.empty() || book->sheets.front().rows.empty()) return std::nullopt;
  const std::vector<Row>& rows = book->sheets.front().rows;
  FormTable table{table_name(name), {}, {}};
  for (const Cell& cell : rows.front().cells) table.columns.push_back(squashed(cell.text));
  for (std::size_t at = 1; at < rows.size(); ++at) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const Cell& cell : rows.front().cells) cells.push_back(squashed(rows[at].at(cell.column)));
  }
  return table;
}

}  // namespace tertulia::formats
