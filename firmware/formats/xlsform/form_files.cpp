// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/form_files.h"

#include <algorithm>
#include <map>
#include <utility>

#include "firmware/formats/containers/csv_table.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/file_list.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kCsv = ".csv";

std::optional<SourceFile> file_beside(const FormContext& context, const std::string& name) {
  if (!context.beside || !lower_ascii(name).ends_with(kCsv)) return std::nullopt;
  return context.beside(name);
}

// The sheet of the file, called like it, with a header; none when the file is not there, or empty.
std::optional<Sheet> table_beside(const std::string& name, const FormContext& context) {
  const auto file = file_beside(context, name);
  auto book = file ? read_csv_table(*file, TableUse::kAgenda, *context.findings) : std::nullopt;
  if (!book || book->sheets.empty() || book->sheets.front().rows.empty()) return std::nullopt;
  book->sheets.front().name = file->name;
  return std::move(book->sheets.front());
}

// Lists that are files, each once.
class FileLists {
 public:
  FileLists(const FormSheet& survey, const FormContext& context, const ListUses& uses, ChoiceLists& lists)
      : survey_(survey), context_(context), uses_(uses), lists_(lists) {}

  void take(const Row& row) {
    const auto list = list_of_row(survey_, row);
    if (!list) return;
    const SearchAppearance search = search_in(survey_.value(row, "appearance"));
    const auto found = lists_.find(list->name);
    if (is_from_file(plain_type(survey_.value(row, "type"))))
      take_file(row, *list, {list->name, columns_in(survey_.value(row, "parameters")), {}});
    else if (!search.file.empty() && found != lists_.end())
      take_searched(row, *list, search, found->second);
  }

 private:
  struct Wanted {
    std::string file;
    ListColumns columns;
    std::string problem;  // with the columns; empty: none
    friend bool operator==(const Wanted&, const Wanted&) = default;
  };

  // Without a label names are shown.
  static ListColumns columns_in(const std::string& parameters) {
    const std::string value = parameter_in(parameters, "value");
    const std::string label = parameter_in(parameters, "label");
    ListColumns columns{{"name", value.empty() ? "name" : value}};
    if (!label.empty() && folded(label) != "label") columns.push_back({"label", label});
    return columns;
  }

  void take_searched(const Row& row, const ListName& list, const SearchAppearance& search,
                     const ChoiceList& in_sheet) {
    if (search.is_filtered)
      context_.findings->skipped(survey_.place(row, "appearance"),
                                 "A kiosk does not filter by search(): all choices are offered. Take them by "
                                 "select_one_from_file " +
                                     search.file +
                                     " and write the condition into the column 'choice_filter'.");
    Wanted wanted{search.file, {}, {}};
    if (const auto known = wanted_.find(list.name);
        known != wanted_.end() && known->second.file == search.file)
      return;
    if (in_sheet.choices.size() == 1) {
      const Choice& names = in_sheet.choices.front();
      wanted.columns.push_back({"name", names.name});
      for (const auto& [language, column] : names.label.all())
        wanted.columns.push_back(
            {language == context_.default_language ? "label" : "label::" + language, column});
    } else {
      wanted.problem = "The list " + in_quotes(list.name) +
                       " needs one choice: its name and label are headers of " + in_quotes(search.file) + ".";
    }
    take_file(row, list, wanted);
  }

  void take_file(const Row& row, const ListName& list, const Wanted& wanted) {
    const auto [before, is_new] = wanted_.emplace(list.name, wanted);
    if (is_new) return read(list, wanted);
    if (before->second != wanted)
      context_.findings->wrong(survey_.place(row, "type"),
                               "The list " + in_quotes(list.name) + " comes out of " +
                                   in_quotes(before->second.file) +
                                   " already, by other columns or another file: give this question a list of "
                                   "its own.");
  }

  void read(const ListName& list, const Wanted& wanted) {
    if (!wanted.problem.empty()) return miss(list, Severity::kSkipped, wanted.problem);
    const std::string file = in_quotes(wanted.file);
    if (!lower_ascii(wanted.file).ends_with(kCsv))
      return miss(list, Severity::kSkipped,
                  "A kiosk takes choices from CSV files only, and not from " + file + ".");
    auto table = table_beside(wanted.file, context_);
    if (!table)
      return miss(
          list, Severity::kSkipped,
          "The file " + file +
              " is missing or empty, so that this is not asked; put it beside the form, under exactly "
              "this name.");
    ListColumns columns = wanted.columns;
    if (columns.size() == 1 && !missing_column(*table, {{"label", "label"}}))
      columns.push_back({"label", "label"});
    if (const auto missing = missing_column(*table, columns))
      return miss(list, Severity::kWrong, without_column(*missing, file, *table));
    FormContext of_file = context_;
    of_file.languages.clear();  // names of places and people have no translations
    of_file.file = table->name;
    const Sheet sheet = as_list(*std::move(table), list.name, columns);
    const FormSheet rows(sheet, of_file, "list_name");
    ChoiceLists made = read_choices(rows, of_file, uses_, {DuplicateChoices::kDropped});
    if (!made.contains(list.name))
      return miss(
          list, Severity::kSkipped,
          "The file " + file + " has no choices below its header, so that this is not asked; add some.");
    for (auto& [name, choices] : made) lists_.insert_or_assign(name, std::move(choices));
  }

  static std::string without_column(const ListColumn& column, const std::string& file, const Sheet& table) {
    std::vector<std::string> headers;
    for (const Cell& cell : table.rows.front().cells) headers.push_back(squashed(cell.text));
    return "The file " + file + " has no column " + in_quotes(column.source) + " with the " +
           (column.role == "name" ? "names" : "labels") +
           " of the choices; correct its header, or name another column." +
           suggestion(column.source, {headers.begin(), headers.end()});
  }

  // Also as it is asked with `other`.
  void miss(const ListName& list, Severity severity, std::string message) {
    const ChoiceList none{{}, {}, {}, {}, Finding{severity, {}, std::move(message)}};
    lists_.insert_or_assign(list.name, none);
    lists_.insert_or_assign(list_key({list.name, true}), none);
  }

  const FormSheet& survey_;
  const FormContext& context_;
  const ListUses& uses_;
  ChoiceLists& lists_;
  std::map<std::string, Wanted, std::less<>> wanted_;  // by list
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
  FileLists files(survey, context, uses, lists);
  for (const Row& row : survey.rows()) files.take(row);
}

std::optional<FormTable> table_of_file(const std::string& name, const FormContext& context) {
  const auto sheet = table_beside(table_name(name) + std::string(kCsv), context);
  if (!sheet) return std::nullopt;
  const Row& header = sheet->rows.front();
  FormTable table{table_name(name), {}, {}};
  for (const Cell& cell : header.cells) table.columns.push_back(squashed(cell.text));
  for (std::size_t at = 1; at < sheet->rows.size(); ++at) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const Cell& cell : header.cells) cells.push_back(squashed(sheet->rows[at].at(cell.column)));
  }
  return table;
}

}  // namespace tertulia::formats
