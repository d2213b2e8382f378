// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "firmware/domain/digest.h"
#include "firmware/domain/limits.h"
#include "firmware/formats/containers/table_file.h"
#include "firmware/formats/text/grouped_findings.h"
#include "firmware/formats/text/language_names.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/appearances.h"
#include "firmware/formats/xlsform/form_files.h"
#include "firmware/formats/xlsform/form_pictures.h"
#include "firmware/formats/xlsform/xform.h"
#include "firmware/formats/xlsform/xlsform_choices.h"
#include "firmware/formats/xlsform/xlsform_columns.h"
#include "firmware/formats/xlsform/xlsform_csv.h"
#include "firmware/formats/xlsform/xlsform_external.h"
#include "firmware/formats/xlsform/xlsform_logic.h"
#include "firmware/formats/xlsform/xlsform_loops.h"
#include "firmware/formats/xlsform/xlsform_rules.h"
#include "firmware/formats/xlsform/xlsform_sheets.h"
#include "firmware/formats/xlsform/xlsform_survey.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostOfAForm = 30'000;  // findings, before those of a kind become one

// "pulse" of "forms/pulse.csv".
std::string stem_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  const std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

bool is_id_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string with_id_letters(std::string text) {
  for (char& c : text)
    if (!is_id_letter(c)) c = '_';
  return text.substr(0, kLongestFormName);
}

// The first row of the sheet `settings` that sets anything, or nothing at all.
class Settings {
 public:
  Settings(const Sheet& sheet, const FormContext& context)
      : sheet_(sheet, context, "form_id"), context_(context) {
    for (const Row& row : sheet_.rows()) {
      if (!sheet_.has_value(row)) continue;
      if (row_.number > 0) {
        context.findings->skipped(sheet_.place(row, "form_id"),
                                  "Of the sheet 'settings' only the first row below the headers is read.");
        break;
      }
      row_ = row;
    }
  }

  std::string value(std::string_view role) const { return sheet_.value(row_, role); }
  LocalizedText title() const {
    LocalizedText title = sheet_.texts(row_, "form_title");
    return title.empty() ? sheet_.texts(row_, "title") : title;
  }
  std::string id() const {
    const std::string name = value("form_id");
    std::string id = with_id_letters(name.empty() ? stem_of(context_.file) : name);
    if (!name.empty() && id != name)
      context_.findings->guessed(sheet_.place(row_, "form_id"),
                                 "The form_id " + in_quotes(name) +
                                     " may have letters, digits, '_' and '-' only; " + in_quotes(id) +
                                     " is used.");
    return id;
  }
  // What the columns without a language are in; `fallback` when it says nothing.
  Language language(const Language& fallback) const {
    const std::string name = value("default_language");
    if (name.empty() || folded(name) == "default") return fallback;
    if (const auto language = language_named(name)) return *language;
    context_.findings->guessed(
        sheet_.place(row_, "default_language"),
        "The language " + in_quotes(name) + " is unknown; '" + fallback + "' is used.");
    return fallback;
  }
  void report_language(const Language& wanted, const Language& shown) const {
    if (language_named(value("default_language")) && shown != wanted)
      context_.findings->guessed(sheet_.place(row_, "default_language"),
                                 "No label is in '" + wanted + "', and the form begins in '" + shown +
                                     "'. Add the labels, or name another language here.");
  }
  DuplicateChoices duplicates() const {
    return truth_in_cell(value("allow_choice_duplicates")).value_or(false) ? DuplicateChoices::kDropped
                                                                           : DuplicateChoices::kWrong;
  }
  // Our own column: when a kiosk asks it.
  bool asks_while_running() const {
    const std::string when = folded(value("asks"));
    if (when == "running") return true;
    if (!when.empty() && when != "ended")
      context_.findings->guessed(sheet_.place(row_, "asks"),
                                 "A form asks about a session that is 'running' or has 'ended', and not " +
                                     in_quotes(value("asks")) + "; 'ended' is used.");
    return false;
  }
  void report_unknown() const {
    sheet_.report_unknown(
        {"form_title", "title", "form_id", "version", "default_language", "allow_choice_duplicates", "asks"});
  }

