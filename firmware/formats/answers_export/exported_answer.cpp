// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/exported_answer.h"

namespace tertulia::formats {
namespace {

// The repetition that the numbers name, made with those around it.
Occurrence& occurrence_at(const AnswerTable& table, Occurrence& root, const AnswerPlace& place) {
  std::vector<std::size_t> sheets;  // the innermost first
  for (std::size_t sheet = table.columns()[place.column].sheet; sheet != 0;
       sheet = table.sheets()[sheet].parent)
    sheets.push_back(sheet);
  Occurrence* inner = &root;
  for (const std::size_t number : place.repetitions) {
    inner = &inner->repeats[sheets.back()][number];
    sheets.pop_back();
  }
  return *inner;
}

}  // namespace

ExportedAnswer exported_answer(const AnswerTable& table, const Submission& submission, ExportedPlace place) {
  ExportedAnswer exported{submission, table.version_of(submission), std::move(place), {}};
  for (const auto& [name, answer] : submission.answers) {
    if (std::holds_alternative<std::monostate>(answer)) continue;
    if (const auto found = table.place_of(exported.version, name, answer))
      occurrence_at(table, exported.answers, *found).answers[found->column] = &answer;
  }
  return exported;
}

std::string version_name(const AnswerTable& table, const ExportedAnswer& answer) {
  return answer.version ? table.versions()[*answer.version]->version : std::string();
}

}  // namespace tertulia::formats
