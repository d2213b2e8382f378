// SPDX-License-Identifier: Apache-2.0
// The sheet `choices` of an XLSForm: lists of choices by name.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/list_uses.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

struct ChoiceList {
  // A label that refers to another answer (${...}), and its cell.
  struct Reference {
    std::size_t choice = 0;
    Language language;
    Place place;
  };
  std::vector<Choice> choices;
  std::vector<std::string> columns;  // of a list that expressions read: what it has beside names and labels
  std::vector<std::vector<std::string>> cells;  // of each choice, in the order of the columns
  std::vector<Reference> references;
  std::optional<Finding> missing;  // it comes out of a file that cannot be used, and why; no place
};

using ChoiceLists = std::map<std::string, ChoiceList, std::less<>>;

enum class DuplicateChoices { kWrong, kDropped };  // setting allow_choice_duplicates
enum class Nameless { kWrong, kDropped };          // choices without a name, or with one that cannot be
struct ListRules {
  DuplicateChoices duplicates = DuplicateChoices::kWrong;
  std::string before_names =
      {};  // of lists: what is put there, so that another sheet may have the same names
  Nameless nameless = Nameless::kWrong;
};
// A list that is filtered keeps its duplicates: each stands under another answer. One that is asked with
// or_other is there twice: also with a choice `other`, as list_key() names it.
[[nodiscard]] ChoiceLists read_choices(const FormSheet& sheet, const FormContext& context,
                                       const ListUses& uses, const ListRules& rules);

// The list as expressions read it: name, label in that language, and its own columns. Its rows are the
// choices, in their order.
[[nodiscard]] FormTable table_of(const std::string& name, const ChoiceList& list, const Language& language);

// True for letters, digits, '_', '-' and '.', first a letter or '_': what names a question.
[[nodiscard]] bool is_question_name(std::string_view name);

}  // namespace tertulia::formats
