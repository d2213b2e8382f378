// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/form_files.h"

#include <algorithm>
#include <map>
#include <utility>

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/file_list.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "firmware/formats/xlsform/search_appearance.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

struct UsualColumns {
  std::string name;
  std::string label;
  std::string_view what;  // is called like that in such a file
};

// Beside the choice that names columns a list of search() has others, whose names are numbers: they are
// offered as they are (ODK: "Including static choices").
bool is_fixed(const Choice& choice) {
  return choice.name.find_first_not_of("0123456789") == std::string::npos;
}

UsualColumns usual_columns(const std::string& file) {
  const std::string_view ending = table_ending(file);
  if (ending == kGeoJson) return {"id", "title", "property"};
  return {"name", "label", ending == kXml ? "element" : "column"};
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
      take_file(row, *list, {list->name, columns_in(list->name, survey_.value(row, "parameters")), {}});
    else if (!search.file.empty() && found != lists_.end())
      take_searched(row, *list, search, found->second);
  }

 private:
  struct Wanted {
    std::string file;
    ListColumns columns;
    std::string problem;              // with the columns; empty: none
    std::vector<Choice> before = {};  // fixed choices, before those of the file
    std::vector<Choice> after = {};
    friend bool operator==(const Wanted&, const Wanted&) = default;
  };

  // Without a label names are shown.
  static ListColumns columns_in(const std::string& file, const std::string& parameters) {
    const UsualColumns usual = usual_columns(file);
    const std::string value = parameter_in(parameters, "value");
    const std::string label = parameter_in(parameters, "label");
    ListColumns columns{{"name", value.empty() ? usual.name : value}};
    if (!label.empty() && folded(label) != usual.label) columns.push_back({"label", label});
    return columns;
  }

  void take_searched(const Row& row, const ListName& list, const SearchAppearance& search,
                     const ChoiceList& in_sheet) {
    if (search.is_lost)
      context_.findings->skipped(survey_.place(row, "appearance"),
                                 "The condition in this search() is not understood: all choices are offered. "
                                 "Take them by select_one_from_file " +
                                     search.file +
                                     " and write the condition into the column 'choice_filter'.");
    Wanted wanted{search.file, {}, {}};
    if (const auto known = wanted_.find(list.name);
        known != wanted_.end() && known->second.file == search.file)
      return;
    const auto& choices = in_sheet.choices;
    const auto names = std::find_if_not(choices.begin(), choices.end(), is_fixed);
    if (names == choices.end() || !std::all_of(names + 1, choices.end(), is_fixed)) {
      wanted.problem = "The list " + in_quotes(list.name) +
                       " needs one choice whose name and label are headers of " + in_quotes(search.file) +
                       ". The names of other choices are whole numbers.";
      return take_file(row, list, wanted);
    }
    wanted.columns.push_back({"name", names->name});
    for (const auto& [language, column] : names->label.all())
      wanted.columns.push_back(
          {language == context_.default_language ? "label" : "label::" + language, column});
    wanted.before.assign(choices.begin(), names);
    wanted.after.assign(names + 1, choices.end());
    take_file(row, list, wanted);
  }

  // To a list that expressions read they would be rows of the file, which they are not.
  void add_fixed(const ListName& list, const Wanted& wanted, bool has_other, ChoiceList& made) const {
    if (wanted.before.empty() && wanted.after.empty()) return;
    if (is_read(list))
      return context_.findings->skipped(
          {context_.file, ""}, "The choices of the list " + in_quotes(list.name) +
                                   " that stand beside those of " + in_quotes(wanted.file) +
                                   " are not offered, because an expression chooses among these. Write them "
                                   "into the file.");
    made.choices.insert(made.choices.end() - (has_other ? 1 : 0), wanted.after.begin(), wanted.after.end());
    made.choices.insert(made.choices.begin(), wanted.before.begin(), wanted.before.end());
    for (ChoiceList::Reference& each : made.references) each.choice += wanted.before.size();
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
    if (table_ending(wanted.file).empty())
      return miss(list, Severity::kSkipped,
                  "A kiosk takes choices from .csv, .xml and .geojson files, and not from " + file + ".");
    auto table = table_beside(wanted.file, context_);
    if (!table && context_.beside && context_.beside(wanted.file))
      return miss(list, Severity::kSkipped,
                  "The file " + file +
                      " has nothing that can be offered, so that this is not asked; copy or "
                      "export it again.");
    if (!table)
      return miss(
          list, Severity::kSkipped,
          "The file " + file +
              " is missing or empty, so that this is not asked; put it beside the form, under exactly "
              "this name.");
    ListColumns columns = wanted.columns;
    const ListColumn usual_label{"label", usual_columns(wanted.file).label};
    if (columns.size() == 1 && !missing_column(*table, {usual_label})) columns.push_back(usual_label);
    if (const auto missing = missing_column(*table, columns))
      return miss(list, Severity::kWrong, without_column(*missing, wanted.file, *table));
    report_hidden(list, columns, *table);
    FormContext of_file = context_;
    of_file.languages.clear();  // names of places and people have no translations
    of_file.file = table->name;
    const Sheet sheet = as_list(*std::move(table), list.name, columns);
    const FormSheet rows(sheet, of_file, "list_name");
    ChoiceLists made =
        read_choices(rows, of_file, uses_, {DuplicateChoices::kDropped, "", Nameless::kDropped});
    if (!made.contains(list.name))
      return miss(list, Severity::kSkipped,
                  "The file " + file + " has no choices" +
                      (table_ending(wanted.file) == kCsv ? " below its header" : " that can be offered") +
                      ", so that this is not asked; add some.");
    for (auto& [name, choices] : made) {
      add_fixed(list, wanted, name != list.name, choices);
      lists_.insert_or_assign(name, std::move(choices));
    }
  }

  static std::string without_column(const ListColumn& column, const std::string& file, const Sheet& table) {
    std::vector<std::string> headers;
    for (const Cell& cell : table.rows.front().cells) headers.push_back(squashed(cell.text));
    const bool is_name = column.role == "name";
    const std::string_view what = usual_columns(file).what;
    const std::string cure = what == "column" ? "; correct its header, or name another column."
                                              : "; correct it, or name another one by the parameter '" +
                                                    std::string(is_name ? "value" : "label") + "'.";
    return "The file " + in_quotes(file) + " has no " + std::string(what) + " " + in_quotes(column.source) +
           " with the " + (is_name ? "names" : "labels") + " of the choices" + cure +
           suggestion(column.source, {headers.begin(), headers.end()});
  }

  [[nodiscard]] bool is_read(const ListName& list) const {
    const auto use = uses_.find(list.name);
    return use != uses_.end() && use->second.is_read;
  }

  // To expressions `name` and `label` are those of the list.
  void report_hidden(const ListName& list, const ListColumns& columns, const Sheet& table) const {
    if (!is_read(list)) return;
    for (const ListColumn& column : columns)
      if (folded(column.source) != column.role && !missing_column(table, {{"", column.role}}))
        context_.findings->guessed({table.name, ""},
                                   "The file has both " + in_quotes(column.role) + " and " +
                                       in_quotes(column.source) + ", and expressions find the latter as " +
                                       in_quotes(column.role) + " too; rename the former to read it.");
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

bool is_from_file(std::string_view type) { return type.find(" from file ") != std::string_view::npos; }

void add_choices_of_files(const FormSheet& survey, const FormContext& context, const ListUses& uses,
                          ChoiceLists& lists) {
  FileLists files(survey, context, uses, lists);
  for (const Row& row : survey.rows()) files.take(row);
}

}  // namespace tertulia::formats