 private:
  FormSheet sheet_;
  const FormContext& context_;
  Row row_;
};

// Those with labels in either sheet, in the order of their columns.
std::vector<Language> languages_of(const FormSheet& survey, const FormSheet& choices) {
  std::vector<Language> languages = survey.languages("label");
  for (const Language& language : choices.languages("label"))
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
      languages.push_back(language);
  return languages;
}

// The default first; when no text is in it, the first language that has some becomes the default.
void choose_default(Questionnaire& form, const Language& wanted) {
  const auto found = std::find(form.languages.begin(), form.languages.end(), wanted);
  if (found != form.languages.end()) std::rotate(form.languages.begin(), found, found + 1);
  if (form.languages.empty()) form.languages.push_back(wanted);
  form.default_language = form.languages.front();
}

// What the importer cannot hand over in one piece is refused here.
void check_texts(const Questionnaire& form, const Place& place, Findings& findings) {
  if (const std::size_t bytes = bytes_of_texts(form); bytes > kMostFormBytes)
    findings.wrong(place,
                   "The texts of this form take up " + std::to_string(bytes >> 20U) +
                       " MiB, each list of choices counted as often as it is asked; there is room for " +
                       std::to_string(kMostFormBytes >> 20U) + ". Shorten the lists, or ask less.");
}

// What would not arrive at the hub is refused here.
void check_size(const Questionnaire& form, const Place& place, Findings& findings) {
  const std::size_t taken = size_without_texts(form);
  if (taken > kLargestAnswer)
    return findings.wrong(place, "The largest answer to this form has " + std::to_string(taken) +
                                     " bytes, and one message to the hub takes " +
                                     std::to_string(kLargestAnswer) +
                                     "; ask less, offer fewer choices, or shorten the names of questions and "
                                     "choices.");
  const std::size_t texts = count_texts(form);
  const std::size_t room = room_for_text(form);
  const std::string share = "Each of the " + std::to_string(texts) + " texts of this form has room for " +
                            std::to_string(room) + " bytes of the message to the hub";
  if (texts > 0 && room < kLeastTextBytes)
    findings.wrong(
        place, share + ", and " + std::to_string(kLeastTextBytes) + " are the least; ask for fewer texts.");
  else if (texts > 0 && room < kAmpleTextBytes)
    findings.guessed(place, share + "; the keyboard takes no more.");
}

// A large list is not needed any more once its choices are read.
void release(Workbook& book, std::string_view name) {
  for (Sheet& sheet : book.sheets)
    if (folded(sheet.name) == name) sheet.rows = {};
}

// A form without logic has no binds: it costs nothing. The groups around its questions stay, for exports.
void take_survey(const SurveySource& source, Questionnaire& form) {
  SurveyReading survey = read_survey(source);
  form.tables = tables_of(source, form.default_language);
  if (survey.is_whole) check_logic(source, form.tables, survey);
  take_headings(survey, form.default_language);
  const bool is_needed = survey.has_logic || has_references(survey);
  form.pages = std::move(survey.pages);
  form.calculated = std::move(survey.calculated);
  form.repeats = std::move(survey.repeats);
  bound_repeats(source, survey, form);
  if (is_needed) {
    form.binds = std::move(survey.binds);
    return;
  }
  form.tables.clear();
  for (Page& page : form.pages)
    for (Question& question : page.questions)
      if (question.path == "/data/" + question.name) question.path.clear();
}

