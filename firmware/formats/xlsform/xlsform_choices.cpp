// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_choices.h"

#include <algorithm>
#include <set>

#include "firmware/domain/limits.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "firmware/formats/xlsform/form_pictures.h"
#include "firmware/formats/xlsform/or_other.h"

namespace tertulia::formats {
namespace {

LocalizedText label_of(const FormSheet& sheet, const Row& row, const FormContext& context) {
  LocalizedText label = sheet.texts(row, "label");
  sheet.report_missing(row, "label", label);
  if (!label.empty()) return label;
  const std::string name = sheet.value(row, "name");
  context.findings->guessed(sheet.place(row, "label"), "The choice has no label; its name is shown.");
  label.set(context.default_language, name);
  return label;
}

bool is_choice_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestFormName &&
         std::none_of(name.begin(), name.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

bool is_question_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  return !name.empty() && name.size() <= kLongestFormName && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), is_part);
}

namespace {

const std::vector<std::string_view> kChoiceColumns = {"list_name", "name", "label", "image"};

// Reads the rows of the sheet, one after the other.
class ChoiceReader {
 public:
  ChoiceReader(const FormSheet& sheet, const FormContext& context, const ListUses& uses,
               const ListRules& rules)
      : sheet_(sheet), context_(context), uses_(uses), rules_(rules), extras_(sheet.extras(kChoiceColumns)) {}

  ChoiceLists read() {
    for (const Row& row : sheet_.rows())
      if (!take(row)) return std::move(lists_);
    sheet_.report_unknown(known_columns());
    return std::move(lists_);
  }

 private:
  // Where expressions read lists they may read any column; one that seems to be a typing error is said.
  std::vector<std::string_view> known_columns() const {
    std::vector<std::string_view> known = kChoiceColumns;
    std::vector<std::string_view> missing;
    for (const std::string_view role : kChoiceColumns)
      if (!sheet_.has(role)) missing.push_back(role);
    for (const FormSheet::Extra& extra : extras_)
      if (is_any_read_ && !nearest(extra.role, missing)) known.push_back(extra.role);
    return known;
  }

  // False: the list is too long, and nothing more is read.
  bool take(const Row& row) {
    const std::string written = sheet_.value(row, "list_name");
    const std::string name = sheet_.value(row, "name");
    if (written.empty()) {  // a remark between lists, or cells that were merged
      if (!name.empty() && !sheet_.texts(row, "label").empty())
        context_.findings->skipped(
            sheet_.place(row, "list_name"),
            "The choice " + in_quotes(name) +
                " names no list, so that no question offers it. Write the list in each row.");
      return true;
    }
    if (!is_choice_name(name))
      return refuse(row, "The choice needs a name of at most 64 letters, without control characters");
    const std::string list_name = rules_.before_names + written;
    const ListUse use = use_of(list_name);
    if (use.takes_several && name.find(' ') != std::string::npos)
      return refuse(row,
                    "The choice " + in_quotes(name) +
                        " has a blank in its name, and blanks part the choices of an answer with several. "
                        "Write '_' instead");
    ChoiceList& list = lists_[list_name];
    if (list.choices.size() < kMostChoices && !names_[list_name].insert(name).second &&
        !may_stand_again(row, written, use))
      return true;
    if (use.is_read && cells_ + extras_.size() > TableLimits::kMostCells) {
      context_.findings->skipped(sheet_.place(row, "name"), only_first_rows(list.choices.size()));
      return false;
    }
    if (list.choices.size() >= kMostChoices) {
      if (list.choices.size() == kMostChoices)
        context_.findings->wrong(sheet_.place(row, "name"),
                                 "A list has at most 100,000 choices; shorten it.");
      return false;
    }
    list.choices.push_back({name, label_of(sheet_, row, context_), picture_names(sheet_, row, context_)});
    note_references(row, list);
    if (use.is_read) note_cells(row, list);
    return true;
  }

  // True: the rows behind it are read.
  bool refuse(const Row& row, const std::string& reason) const {
    if (rules_.nameless == Nameless::kWrong)
      context_.findings->wrong(sheet_.place(row, "name"), reason + ".");
    else
      context_.findings->skipped(sheet_.place(row, "name"), reason + "; it is not offered.");
    return true;
  }

  ListUse use_of(const std::string& list) const {
    const auto found = uses_.find(list);
    return found == uses_.end() ? ListUse{} : found->second;
  }

  bool may_stand_again(const Row& row, const std::string& list, const ListUse& use) {
    const std::string message =
        "The choice " + in_quotes(sheet_.value(row, "name")) + " stands twice in the list " + in_quotes(list);
    if (rules_.duplicates == DuplicateChoices::kWrong)
      context_.findings->wrong(sheet_.place(row, "name"), message + "; rename one.");
    else if (!use.is_filtered)
      context_.findings->skipped(sheet_.place(row, "name"), message + "; the first is kept.");
    return rules_.duplicates == DuplicateChoices::kDropped && use.is_filtered;
  }

  void note_references(const Row& row, ChoiceList& list) const {
    for (const auto& [language, text] : list.choices.back().label.all())
      if (text.find("${") != std::string::npos)
        list.references.push_back({list.choices.size() - 1, language, sheet_.place(row, "label", language)});
  }

  void note_cells(const Row& row, ChoiceList& list) {
    is_any_read_ = true;
    if (list.columns.empty())
      for (const FormSheet::Extra& extra : extras_) list.columns.push_back(extra.name);
    cells_ += extras_.size();
    std::vector<std::string> cells;
    for (const FormSheet::Extra& extra : extras_) cells.push_back(squashed(row.at(extra.index)));
    list.cells.push_back(std::move(cells));
  }

  const FormSheet& sheet_;
  const FormContext& context_;
  const ListUses& uses_;
  const ListRules& rules_;
  std::vector<FormSheet::Extra> extras_;
  std::map<std::string, std::set<std::string>> names_;  // by list
  bool is_any_read_ = false;
  std::size_t cells_ = 0;  // of lists that expressions read, the empty ones too
  ChoiceLists lists_;
};

}  // namespace

ChoiceLists read_choices(const FormSheet& sheet, const FormContext& context, const ListUses& uses,
                         const ListRules& rules) {
  ChoiceLists lists = ChoiceReader(sheet, context, uses, rules).read();
  for (const auto& [name, use] : uses)
    if (const auto found = lists.find(name); use.has_other && found != lists.end())
      lists.emplace(list_key({name, true}), with_other(found->second, context));
  return lists;
}

FormTable table_of(const std::string& name, const ChoiceList& list, const Language& language) {
  FormTable table{name, {"name", "label"}, {}};
  table.columns.insert(table.columns.end(), list.columns.begin(), list.columns.end());
  for (std::size_t at = 0; at < list.choices.size(); ++at) {
    std::vector<std::string> row{list.choices[at].name, list.choices[at].label.in(language)};
    if (at < list.cells.size()) row.insert(row.end(), list.cells[at].begin(), list.cells[at].end());
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace tertulia::formats
