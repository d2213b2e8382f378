// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_question.h"

#include <array>
#include <utility>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kFaces = 5;

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kUnused{{
    {"relevant", "The condition is not evaluated: this is always asked, and may be left out."},
    {"calculation", "The calculation is not evaluated."},
    {"default", "The default is not set; the question starts without an answer."},
    {"choice_filter", "The filter is not evaluated; all choices are shown."},
    {"read_only", "read_only is not used; the question can be answered."},
    {"constraint_message", "The message is not used; the kiosk explains limits in its own words."},
    {"guidance_hint", "Guidance hints are not shown."},
    {"image", "Pictures are not shown yet."},
    {"audio", "Sounds are not played."},
    {"video", "Films are not played."},
}};

constexpr std::array<std::string_view, 8> kSelectOne{
    "select one from ", "select_one_from ",  "select_one ", "select one ",
    "select1 ",         "select one using ", "one of ",     "single select "};
constexpr std::array<std::string_view, 6> kSelectMultiple{"select all that apply from ",
                                                          "select all that apply ",
                                                          "select multiple from ",
                                                          "select_multiple ",
                                                          "select multiple ",
                                                          "select many "};

bool is_metadata(std::string_view type) {
  return is_one_of(
      type, {"start", "end", "today", "deviceid", "device id", "phonenumber", "phone number", "username",
             "email", "subscriberid", "simserial", "audit", "start-geopoint", "background-audio"});
}

// Reads one row; `type_` keeps the case of a list's name, `kind_` is for comparing.
class QuestionReader {
 public:
  QuestionReader(const SurveySource& source, const Row& row)
      : sheet_(source.sheet),
        lists_(source.lists),
        findings_(*source.context.findings),
        language_(source.context.default_language),
        row_(row),
        type_(source.sheet.value(row, "type")),
        kind_(lower_ascii(type_)) {}

  std::optional<Question> read() {
    auto type = read_type();
    if (!type) return std::nullopt;
    Question question;
    question.type = std::move(*type);
    if (!read_name(question)) return std::nullopt;
    read_texts(question);
    read_required(question);
    read_appearance(question);
    read_constraint(question);
    return question;
  }

 private:
  Place at(std::string_view role) const { return sheet_.place(row_, role); }

  std::optional<QuestionType> read_type() {
    for (const std::string_view prefix : kSelectOne)
      if (kind_.starts_with(prefix)) return select<SelectOne>(prefix);
    for (const std::string_view prefix : kSelectMultiple)
      if (kind_.starts_with(prefix)) return select<SelectMultiple>(prefix);
    if (is_one_of(kind_, {"text", "string"})) return Text{};
    if (is_one_of(kind_, {"integer", "int"})) return Integer{};
    if (kind_ == "note") return Note{};
    if (kind_ == "date") return Date{};
    if (kind_ == "time") return TimeOfDay{};
    if (kind_ == "range") return range();
    if (is_metadata(kind_))
      findings_.skipped(at("type"), in_quotes(type_) + " is not recorded: answers are anonymous.");
    else
      findings_.skipped(at("type"), "A kiosk does not ask questions of type " + in_quotes(type_) + ".");
    return std::nullopt;
  }

  template <class Select>
  std::optional<QuestionType> select(std::string_view prefix) {
    std::string list(trim(std::string_view(type_).substr(prefix.size())));
    for (const std::string_view other : {" or_other", " or other", " or specify other"}) {
      if (!lower_ascii(list).ends_with(other)) continue;
      list.resize(list.size() - other.size());
      findings_.skipped(at("type"), "'or_other' is not offered; add a choice 'Other' and a text question.");
    }
    const auto found = lists_.find(list);
    if (found == lists_.end()) {
      findings_.wrong(at("type"), "The list " + in_quotes(list) + " is not in the sheet 'choices'.");
      return std::nullopt;
    }
    Select type;
    type.choices = found->second;
    return type;
  }