Questionnaire form_of(const SourceFile& source, Workbook& book, FormContext context) {
  const Sheet none{"settings", {}};
  const auto sheet = [&](std::string_view name) -> const Sheet& {
    const Sheet* found = book.find(name);
    return found == nullptr ? none : *found;
  };
  const Settings settings(sheet("settings"), context);
  context.default_language = settings.language(context.default_language);
  const FormSheet survey(sheet("survey"), context, "type");
  std::optional<FormSheet> choices(std::in_place, sheet("choices"), context, "list_name");
  context.languages = languages_of(survey, *choices);
  FormPictures pictures;
  context.pictures = &pictures;

  Questionnaire form;
  form.id = settings.id();
  form.version = settings.value("version");
  form.title = settings.title();
  form.languages = context.languages;
  form.hash = sha256_hex(source.bytes);
  form.asks_while_running = settings.asks_while_running();
  choose_default(form, context.default_language);
  settings.report_language(context.default_language, form.default_language);
  settings.report_unknown();
  const ListUses uses = list_uses_in(survey);
  ChoiceLists lists = read_choices(*choices, context, uses, {settings.duplicates()});
  const FormSheet external(sheet("external_choices"), context, "list_name");
  lists.merge(read_choices(external, context, uses, {settings.duplicates(), std::string(kExternalLists)}));
  add_choices_of_files(survey, context, uses, lists);
  choices.reset();
  for (const std::string_view name : {"choices", "external_choices"}) release(book, name);
  take_survey({survey, lists, uses, context}, form);
  form.pictures = pictures.take();
  if (form.pages.empty() && !context.findings->any_wrong())
    context.findings->skipped({source.name, "survey"},
                              "The form has no question that a kiosk can ask, and is left out.");
  check_size(form, {source.name, "survey"}, *context.findings);
  check_texts(form, {source.name, "survey"}, *context.findings);
  if (form.title.empty()) form.title.set(form.default_language, form.id);
  return form;
}

bool is_companion(const SourceFile& source, const Workbook& book) {
  return kind_of(source.bytes) == FileKind::kText && book.sheets.empty() && book.other_sheets.empty();
}

}  // namespace

bool is_meant_as_form(const SourceFile& source) {
  const std::string name = lower_ascii(source.name);
  for (const std::string_view ending : {".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".fods",
                                        ".xml", ".numbers", ".html", ".htm"})
    if (name.ends_with(ending)) return true;
  const FileKind kind = kind_of(source.bytes);
  return kind == FileKind::kXForm || (is_table(kind) && kind != FileKind::kText);
}

bool is_surely_form(const SourceFile& source) {
  const FileKind kind = kind_of(source.bytes);
  return kind == FileKind::kText ? names_survey(source) : kind == FileKind::kXForm || is_table(kind);
}

bool has_survey(const SourceFile& source) {
  const FileKind kind = kind_of(source.bytes);
  if (kind == FileKind::kText || kind == FileKind::kXForm) return is_surely_form(source);
  Findings ignored;
  const auto book = is_table(kind) ? read_table_file(source, TableUse::kForm, ignored) : std::nullopt;
  return book && book->find("survey") != nullptr;
}

std::optional<Questionnaire> read_xlsform(const SourceFile& source, Workbook book,
                                          const Language& default_language, Findings& all_findings,
                                          const FilesBeside& beside) {
  if (book.find("survey") == nullptr) {
    if (is_companion(source, book))  // a list of choices, perhaps
      all_findings.skipped({source.name, ""}, "The sheet 'survey' is missing, so this is no form.");
    else
      all_findings.wrong(
          {source.name, ""},
          "The sheet 'survey' is missing; an XLSForm has its questions there." + names_of_sheets(book));
    return std::nullopt;
  }
  Findings findings(kMostOfAForm);
  report_unread_sheets(book, source.name, findings);
  const FormContext context{source.name, default_language, {}, &findings, beside};
  leave_out_loops(book, context);
  Questionnaire form = form_of(source, book, context);
  all_findings.add(grouped_by_kind(findings));
  if (findings.any_wrong() || form.pages.empty()) return std::nullopt;
  return form;
}

std::optional<Questionnaire> read_form(const SourceFile& source, const Language& default_language,
                                       Findings& findings, const FilesBeside& beside) {
  const FileKind kind = kind_of(source.bytes);
  if (kind == FileKind::kXml) {
    findings.skipped({source.name, ""}, cure_of(kind));  // a list of choices, perhaps
    return std::nullopt;
  }
  auto book = kind == FileKind::kXForm  ? read_xform(source, findings)
              : kind == FileKind::kText ? read_xlsform_csv(source, findings)
                                        : read_table_file(source, TableUse::kForm, findings);
  if (!book) return std::nullopt;
  return read_xlsform(source, *std::move(book), default_language, findings, beside);
}

}  // namespace tertulia::formats
