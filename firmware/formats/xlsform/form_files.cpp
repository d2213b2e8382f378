// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/form_files.h"

#include <algorithm>
#include <map>
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

// Lists of rows with search('towns'): each is the file, under the columns that its one choice names.
class SearchedLists {
 public:
  SearchedLists(const FormSheet& survey, const FormContext& context, const ListUses& uses, ChoiceLists& lists)
      : survey_(survey), context_(context), uses_(uses), lists_(lists) {}

  void take(const Row& row) {
    const SearchAppearance search = search_in(survey_.value(row, "appearance"));
    const auto list = list_of_row(survey_, row);
    const auto found = list ? lists_.find(list->name) : lists_.end();
    if (search.file.empty() || found == lists_.end()) return;
    const Place at = survey_.place(row, "appearance");
    Findings& findings = *context_.findings;
    if (search.is_filtered)
      findings.skipped(at,
                       "A kiosk does not filter by search(): all choices are offered. Take them by "
                       "select_one_from_file " +
                           search.file + " and write the condition into the column 'choice_filter'.");
    const auto [before, is_new] = files_.emplace(list->name, search.file);
    if (is_new) return read(found->second, *list, search.file, at);
    if (before->second != search.file)
      findings.wrong(at, "The list " + in_quotes(list->name) + " comes out of " + in_quotes(before->second) +
                             " already: give this question a list of its own.");
  }

 private:
  void read(ChoiceList& list, const ListName& named, const std::string& name, const Place& at) {
    const auto file = file_beside(context_, name);
    if (!file)
      return context_.findings->skipped(
          at, "The file " + in_quotes(name) + " lies not beside the form; put it into the folder 'forms'.");
    if (list.choices.size() != 1 || list.choices.front().label.empty())
      return context_.findings->skipped(at, "The list " + in_quotes(named.name) +
                                                " needs one choice: its name and label are headers of " +
                                                in_quotes(name) + ".");
    auto book = read_csv_table(*file, TableUse::kAgenda, *context_.findings);
    if (!book || book->sheets.empty()) return;
    FormContext of_file = context_;
    of_file.languages.clear();
    of_file.file = file->name;
    const Choice& columns = list.choices.front();
    const Sheet sheet =
        as_list(std::move(book->sheets.front()), named.name,
                "value=" + columns.name + " label=" + columns.label.in(context_.default_language));
    const FormSheet rows(sheet, of_file, "list_name");
    ChoiceLists made = read_choices(rows, of_file, uses_, DuplicateChoices::kDropped);
    if (const auto choices = made.find(named.name); choices != made.end()) list = std::move(choices->second);
  }

  const FormSheet& survey_;
  const FormContext& context_;
  const ListUses& uses_;
  ChoiceLists& lists_;
  std::map<std::string, std::string, std::less<>> files_;  // of each list
};

}  // namespace

SearchAppearance search_in(const std::string& appearance) {
  constexpr std::string_view kCall = "search(";
  const std::size_t begin = lower_ascii(appearance).find(kCall);
  const std::size_t end = appearance.rfind(')');
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {{}, false, appearance};
  const std::size_t inside = begin + kCall.size();
  const std::string arguments = squashed(appearance.substr(inside, end - inside));
  const std::size_t quote = arguments.size() < 2 ? std::string::npos : arguments.find(arguments.front(), 1);
  if (quote == std::string::npos) return {{}, false, appearance};
  const std::string name = arguments.substr(1, quote - 1);
  return {lower_ascii(name).ends_with(kCsv) ? name : name + std::string(kCsv), quote + 1 < arguments.size(),
          appearance.substr(0, begin) + appearance.substr(end + 1)};
}

bool is_from_file(std::string_view type) { return type.find(" from file ") != std::string_view::npos; }

std::string table_name(const std::string& list) {
  return lower_ascii(list).ends_with(kCsv) ? list.substr(0, list.size() - kCsv.size()) : list;
}

void add_choices_of_files(const FormSheet& survey, const FormContext& context, const ListUses& uses,
                          ChoiceLists& lists) {
  FormContext of_file = context;
  of_file.languages.clear();  // names of places and people have no translations
  SearchedLists searched(survey, context, uses, lists);
  for (const Row& row : survey.rows()) {
    searched.take(row);
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
