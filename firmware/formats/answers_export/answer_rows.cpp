// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/answer_rows.h"

#include <algorithm>
#include <set>
#include <utility>

#include "firmware/domain/emphasis.h"

namespace tertulia::formats {
namespace {

std::int64_t cell_number(std::size_t number) { return static_cast<std::int64_t>(number); }

const Choice* choice_named(const AnswerColumn& column, const std::string& name) {
  const auto found = std::find_if(column.choices.begin(), column.choices.end(),
                                  [&](const Choice& choice) { return choice.name == name; });
  return found == column.choices.end() ? nullptr : &*found;
}

}  // namespace

AnswerRows::AnswerRows(const AnswerTable& table, RowStyle style, std::vector<std::string> sheet_names)
    : table_(table),
      style_(std::move(style)),
      sheet_names_(std::move(sheet_names)),
      rows_made_(table.sheets().size()) {}

bool AnswerRows::is_split(const AnswerColumn& column) const {
  return style_.selections != Selections::kJoined && column.can_be_split();
}

bool AnswerRows::is_joined(const AnswerColumn& column) const {
  return style_.selections != Selections::kSplit || !column.can_be_split();
}

std::string AnswerRows::text_of(const AnswerColumn& column, const std::string& choice) const {
  const Choice* known = style_.labels ? choice_named(column, choice) : nullptr;
  const std::string label = known ? known->label.in(*style_.labels) : "";
  return label.empty() ? choice : label;
}

std::string AnswerRows::header_of(const AnswerColumn& column) const {
  const bool has_label = style_.labels && column.question && !column.question->label.empty();
  return has_label ? without_bold_marks(column.question->label.in(*style_.labels)) : column.header;
}

std::vector<std::string> AnswerRows::header(std::size_t sheet) const {
  std::vector<std::string> header;
  std::set<std::string> taken;
  const auto add = [&](std::string text, const std::string& name) {
    if (!taken.insert(text).second) text += " (" + name + ")";  // two questions of one label
    header.push_back(std::move(text));
  };
  for (const std::size_t at : table_.sheets()[sheet].columns) {
    const AnswerColumn& column = table_.columns()[at];
    if (is_joined(column)) add(header_of(column), column.header);
    if (!is_split(column)) continue;
    for (const Choice& choice : column.choices)
      add(header_of(column) + "/" + text_of(column, choice.name), column.header + "/" + choice.name);
  }
  if (sheet == 0)
    header.insert(header.end(), kSubmissionColumns.begin(), kSubmissionColumns.end());
  else
    header.insert(header.end(), kRepetitionColumns.begin(), kRepetitionColumns.end());
  return header;
}

CellValue AnswerRows::cell_of(const AnswerColumn& column, const AnswerValue& answer) const {
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return *whole;
  if (const auto* number = std::get_if<double>(&answer)) return *number;
  if (const auto* text = std::get_if<std::string>(&answer)) return text_of(column, *text);
  std::string joined;
  for (const std::string& name : std::get<std::vector<std::string>>(answer)) {
    if (!joined.empty()) joined += style_.labels ? ", " : " ";
    joined += text_of(column, name);
  }
  return joined;
}

void AnswerRows::add_cells(const AnswerColumn& column, const AnswerValue* answer,
                           std::vector<CellValue>& cells) const {
  if (is_joined(column)) cells.push_back(answer ? cell_of(column, *answer) : CellValue());
  if (!is_split(column)) return;
  std::set<std::string_view> chosen;
  if (answer)
    for (const std::string& name : std::get<std::vector<std::string>>(*answer)) chosen.insert(name);
  for (const Choice& choice : column.choices)
    cells.push_back(answer ? CellValue(cell_number(chosen.count(choice.name))) : CellValue());
}

std::size_t AnswerRows::add_row(std::size_t sheet, const Occurrence& occurrence,
                                std::vector<SheetRow>& rows) {
  SheetRow row{sheet, {}};
  for (const std::size_t at : table_.sheets()[sheet].columns) {
    const auto found = occurrence.answers.find(at);
    add_cells(table_.columns()[at], found == occurrence.answers.end() ? nullptr : found->second, row.cells);
  }
  rows.push_back(std::move(row));
  return ++rows_made_[sheet];
}

void AnswerRows::add_repetitions(const Occurrence& parent, std::size_t parent_index,
                                 const ExportedAnswer& answer, std::vector<SheetRow>& rows) {
  const Submission& submission = answer.submission;
  for (const auto& [sheet, repetitions] : parent.repeats) {
    for (const auto& [number, repetition] : repetitions) {
      const std::size_t index = add_row(sheet, repetition, rows);
      auto& cells = rows.back().cells;
      for (CellValue value :
           {CellValue(cell_number(index)), CellValue(sheet_names_[table_.sheets()[sheet].parent]),
            CellValue(cell_number(parent_index)), CellValue(cell_number(rows_made_.front())),
            CellValue(submission.id.text()), CellValue(answer.place.time),
            CellValue(std::string(to_text(submission.state))), CellValue(version_name(table_, answer))})
        cells.push_back(std::move(value));
      add_repetitions(repetition, index, answer, rows);
    }
  }
}

std::vector<SheetRow> AnswerRows::rows_of(const ExportedAnswer& answer) {
  const Submission& submission = answer.submission;
  std::vector<SheetRow> rows;
  const std::size_t index = add_row(0, answer.answers, rows);
  auto& cells = rows.back().cells;
  for (CellValue value :
       {CellValue(cell_number(index)), CellValue(submission.id.text()), CellValue(answer.place.time),
        CellValue(std::string(to_text(submission.state))), CellValue(version_name(table_, answer)),
        CellValue(submission.form), CellValue(submission.form_hash), CellValue(answer.place.session),
        CellValue(answer.place.room), CellValue(answer.place.language), CellValue(cell_number(index))})
    cells.push_back(std::move(value));
  add_repetitions(answer.answers, index, answer, rows);
  return rows;
}

}  // namespace tertulia::formats
