// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/list_uses.h"

#include <set>
#include <vector>

#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "firmware/formats/xlsform/question_kinds.h"
#include "firmware/formats/xlsform/search_appearance.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kExpressions[] = {"relevant",  "required", "constraint",    "calculation",
                                             "read_only", "default",  "choice_filter", "repeat_count"};

// What expressions look up: lists and files by name, and questions of whose choices they want the label.
struct Lookups {
  std::set<std::string, std::less<>> tables;
  std::set<std::string, std::less<>> questions;
};

// "town" of "${town}" and "/data/group/town", as they stand in quotes.
std::string question_in(std::string_view literal) {
  std::string_view name = trim(literal);
  if (name.starts_with("${") && name.ends_with('}')) name = name.substr(2, name.size() - 3);
  return std::string(trim(name.substr(name.rfind('/') + 1)));  // npos + 1 is 0
}

void note_lookups(const std::string& text, Lookups& lookups) {
  const auto tokens = tokens_of(text);
  if (!tokens) return;  // whoever compiles it says what is wrong
  const std::vector<Token>& all = tokens.value();
  bool asks_for_labels = false;
  for (std::size_t at = 0; at + 1 < all.size(); ++at) {
    const bool is_call = all[at].kind == TokenKind::kName && all[at + 1].is(TokenKind::kMark, "(");
    const bool is_lookup = is_call && is_one_of(all[at].text, {"instance", "pulldata"});
    asks_for_labels = asks_for_labels || (is_call && all[at].text == "jr:choice-name");
    if (is_lookup && at + 2 < all.size() && all[at + 2].kind == TokenKind::kLiteral &&
        all[at + 2].text != kLastSavedInstance)
      lookups.tables.insert(all[at + 2].text);
  }
  if (!asks_for_labels) return;
  for (const Token& token : all)
    if (token.kind == TokenKind::kLiteral || token.kind == TokenKind::kReference ||
        token.kind == TokenKind::kName)
      lookups.questions.insert(question_in(token.text));
}

Lookups lookups_in(const FormSheet& survey) {
  Lookups lookups;
  for (const std::string_view role : kExpressions)
    if (survey.has(role))
      for (const Row& row : survey.rows()) note_lookups(survey.expression(row, role), lookups);
  if (survey.has("appearance"))
    for (const Row& row : survey.rows())
      note_lookups(search_in(survey.value(row, "appearance")).filter, lookups);
  return lookups;
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
  if (list && (plain_type(type).starts_with("rank ") || !choice_filter_of(survey, row).empty()))
    list->has_other = false;
  return list;
}

std::string list_key(const ListName& list) { return list.has_other ? list.name + " or_other" : list.name; }

ListUses list_uses_in(const FormSheet& survey) {
  const Lookups lookups = lookups_in(survey);
  ListUses uses;
  for (const Row& row : survey.rows()) {
    const auto list = list_of_row(survey, row);
    if (!list) continue;
    ListUse& use = uses[list->name];
    const bool is_filtered = !choice_filter_of(survey, row).empty();
    const bool is_shuffled =
        truth_in_cell(parameter_in(survey.value(row, "parameters"), "randomize")).value_or(false);
    const bool is_looked_up = lookups.tables.contains(list->name) ||
                              lookups.tables.contains(table_name(list->name)) ||
                              lookups.questions.contains(survey.value(row, "name"));
    use.is_filtered = use.is_filtered || is_filtered;
    use.is_read = use.is_read || is_filtered || is_shuffled || is_looked_up;
    use.has_other = use.has_other || list->has_other;
    use.takes_several = use.takes_several || list->takes_several;
  }
  for (const std::string& table : lookups.tables)
    uses[table].is_read = true;  // though nobody is asked for it
  return uses;
}

}  // namespace tertulia::formats
