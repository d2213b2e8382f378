// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_survey.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "firmware/domain/limits.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/appearances.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kDeepest = 16;

enum class Block { kGroup, kRepeat };

struct OpenBlock {
  Block block = Block::kGroup;
  const Row* begin = nullptr;
  std::string path;  // "group/inner/" with the names of those around it
  LocalizedText title;
  bool is_conditional = false;
  bool is_page = false;
  bool is_table = false;
};

std::string_view name_of(Block block) { return block == Block::kGroup ? "group" : "repeat"; }

class SurveyParser {
 public:
  explicit SurveyParser(const SurveySource& source)
      : source_(source), sheet_(source.sheet), findings_(*source.context.findings) {}

  std::vector<Page> read() {
    for (const Row& row : sheet_.rows()) take(row);
    for (const OpenBlock& open : open_)
      findings_.wrong(sheet_.place(*open.begin, "type"), "The " + std::string(name_of(open.block)) +
                                                             " is never closed; add 'end_" +
                                                             std::string(name_of(open.block)) + "'.");
    return std::move(pages_);
  }

 private:
  void take(const Row& row) {
    if (truth_of(sheet_.value(row, "disabled")).value_or(false)) return;
    const std::string type = plain_type(sheet_.value(row, "type"));
    if (type == "begin group") return begin(row, Block::kGroup);
    if (type == "begin repeat") return begin(row, Block::kRepeat);
    if (type == "end group") return end(row, Block::kGroup);
    if (type == "end repeat") return end(row, Block::kRepeat);
    if (type.empty()) {
      if (!sheet_.value(row, "name").empty() || !sheet_.texts(row, "label").empty())
        findings_.wrong(sheet_.place(row, "type"), "The row has no type; write one, or empty the row.");
      return;
    }
    if (!is_in_repeat()) question(row);
  }

