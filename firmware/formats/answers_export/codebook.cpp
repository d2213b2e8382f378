// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/codebook.h"

#include <algorithm>

#include "firmware/domain/emphasis.h"

namespace tertulia::formats {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr const char* kAboutExport[] = {
    "Rows are in no order: nobody can tell who answered first.",
    "\"(withheld)\" stands where so few people share a session, a room or a language that it would say who "
    "they are.",
    "In CSV files, texts that begin with = + - @, a tab or a carriage return have an apostrophe before them, "
    "so that no spreadsheet takes them for formulas. Numbers have none.",
    "A select_multiple with more than 1000 choices, and a rank, have one column.",
    "A cell of a workbook holds 32,767 characters. Longer texts end there with \"[cut]\"; the other files "
    "have all of them.",
};

std::string version_text(const Questionnaire& form) {
  const std::string hash = form.hash.substr(0, 8);
  return form.version.empty() ? hash : form.version + " (" + hash + ")";
}

std::vector<Language> languages_of(const AnswerTable& table) {
  std::vector<Language> languages;
  for (std::size_t version = table.versions().size(); version-- > 0;)
    for (const Language& language : table.versions()[version]->languages)
      if (std::find(languages.begin(), languages.end(), language) == languages.end())
        languages.push_back(language);
  return languages;
}

struct CodebookRow {
  std::string row;
  std::string name = {};
  std::string type = {};
  std::string value = {};
  std::string repeat = {};
  std::string versions = {};
};

class Codebook {
 public:
  explicit Codebook(const AnswerTable& table) : table_(table), languages_(languages_of(table)) {
    Rows::value_type header = {"row", "name", "type", "value", "repeat", "versions"};
    for (const Language& language : languages_) header.push_back("text::" + language);
    rows_.push_back(std::move(header));
  }

  void add(const CodebookRow& row, const LocalizedText& text = {}) {
    Rows::value_type cells = {row.row, row.name, row.type, row.value, row.repeat, row.versions};
    for (const Language& language : languages_)
      cells.push_back(text.has(language) ? without_bold_marks(text.in(language)) : "");
    rows_.push_back(std::move(cells));
  }

  void add(const AnswerColumn& column) {
    const std::string& repeat = table_.sheets()[column.sheet].path;
    CodebookRow row{column.question ? "question" : "answer", column.header, column.type, {}, repeat, {}};
    for (auto version = column.versions.rbegin(); version != column.versions.rend(); ++version)
      row.versions += (row.versions.empty() ? "" : ", ") + version_text(*table_.versions()[*version]);
    add(row, column.question ? column.question->label : LocalizedText());
    if (column.question) {
      add_text("hint", column, column.question->hint);
      add_text("required_message", column, column.question->required_message);
      add_text("constraint_message", column, column.question->constraint_message);
    }
    for (const Choice& choice : column.choices) add({"choice", column.header, {}, choice.name}, choice.label);
  }

  Rows take() { return std::move(rows_); }

 private:
  void add_text(const char* row, const AnswerColumn& column, const LocalizedText& text) {
    if (!text.empty()) add({row, column.header}, text);
  }

  const AnswerTable& table_;
  std::vector<Language> languages_;
  Rows rows_;
};

}  // namespace

Rows codebook_of(const AnswerTable& table) {
  Codebook book(table);
  for (const Questionnaire* form : table.versions()) {
    if (form == table.versions().back()) book.add({"form", form->id}, form->title);
    book.add({"version", form->version, {}, form->hash});
  }
  for (const AnswerSheet& sheet : table.sheets())
    for (const std::size_t column : sheet.columns) book.add(table.columns()[column]);
  for (const char* sentence : kAboutExport) book.add({"about", {}, {}, sentence});
  return book.take();
}

}  // namespace tertulia::formats
