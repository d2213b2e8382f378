// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/list_uses.h"

#include <set>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/form_files.h"
#include "firmware/formats/xlsform/question_kinds.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kExpressions[] = {"relevant",  "required", "constraint",    "calculation",
                                             "read_only", "default",  "choice_filter", "repeat_count"};

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

void add_words(const std::string& text, std::set<std::string, std::less<>>& words) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_name_letter(text[end])) ++end;
    if (end > at) words.insert(text.substr(at, end - at));
    at = end + 1;
  }
}

// Of all expressions that look up something in a list, or the label of a choice.
std::set<std::string, std::less<>> words_of_lookups(const FormSheet& survey) {
  std::set<std::string, std::less<>> words;
  for (const std::string_view role : kExpressions) {
    if (!survey.has(role)) continue;
    for (const Row& row : survey.rows()) {
      const std::string text = survey.value(row, role);
      for (const std::string_view function : {"instance", "choice-name", "pulldata"})
        if (text.find(function) != std::string::npos) add_words(text, words);
    }
  }
  return words;
}

}  // namespace

ListName list_name_in(std::string_view cell) {
  ListName list{std::string(trim(cell)), false};
  for (const std::string_view other : {" or_other", " or other", " or specify other"}) {
    if (!lower_ascii(list.name).ends_with(other)) continue;
    list.name.resize(list.name.size() - other.size());
    list.name = trim(list.name);
    list.has_other = true;
  }
  return list;
}

std::optional<ListName> list_of_row(const FormSheet& survey, const Row& row) {
  const std::string type = survey.value(row, "type");
  auto list = list_of_type(type);
  if (list && (plain_type(type).starts_with("rank ") || !survey.value(row, "choice_filter").empty()))
    list->has_other = false;
  return list;
}

std::string list_key(const ListName& list) { return list.has_other ? list.name + " or_other" : list.name; }

ListUses list_uses_in(const FormSheet& survey) {
  const auto words = words_of_lookups(survey);
  ListUses uses;
  for (const Row& row : survey.rows()) {
    const auto list = list_of_row(survey, row);
    if (!list) continue;
    ListUse& use = uses[list->name];
    const bool is_filtered = !survey.value(row, "choice_filter").empty();
    const bool is_shuffled =
        truth_of(parameter_in(survey.value(row, "parameters"), "randomize")).value_or(false);
    const bool is_looked_up = words.find(list->name) != words.end() ||
                              words.find(table_name(list->name)) != words.end() ||
                              words.find(survey.value(row, "name")) != words.end();
    use.is_filtered = use.is_filtered || is_filtered;
    use.is_read = use.is_read || is_filtered || is_shuffled || is_looked_up;
    use.has_other = use.has_other || list->has_other;
  }
  for (const std::string& word : words) uses[word].is_read = true;  // lists that nobody is asked for
  return uses;
}

}  // namespace tertulia::formats