  std::optional<QuestionType> range() {
    auto range = range_of(sheet_.value(row_, "parameters"));
    if (range.ok()) return range.value();
    findings_.wrong(at("parameters"), range.error().message);
    return std::nullopt;
  }

  bool read_name(Question& question) {
    question.name = sheet_.value(row_, "name");
    if (question.name.empty() && std::holds_alternative<Note>(question.type))
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
    for (const std::string_view role : {"label", "hint", "required_message"})
      sheet_.report_missing(row_, role);
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
    if (std::holds_alternative<Note>(question.type)) return;
    const std::string text = sheet_.value(row_, "required");
    const auto truth = truth_of(text);
    if (!truth)
      findings_.skipped(at("required"), "The condition " + in_quotes(text) +
                                            " is not evaluated; the answer may be left out.");
    // A question that was meant for some only must not hold up the others.
    question.required = truth.value_or(false) && sheet_.value(row_, "relevant").empty();
  }

  bool apply_appearance(Question& question, const std::string& word) {
    if (auto* text = std::get_if<Text>(&question.type); text != nullptr && word == "multiline")
      return text->multiline = true;
    // A kiosk shows none for a day anyway.
    if (std::holds_alternative<Date>(question.type) && word == "no-calendar") return true;
    auto* one = std::get_if<SelectOne>(&question.type);
    if (one == nullptr || word != "faces" || one->choices.size() != kFaces) return false;
    one->look = ChoiceLook::kFaces;
    return true;
  }

  void read_appearance(Question& question) {
    for (const std::string& word : split(lower_ascii(sheet_.value(row_, "appearance")), ' ')) {
      if (word.empty() || apply_appearance(question, word)) continue;
      findings_.skipped(at("appearance"), word == "faces"
                                              ? "Faces need a select_one with five choices, worst to best; "
                                                "shown as a list."
                                              : unused_appearance(question, word));
    }
  }

  // Of a date, who reads the answers has to know what was asked instead.
  static std::string unused_appearance(const Question& question, const std::string& word) {
    const std::string finding = "The appearance " + in_quotes(word) + " is not used on a kiosk";
    if (!std::holds_alternative<Date>(question.type)) return finding + ".";
    if (is_one_of(word, {"month-year", "year"})) return finding + "; the whole date is asked.";
    if (is_one_of(word,
                  {"ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist"}))
      return finding + "; the Gregorian calendar is asked.";
    return finding + ".";
  }

  void read_constraint(Question& question) {
    const std::string text = sheet_.value(row_, "constraint");
    if (text.empty()) return;
    if (auto* multiple = std::get_if<SelectMultiple>(&question.type)) {
      multiple->at_most = at_most_of(text);
      if (multiple->at_most) return;
    }
    if (auto* integer = std::get_if<Integer>(&question.type)) {
      if (const auto limits = limits_of(text)) {
        integer->least = limits->least;
        integer->most = limits->most;
        return;
      }
    }
    if (auto* date = std::get_if<Date>(&question.type)) {
      if (auto limited = date_limits_of(text)) {
        *date = *std::move(limited);
        return;
      }
    }
    findings_.skipped(at("constraint"), "The constraint " + in_quotes(text) +
                                            " is not checked on a kiosk; any answer is taken.");
  }

  const FormSheet& sheet_;
  const ChoiceLists& lists_;
  Findings& findings_;
  const Language& language_;
  const Row& row_;
  std::string type_;
  std::string kind_;
};

}  // namespace

std::optional<Question> read_question(const SurveySource& source, const Row& row) {
  return QuestionReader(source, row).read();
}

void report_unused_cells(const SurveySource& source, const Row& row) {
  for (const auto& [role, message] : kUnused)
    if (!source.sheet.texts(row, role).empty())
      source.context.findings->skipped(source.sheet.place(row, role), std::string(message));
}

}  // namespace tertulia::formats
