// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_survey.h"

#include <algorithm>
#include <string>
#include <utility>

#include "firmware/domain/limits.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/appearances.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "firmware/formats/xlsform/or_other.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_binds.h"
#include "firmware/formats/xlsform/xlsform_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMostTypesNamed = 10;  // rows that one finding names

// The columns that are read.
constexpr std::string_view kSurveyRoles[] = {"type",          "name",          "label",
                                             "hint",          "required",      "required_message",
                                             "appearance",    "constraint",    "parameters",
                                             "relevant",      "calculation",   "default",
                                             "read_only",     "choice_filter", "constraint_message",
                                             "guidance_hint", "image",         "audio",
                                             "video",         "repeat_count",  "disabled",
                                             "trigger"};

struct OpenBlock {
  NodeKind kind = NodeKind::kGroup;
  const Row* begin = nullptr;
  std::string path;  // "/data/group/inner"
  std::string name;
  LocalizedText title;
  bool is_page = false;
  std::size_t pages_before = 0;
  std::size_t calculated_before = 0;
  std::vector<std::string> left_out;  // types of rows that a kiosk does not ask
  bool is_table = false;
};

std::string_view name_of(NodeKind kind) { return kind == NodeKind::kGroup ? "group" : "repeat"; }

class SurveyParser {
 public:
  explicit SurveyParser(const SurveySource& source)
      : source_(source),
        sheet_(source.sheet),
        findings_(*source.context.findings),
        names_(source.sheet, findings_) {}

  SurveyReading read() {
    for (const Row& row : sheet_.rows()) take(row);
    for (const OpenBlock& open : open_)
      findings_.wrong(sheet_.place(*open.begin, "type"), "The " + std::string(name_of(open.kind)) +
                                                             " is never closed; add 'end_" +
                                                             std::string(name_of(open.kind)) + "'.");
    return std::move(reading_);
  }

 private:
  void take(const Row& row) {
    if (truth_in_cell(sheet_.value(row, "disabled")).value_or(false)) return;
    const std::string type = plain_type(sheet_.value(row, "type"));
    if (type == "begin group") return begin(row, NodeKind::kGroup);
    if (type == "begin repeat") return begin(row, NodeKind::kRepeat);
    if (type == "end group") return end(row, NodeKind::kGroup);
    if (type == "end repeat") return end(row, NodeKind::kRepeat);
    if (type.empty()) return without_type(row);
    if (!reading_.is_whole) return;
    if (const std::string file = external_file(sheet_, row, type);
        !file.empty() && source_.context.beside && source_.context.beside(file))
      return;  // only says that expressions read it
    const auto path = names_.node(row, group_path());
    if (!path) return;
    if (is_metadata_type(type)) return metadata(row, type, *path);
    if (is_calculated(row, type)) return calculated(row, type, *path);
    question(row, type, *path);
  }

  // A name or a label says that something is to be asked. A column that is not read is said by itself.
  void without_type(const Row& row) {
    if (!sheet_.value(row, "name").empty() || !sheet_.texts(row, "label").empty())
      return findings_.wrong(sheet_.place(row, "type"), "The row has no type; write one, or empty the row.");
    for (const std::string_view role : kSurveyRoles) {
      const std::string text = sheet_.texts(row, role).in(source_.context.default_language);
      if (!text.empty())
        return findings_.skipped(
            sheet_.place(row, role),
            "The row has no type, so that " + in_quotes(text) +
                " belongs to no question and is not read. Write a type, or empty the row.");
    }
  }

