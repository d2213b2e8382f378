// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_question.h"

#include <array>
#include <utility>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/question_kinds.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kUnused{{
    {"relevant", "The condition is not evaluated: this is always asked, and may be left out."},
    {"calculation", "The calculation is not evaluated."},
    {"default", "The default is not set; the question starts without an answer."},
    {"choice_filter", "The filter is not evaluated; all choices are shown."},
    {"read_only", "read_only is not used; the question can be answered."},
    {"guidance_hint", "Guidance hints are not shown."},
    {"image", "Pictures are not shown yet."},
    {"audio", "Sounds are not played."},
    {"video", "Films are not played."},
}};

// Reads one row.
class QuestionParser {
 public:
  QuestionParser(const SurveySource& source, const Row& row)
      : source_(source),
        sheet_(source.sheet),
        findings_(*source.context.findings),
        language_(source.context.default_language),
        row_(row) {}

  std::optional<Question> read() {
    auto kind = read_kind(source_, row_);
    if (!kind) return std::nullopt;
    Question question;
    question.kind = *std::move(kind);
    if (!read_name(question)) return std::nullopt;
    read_texts(question);
    read_required(question);
    read_appearance(question);
    read_constraint(question);
    return question;
  }

 private:
  Place at(std::string_view role) const { return sheet_.place(row_, role); }

  bool read_name(Question& question) {
    question.name = sheet_.value(row_, "name");
    if (question.name.empty() && !asks(question.kind))
      question.name = "generated_note_" + std::to_string(row_.number);
    if (is_question_name(question.name)) return true;
    findings_.wrong(at("name"), question.name.empty()
                                    ? "The question has no name; write one in the column 'name'."
                                    : "The name " + in_quotes(question.name) +
                                          " must be letters, digits, '_', '-' and '.', at most 64, and start "
                                          "with a letter or '_'.");
    return false;
  }

  void read_texts(Question& question) {
    question.label = sheet_.texts(row_, "label");
    question.hint = sheet_.texts(row_, "hint");
    question.required_message = sheet_.texts(row_, "required_message");
    question.constraint_message = sheet_.texts(row_, "constraint_message");
    sheet_.report_missing(row_, "label", question.label);
    sheet_.report_missing(row_, "hint", question.hint);
    sheet_.report_missing(row_, "required_message", question.required_message);
    sheet_.report_missing(row_, "constraint_message", question.constraint_message);
    if (question.label.empty()) {
      findings_.guessed(at("label"), "The question has no label; its hint or name is shown.");
      question.label = question.hint;
      if (question.label.empty()) question.label.set(language_, question.name);
    }
    for (const auto& [language, text] : question.label.all())
      if (text.find("${") != std::string::npos)
        findings_.skipped(sheet_.place(row_, "label", language),
                          "The label refers to another answer (${...}); it is shown as written.");
  }

  void read_required(Question& question) {
    if (!asks(question.kind)) return;
    const std::string text = sheet_.value(row_, "required");
    const auto truth = truth_of(text);
    if (!truth)
      findings_.skipped(at("required"), "The condition " + in_quotes(text) +
                                            " is not evaluated; the answer may be left out.");
    // A question that was meant for some only must not hold up the others.
    question.required = truth.value_or(false) && sheet_.value(row_, "relevant").empty();
  }

  void read_appearance(Question& question) {
    for (const std::string& word : split(lower_ascii(sheet_.value(row_, "appearance")), ' ')) {
      if (word.empty() || take_appearance(question.kind, word)) continue;
      findings_.skipped(at("appearance"),
                        word == "faces" ? "Faces need a select_one with five choices, worst to best; "
                                          "shown as a list."
                                        : "The appearance " + in_quotes(word) + " is not used on a kiosk" +
                                              asked_instead(question.kind, word) + ".");
    }
    question.required = question.required && asks(question.kind);  // a heading asks nothing
  }

  void read_constraint(Question& question) {
    const std::string text = sheet_.value(row_, "constraint");
    if (text.empty() || take_constraint(question.kind, text)) return;
    findings_.skipped(at("constraint"), "The constraint " + in_quotes(text) +
                                            " is not checked on a kiosk; any answer is taken.");
  }

  const SurveySource& source_;
  const FormSheet& sheet_;
  Findings& findings_;
  const Language& language_;
  const Row& row_;
};

}  // namespace

std::optional<Question> read_question(const SurveySource& source, const Row& row) {
  return QuestionParser(source, row).read();
}

void report_unused_cells(const SurveySource& source, const Row& row) {
  for (const auto& [role, message] : kUnused)
    if (!source.sheet.texts(row, role).empty())
      source.context.findings->skipped(source.sheet.place(row, role), std::string(message));
}

}  // namespace tertulia::formats
