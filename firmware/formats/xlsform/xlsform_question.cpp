// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_question.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "firmware/domain/form_parts.h"
#include "firmware/formats/expressions/answer_text.h"
#include "firmware/formats/expressions/form_plan.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/form_pictures.h"
#include "firmware/formats/xlsform/question_kinds.h"
#include "firmware/formats/xlsform/search_appearance.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kUnused{{
    {"guidance_hint", "Guidance hints are not shown."},
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

  std::optional<QuestionReading> read() {
    auto kind = read_kind(source_, row_);
    if (!kind) return std::nullopt;
    QuestionReading reading;
    Question& question = reading.question;
    question.kind = *std::move(kind);
    if (!read_name(question)) return std::nullopt;
    read_texts(question);
    report_parameters(question.kind);
    const bool offers = choices_of(question.kind) != nullptr;
    question.required = asks(question.kind) && truth_in_cell(sheet_.value(row_, "required")).value_or(false);
    read_appearance(question);
    reading.is_heading = offers && std::holds_alternative<Note>(question.kind);
    if (!reading.is_heading || !question.hint.empty() || !question.picture.empty()) show_something(question);
    if (!offers && !sheet_.value(row_, "choice_filter").empty())
      findings_.skipped(at("choice_filter"), "The question has no choices that this could filter.");
    leave_out_pictures(question.kind);
    const std::string constraint = sheet_.value(row_, "constraint");
    reading.takes_constraint = constraint.empty() || take_constraint(question.kind, constraint);
    return reading;
  }

 private:
  Place at(std::string_view role) const { return sheet_.place(row_, role); }

  bool read_name(Question& question) {
    question.name = sheet_.value(row_, "name");
    if (question.name.empty() && !asks(question.kind))
      question.name = "generated_note_" + std::to_string(row_.number);
    return is_named(source_, row_, question.name);
  }

  void read_texts(Question& question) {
    for (const auto& [column, text] : kQuestionTexts) {
      const bool is_asked = text == &Question::label || text == &Question::hint;
      question.*text = sheet_.texts(row_, column, is_asked ? BoldWords::kMarked : BoldWords::kPlain);
      sheet_.report_missing(row_, column, question.*text);
    }
    question.picture = picture_names(sheet_, row_, source_.context);
  }

  void show_something(Question& question) const {
    if (!question.label.empty()) return;
    findings_.guessed(at("label"), "The question has no label; its hint or name is shown.");
    question.label = question.hint;
    if (question.label.empty()) question.label.set(language_, question.name);
  }

  // A range says by itself what it does not know.
  void report_parameters(const QuestionKind& kind) const {
    std::vector<std::string_view> known;
    if (choices_of(kind) != nullptr) known = {"randomize", "seed", "value", "label"};
    if (std::holds_alternative<Range>(kind)) known = {"start", "end", "step"};
    if (std::holds_alternative<Text>(kind)) known = {"rows"};  // how high it is, and a kiosk's has its height
    for (const std::string& name : parameter_names(sheet_.value(row_, "parameters"))) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      if (const auto meant = nearest(name, known))
        findings_.wrong(at("parameters"), "The parameter " + in_quotes(name) +
                                              " is unknown; it seems to be '" + std::string(*meant) +
                                              "'. Correct it.");
      else
        findings_.skipped(at("parameters"), "The parameter " + in_quotes(name) + " is not used on a kiosk.");
    }
  }

  // Faces are pictures themselves, and what is put in order stands in rows.
  void leave_out_pictures(QuestionKind& kind) {
    auto* ranking = std::get_if<Ranking>(&kind);
    auto* one = std::get_if<SelectOne>(&kind);
    const bool is_faces = one != nullptr && one->look == ChoiceLook::kFaces;
    if (ranking == nullptr && !is_faces) return;
    std::vector<Choice>& choices = is_faces ? one->choices : ranking->choices;
    bool has_some = false;
    for (Choice& choice : choices) has_some = !std::exchange(choice.picture, {}).empty() || has_some;
    if (has_some)
      findings_.skipped(at("type"), is_faces ? "The pictures of the choices are not shown: faces are."
                                             : "The pictures of choices that are put in order are not shown; "
                                               "ask with select_one or select_multiple to show them.");
  }

  void read_appearance(Question& question) {
    const SearchAppearance search = search_in(sheet_.value(row_, "appearance"));
    if (!search.file.empty()) take_appearance(question.kind, "search");
    for (const std::string& word : split(lower_ascii(search.rest), ' ')) {
      if (word.empty() || take_appearance(question.kind, word)) continue;
      findings_.skipped(at("appearance"),
                        word == "faces" ? "Faces need a select_one with five choices, worst to best; "
                                          "shown as a list."
                                        : "The appearance " + in_quotes(word) + " is not used on a kiosk" +
                                              asked_instead(question.kind, word) + ".");
    }
    question.required = question.required && asks(question.kind);  // a heading asks nothing
  }

  const SurveySource& source_;
  const FormSheet& sheet_;
  Findings& findings_;
  const Language& language_;
  const Row& row_;
};

}  // namespace

std::optional<QuestionReading> read_question(const SurveySource& source, const Row& row) {
  return QuestionParser(source, row).read();
}

bool takes_default(const Question& question, const std::string& text) {
  if (text.empty() || is_dynamic_default(text) || !asks(question.kind)) return true;
  return !std::holds_alternative<std::monostate>(answer_from(text, question));
}

bool is_named(const SurveySource& source, const Row& row, const std::string& name) {
  if (is_question_name(name)) return true;
  source.context.findings->wrong(
      source.sheet.place(row, "name"),
      name.empty() ? "The question has no name; write one in the column 'name'."
                   : "The name " + in_quotes(name) +
                         " must be letters, digits, '_', '-' and '.', at most 64, and start "
                         "with a letter or '_'.");
  return false;
}

void report_unused_cells(const SurveySource& source, const Row& row) {
  for (const auto& [role, message] : kUnused)
    if (!source.sheet.texts(row, role).empty())
      source.context.findings->skipped(source.sheet.place(row, role), std::string(message));
}

void report_unused_of_group(const SurveySource& source, const Row& row, NodeKind kind) {
  report_unused_cells(source, row);
  Findings& findings = *source.context.findings;
  const FormSheet& sheet = source.sheet;
  if (!sheet.texts(row, "image").empty())
    findings.skipped(sheet.place(row, "image"),
                     "The picture of a group is not shown; give it to a question or to a note.");
  if (!sheet.texts(row, "hint").empty())
    findings.skipped(sheet.place(row, "hint"),
                     "The hint of a group is not shown; make it a note in the group.");
  for (const std::string_view role : {"required", "constraint", "calculation", "read_only", "default",
                                      "choice_filter", "trigger", "parameters", "repeat_count"}) {
    const bool is_used = role == "repeat_count" && kind == NodeKind::kRepeat;
    if (is_used || truth_in_cell(sheet.value(row, role)) == false) continue;
    findings.skipped(sheet.place(row, role),
                     role == "repeat_count"
                         ? "A group is not repeated, and this is not read; write 'begin_repeat'."
                         : "This is not read of a group; write it into the rows of its questions.");
  }
}

}  // namespace tertulia::formats