  bool is_on_page() const {
    return std::any_of(open_.begin(), open_.end(), [](const OpenBlock& open) { return open.is_page; });
  }
  std::string group_path() const { return open_.empty() ? "/data" : open_.back().path; }
  std::string repeat_path() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (open->kind == NodeKind::kRepeat) return open->path;
    return {};
  }
  LocalizedText group_title() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (!open->title.empty()) return open->title;
    return {};
  }

  bool is_in_table() const {
    return std::any_of(open_.begin(), open_.end(), [](const OpenBlock& open) { return open.is_table; });
  }

  void begin(const Row& row, NodeKind kind) {
    if (open_.size() >= kDeepest) {
      findings_.wrong(sheet_.place(row, "type"), "Groups lie more than 16 deep; flatten the form.");
      return;
    }
    report_unused_of_group(source_, row, kind);
    OpenBlock open{kind, &row, {},   sheet_.value(row, "name"), sheet_.texts(row, "label"), false, 0,
                   0,    {},   false};
    const auto path = names_.node(row, group_path());
    open.path = path ? *path : group_path();  // else the form is refused
    if (path)
      add_bind(row, *path,
               read_bind(source_, row, kind == NodeKind::kGroup ? "begin group" : "begin repeat"));
    if (path && has_logic(reading_.binds.back())) reading_.has_logic = true;
    sheet_.report_missing(row, "label", open.title);
    for (const std::string& word : split(lower_ascii(sheet_.value(row, "appearance")), ' ')) {
      if (word == "field-list" || word == "table-list") open.is_page = true;
      if (word == "table-list") open.is_table = true;
      if (!word.empty() && !is_one_of(word, {"field-list", "table-list"}) && !is_layout(word))
        findings_.skipped(sheet_.place(row, "appearance"),
                          "The appearance " + in_quotes(word) + " of a group is not used on a kiosk.");
    }
    open.is_page = open.is_page || (kind == NodeKind::kGroup && is_matrix_behind(row));
    const bool begins_page = open.is_page && !is_on_page();
    if (kind == NodeKind::kRepeat) finish_page();
    open.pages_before = reading_.pages.size();
    open.calculated_before = reading_.calculated.size();
    open_.push_back(std::move(open));
    if (begins_page || (kind == NodeKind::kRepeat && is_on_page())) begin_page();
    if (kind == NodeKind::kRepeat && path)
      reading_.repeats.push_back({open_.back().path, open_.back().title, 1});
  }

  // The next row labels one. On pages of their own its rows, without the labels of choices, would say
  // nothing.
  bool is_matrix_behind(const Row& row) const {
    const std::size_t next = static_cast<std::size_t>(&row - sheet_.rows().data()) + 1;
    if (next >= sheet_.rows().size()) return false;
    const Row& first = sheet_.rows()[next];
    const auto words = split(lower_ascii(sheet_.value(first, "appearance")), ' ');
    return list_of_row(sheet_, first) && std::find(words.begin(), words.end(), "label") != words.end();
  }

  void end(const Row& row, NodeKind kind) {
    if (open_.empty() || open_.back().kind != kind) {
      findings_.wrong(sheet_.place(row, "type"),
                      open_.empty() ? "This ends a " + std::string(name_of(kind)) + " that never began."
                                    : "This ends a " + std::string(name_of(kind)) + ", but row " +
                                          std::to_string(open_.back().begin->number) + " began a " +
                                          std::string(name_of(open_.back().kind)) + ".");
      return;
    }
    const OpenBlock closed = std::move(open_.back());
    open_.pop_back();
    if (kind == NodeKind::kRepeat || (closed.is_page && !is_on_page())) finish_page();
    if (kind == NodeKind::kRepeat) {
      drop_if_empty(closed);
      if (is_on_page()) begin_page();
    }
    if (!open_.empty())
      open_.back().left_out.insert(open_.back().left_out.end(), closed.left_out.begin(),
                                   closed.left_out.end());
  }

  // Of the outermost field-list group that is open; a repeat has pages of its own.
  void begin_page() {
    page_ = Page{group_title(), {}, repeat_path()};
    for (const OpenBlock& open : open_) {
      if (!open.is_page) continue;
      if (open.path.size() > repeat_path().size()) page_.title = open.title;
      break;
    }
  }
  void finish_page() {
    if (!page_.questions.empty()) reading_.pages.push_back(std::move(page_));
    page_ = {};
  }

  // A repeat in which nothing is asked or calculated would be asked for without an end.
  void drop_if_empty(const OpenBlock& closed) {
    const bool is_counted = !sheet_.value(*closed.begin, "repeat_count").empty();
    const bool has_values = reading_.calculated.size() > closed.calculated_before;
    if (reading_.pages.size() > closed.pages_before || (is_counted && has_values)) {
      reading_.has_logic = true;
      return;
    }
    const std::string inside =
        closed.left_out.empty() ? "" : " (" + quoted_list(closed.left_out, kMostTypesNamed) + ")";
    findings_.skipped(sheet_.place(*closed.begin, "type"),
                      "Nothing in this repeat can be asked on a kiosk" + inside + "; it is left out.");
    reading_.calculated.resize(closed.calculated_before);
    std::erase_if(reading_.repeats, [&](const Repeat& repeat) {
      return repeat.path == closed.path || repeat.path.starts_with(closed.path + "/");
    });
  }

  void add_bind(const Row& row, const std::string& path, Bind bind) {
    bind.path = path;
    reading_.binds.push_back(std::move(bind));
    reading_.rows.push_back(&row);
  }

  // Start, end and today are there for expressions. None of it goes with the answers.
  void metadata(const Row& row, const std::string& type, const std::string& path) {
    add_bind(row, path, read_bind(source_, row, type));
    const std::string written = in_quotes(sheet_.value(row, "type"));
    if (is_one_of(type, {"start", "end", "today"}))
      return findings_.skipped(sheet_.place(row, "type"),
                               written + " is not recorded: answers are anonymous.");
    if (!std::exchange(is_anonymity_said_, true))
      findings_.guessed(sheet_.place(row, "type"),
                        written +
                            " is not recorded, nor is anything else that tells who "
                            "answers or on which device: answers are anonymous. "
                            "Expressions find it empty.");
  }

  bool is_calculated(const Row& row, const std::string& type) const {
    if (is_one_of(type, {"calculate", "hidden"})) return true;
    return !sheet_.value(row, "calculation").empty() && sheet_.texts(row, "label").empty() &&
           sheet_.texts(row, "hint").empty();
  }

  void calculated(const Row& row, const std::string& type, const std::string& path) {
    const std::string name = sheet_.value(row, "name");
    if (!is_named(source_, row, name)) return;
    Bind bind = read_bind(source_, row, type);
    const bool is_made = !bind.calculation.empty() || !bind.default_value.empty();
    if ((bind.calculation + bind.default_value).find("now(") != std::string::npos)
      findings_.guessed(
          sheet_.place(row, "calculation"),
          "This value goes with the answers and may tell when somebody gave them. If nobody needs "
          "that, take it out, or write today() for now().");
    add_bind(row, path, std::move(bind));
    if (!is_made && type == "hidden") return;  // filled from outside, which nothing does on a kiosk
    if (!is_made)
      return findings_.skipped(
          sheet_.place(row, "calculation"),
          "There is no calculation and no default, so the value is always empty; it is left "
          "out of the answers.");
    if (!has_room_for(row, 0)) return;
    reading_.has_logic = true;
    reading_.calculated.push_back({names_.answer(row, name, group_name()), path});
  }

  std::string group_name() const { return open_.empty() ? std::string() : open_.back().name; }

  // Says once what is too much; from then on nothing is read.
  bool has_room_for(const Row& row, std::size_t offered) {
    offered_ += offered;
    if (names_.answers() >= kMostQuestions)
      findings_.wrong(sheet_.place(row, "name"),
                      "A form has at most 10,000 questions; make two forms of it.");
    else if (offered_ > kMostOffered)
      findings_.wrong(sheet_.place(row, "type"),
                      "The questions up to here offer more than 200,000 choices in all, each list counted as "
                      "often as it is asked; make two forms of it, or shorten the lists.");
    else
      return true;
    reading_.is_whole = false;
    return false;
  }

  void question(const Row& row, const std::string& type, const std::string& path) {
    Bind bind = read_bind(source_, row, type);
    auto read = read_question(source_, row);
    if (!read) {
      if (!open_.empty()) open_.back().left_out.push_back(sheet_.value(row, "type"));
      return add_bind(row, path, std::move(bind));
    }
    Question& question = read->question;
    report_unused_cells(source_, row);
    if (read->is_heading && question.label.empty()) return add_bind(row, path, std::move(bind));
    if (read->is_heading) reading_.headings.insert(path);
    if (!asks(question.kind)) bind.required.clear();
    if (!takes_default(question, bind.default_value)) {
      findings_.skipped(sheet_.place(row, "default"),
                        "The default " + in_quotes(bind.default_value) +
                            " is no answer to this question, which starts without "
                            "one.");
      bind.default_value.clear();
    }
    Bind checked = bind;
    if (read->takes_constraint) checked.constraint.clear();
    reading_.has_logic = reading_.has_logic || has_logic(checked);
    add_bind(row, path, std::move(bind));
    const auto* choices = choices_of(question.kind);
    if (!has_room_for(row, choices == nullptr ? 0 : choices->size())) return;
    const std::string node = path.substr(path.rfind('/') + 1);
    question.name = names_.answer(row, question.name, group_name());
    question.path = path;
    add_question(std::move(question));
    const auto list = list_of_row(sheet_, row);
    if (list && list->has_other) ask_other(row, node);
  }

  void add_question(Question question) {
    if (is_in_table()) make_row_of_table(question.kind);
    if (is_on_page())
      page_.questions.push_back(std::move(question));
    else
      reading_.pages.push_back({group_title(), {std::move(question)}, repeat_path()});
  }

  void ask_other(const Row& row, const std::string& of) {
    Question text = text_of_other(of, source_.context);
    const auto path = names_.node(row, group_path(), text.name);
    if (!path || !has_room_for(row, 0)) return;
    Bind bind;
    bind.relevant = "selected(${" + of + "}, 'other')";
    add_bind(row, *path, std::move(bind));
    reading_.has_logic = true;
    text.name = names_.answer(row, text.name, group_name());
    text.path = *path;
    add_question(std::move(text));
    if (std::exchange(is_other_said_, true)) return;
    for (const Language& language : without_words_of_other(source_.context))
      findings_.guessed(
          sheet_.place(row, "type"),
          "What 'or_other' adds has no words in '" + language +
              "'; English is shown. Add a choice 'other' and a text question to the form instead.");
  }

  const SurveySource& source_;
  const FormSheet& sheet_;
  Findings& findings_;
  SurveyNames names_;
  std::vector<OpenBlock> open_;
  std::size_t offered_ = 0;  // choices, of all questions
  bool is_anonymity_said_ = false;
  bool is_other_said_ = false;
  Page page_;
  SurveyReading reading_;
};

}  // namespace

SurveyReading read_survey(const SurveySource& source) {
  source.sheet.report_unknown({std::begin(kSurveyRoles), std::end(kSurveyRoles)});
  if (!source.sheet.rows().empty() && !source.sheet.has("type"))
    source.context.findings->wrong(
        {source.context.file, "survey"},
        "No column of the sheet is called 'type', so that none of its rows is read. "
        "Write the headers 'type', 'name' and 'label' above the rows.");
  return SurveyParser(source).read();
}

}  // namespace tertulia::formats
