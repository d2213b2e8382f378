// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_choices.h"

#include <algorithm>
#include <set>

#include "firmware/domain/limits.h"
#include "firmware/formats/text/strings.h"

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

ChoiceLists read_choices(const FormSheet& sheet, const FormContext& context, DuplicateChoices duplicates) {
  ChoiceLists lists;
  std::map<std::string, std::set<std::string>> names;  // by list
  for (const Row& row : sheet.rows()) {
    const std::string list = sheet.value(row, "list_name");
    const std::string name = sheet.value(row, "name");
    if (list.empty()) {  // a remark between lists, or cells that were merged
      if (!name.empty() && !sheet.texts(row, "label").empty())
        context.findings->skipped(
            sheet.place(row, "list_name"),
            "The choice " + in_quotes(name) +
                " names no list, so that no question offers it. Write the list in each row.");
      continue;
    }
    if (!is_choice_name(name)) {
      context.findings->wrong(sheet.place(row, "name"),
                              "The choice needs a name of at most 64 letters, without control characters.");
      continue;
    }
    std::vector<Choice>& choices = lists[list];
    if (choices.size() < kMostChoices && !names[list].insert(name).second) {
      const std::string message =
          "The choice " + in_quotes(name) + " stands twice in the list " + in_quotes(list);
      if (duplicates == DuplicateChoices::kWrong)
        context.findings->wrong(sheet.place(row, "name"), message + "; rename one.");
      else
        context.findings->skipped(sheet.place(row, "name"), message + "; the first is kept.");
      continue;
    }
    if (choices.size() >= kMostChoices) {
      if (choices.size() == kMostChoices)
        context.findings->wrong(sheet.place(row, "name"), "A list has at most 100,000 choices; shorten it.");
      return lists;
    }
    choices.push_back({name, label_of(sheet, row, context)});
  }
  sheet.report_unknown({"list_name", "name", "label"});  // others are for choice filters
  return lists;
}

}  // namespace tertulia::formats