  bool is_in_repeat() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const OpenBlock& open) { return open.block == Block::kRepeat; });
  }
  bool is_on_page() const {
    return std::any_of(open_.begin(), open_.end(), [](const OpenBlock& open) { return open.is_page; });
  }

  bool is_in_table() const {
    return std::any_of(open_.begin(), open_.end(), [](const OpenBlock& open) { return open.is_table; });
  }

  void begin(const Row& row, Block block) {
    if (open_.size() >= kDeepest) {
      findings_.wrong(sheet_.place(row, "type"), "Groups lie more than 16 deep; flatten the form.");
      return;
    }
    report_unused_cells(source_, row);
    if (block == Block::kRepeat)
      findings_.skipped(sheet_.place(row, "type"),
                        "A kiosk does not repeat questions; the repeat is left out.");
    const std::string name = sheet_.value(row, "name");
    if (!name.empty()) static_cast<void>(is_new_in_group(row, name));
    // A group without a name is another group than its neighbour.
    const std::string path = this->path() + (name.empty() ? std::to_string(row.number) : name) + "/";
    OpenBlock open{block, &row, path, sheet_.texts(row, "label"), !sheet_.value(row, "relevant").empty(),
                   false, false};
    sheet_.report_missing(row, "label", open.title);
    for (const std::string& word : split(lower_ascii(sheet_.value(row, "appearance")), ' ')) {
      if (word == "field-list" || word == "table-list") open.is_page = true;
      if (word == "table-list") open.is_table = true;
      if (!word.empty() && !is_one_of(word, {"field-list", "table-list"}) && !is_layout(word))
        findings_.skipped(sheet_.place(row, "appearance"),
                          "The appearance " + in_quotes(word) + " of a group is not used on a kiosk.");
    }
    if (open.is_page && !is_on_page()) page_ = Page{open.title, {}};
    open_.push_back(std::move(open));
  }

  void end(const Row& row, Block block) {
    if (open_.empty() || open_.back().block != block) {
      findings_.wrong(sheet_.place(row, "type"),
                      open_.empty() ? "This ends a " + std::string(name_of(block)) + " that never began."
                                    : "This ends a " + std::string(name_of(block)) + ", but row " +
                                          std::to_string(open_.back().begin->number) + " began a " +
                                          std::string(name_of(open_.back().block)) + ".");
      return;
    }
    const bool was_page = open_.back().is_page;
    open_.pop_back();
    if (!was_page || is_on_page() || page_.questions.empty()) return;
    take_heading(page_);
    pages_.push_back(std::move(page_));
  }

  std::string path() const { return open_.empty() ? std::string() : open_.back().path; }

  // Two of one name in one group are wrong: nobody could tell their answers apart.
  bool is_new_in_group(const Row& row, const std::string& name) {
    const Place place = sheet_.place(row, "name");
    const auto [first, is_new] = places_.try_emplace(path() + name, place.where);
    if (!is_new)
      findings_.wrong(place, "The name " + in_quotes(name) + " stands twice in one group, here and in " +
                                 first->second + "; rename one.");
    return is_new;
  }

  // In different groups a name may stand again. The answers of a form lie beside each other, so the later
  // ones are called after their group, too.
  void make_unique(const Row& row, Question& question) {
    if (names_.insert(question.name).second) return;
    const std::string name = question.name;
    const std::string group = open_.empty() ? std::string() : sheet_.value(*open_.back().begin, "name");
    question.name = group.empty() ? name : group.substr(0, kLongestFormName / 2) + "." + name;
    question.name.resize(std::min(question.name.size(), kLongestFormName - 6));
    const std::string stem = question.name;
    for (int number = 2; !names_.insert(question.name).second; ++number)
      question.name = stem + "." + std::to_string(number);
    findings_.guessed(sheet_.place(row, "name"),
                      "The name " + in_quotes(name) +
                          " stands in another group, too; these answers are called " +
                          in_quotes(question.name) + ".");
  }

  LocalizedText group_title() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (!open->title.empty()) return open->title;
    return {};
  }

  // Says once what is too much; from then on nothing is read.
  bool has_room_for(const Row& row, const Question& question) {
    if (const auto* choices = choices_of(question.kind)) offered_ += choices->size();
    if (names_.size() >= kMostQuestions)
      findings_.wrong(sheet_.place(row, "name"),
                      "A form has at most 10,000 questions; make two forms of it.");
    else if (offered_ > kMostOffered)
      findings_.wrong(sheet_.place(row, "type"),
                      "The questions up to here offer more than 200,000 choices in all, each list counted as "
                      "often as it is asked; make two forms of it, or shorten the lists.");
    else
      return true;
    is_full_ = true;
    return false;
  }

  void question(const Row& row) {
    if (is_full_) return;
    auto question = read_question(source_, row);
    if (!question) return;
    report_unused_cells(source_, row);
    if (!is_new_in_group(row, question->name)) return;
    if (!has_room_for(row, *question)) return;
    make_unique(row, *question);
    for (const OpenBlock& open : open_)
      if (open.is_conditional) question->required = false;
    if (is_in_table()) make_row_of_table(question->kind);
    if (is_on_page())
      page_.questions.push_back(std::move(*question));
    else
      pages_.push_back({group_title(), {std::move(*question)}});
  }

  const SurveySource& source_;
  const FormSheet& sheet_;
  Findings& findings_;
  std::vector<OpenBlock> open_;
  std::set<std::string> names_;                // of questions, as their answers are called
  std::map<std::string, std::string> places_;  // "group/name" to the cell in which it stands first
  std::size_t offered_ = 0;                    // choices, of all questions
  bool is_full_ = false;
  Page page_;  // of the outermost field-list group that is open
  std::vector<Page> pages_;
};

}  // namespace

std::vector<Page> read_survey(const SurveySource& source) {
  source.sheet.report_unknown({"type",          "name",          "label",
                               "hint",          "required",      "required_message",
                               "appearance",    "constraint",    "parameters",
                               "relevant",      "calculation",   "default",
                               "read_only",     "choice_filter", "constraint_message",
                               "guidance_hint", "image",         "audio",
                               "video",         "repeat_count",  "disabled"});
  return SurveyParser(source).read();
}

}  // namespace tertulia::formats
