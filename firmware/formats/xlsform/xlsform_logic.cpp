// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_logic.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "firmware/domain/form_parts.h"
#include "firmware/formats/expressions/form_rules.h"
#include "firmware/formats/expressions/text_template.h"
#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "firmware/formats/xlsform/type_names.h"

namespace tertulia::formats {
namespace {

// Compiled, an expression takes up to 60 times its text: with these the importer stays within its memory.
constexpr std::size_t kMostExpressionBytes = 2ULL << 20U;  // of a form
constexpr std::size_t kMostWrongTexts = 100;               // then the rest is not checked

struct ColumnUse {
  std::string Bind::*expression;
  std::string_view without;  // what happens when it is taken out
};

ColumnUse use_of(FormColumn column) {
  switch (column) {
    case FormColumn::kRelevant:
      return {&Bind::relevant, "This is always asked."};
    case FormColumn::kRequired:
      return {&Bind::required, "The answer may be left out."};
    case FormColumn::kConstraint:
      return {&Bind::constraint, "Any answer is taken."};
    case FormColumn::kCalculation:
      return {&Bind::calculation, "Nothing is calculated here."};
    case FormColumn::kReadOnly:
      return {&Bind::read_only, "The answer can be changed."};
    case FormColumn::kDefault:
      return {&Bind::default_value, "The question starts without an answer."};
    case FormColumn::kTrigger:
      return {&Bind::trigger, "The calculation is made whenever what it reads changes."};
    case FormColumn::kChoiceFilter:
      return {&Bind::choice_filter, "All choices are offered."};
    case FormColumn::kParameters:
      return {&Bind::choice_seed, "The order of the choices is another one for each visitor."};
    case FormColumn::kRepeatCount:
      return {&Bind::repeat_count, "Visitors say themselves how often it is asked."};
    case FormColumn::kName:
      break;
  }
  return {nullptr, ""};
}

constexpr FormColumn kColumnsOfExpressions[] = {
    FormColumn::kRelevant,   FormColumn::kRequired,   FormColumn::kConstraint, FormColumn::kCalculation,
    FormColumn::kReadOnly,   FormColumn::kDefault,    FormColumn::kTrigger,    FormColumn::kChoiceFilter,
    FormColumn::kParameters, FormColumn::kRepeatCount};

std::string at_character(std::size_t position, const std::string& message) {
  return position <= 1 ? message : "At character " + std::to_string(position) + ": " + message;
}

class LogicChecker {
 public:
  LogicChecker(const SurveySource& source, SurveyReading& survey)
      : source_(source), survey_(survey), findings_(*source.context.findings) {
    for (std::size_t at = 0; at < survey.binds.size(); ++at) places_.emplace(survey.binds[at].path, at);
  }

  void check(const std::vector<FormTable>& tables) {
    if (const std::size_t bytes = bytes_of_expressions(); bytes > kMostExpressionBytes)
      return findings_.wrong({source_.context.file, "survey"},
                             "The expressions of this form have " + std::to_string(bytes >> 10U) +
                                 " KiB, and there is room for " +
                                 std::to_string(kMostExpressionBytes >> 10U) +
                                 "; calculate once what many of them need, or make two forms of it.");
    std::vector<FormFault> faults;
    const auto rules = FormRules::compile({"data", survey_.binds, ChoiceTables::of(tables)}, faults);
    for (const FormFault& fault : faults) report(fault);
    for (std::size_t at = 0; at < survey_.binds.size(); ++at)
      for (const FormColumn column : kColumnsOfExpressions)
        if (asks_last_saved(survey_.binds[at].*use_of(column).expression))
          report_last_saved(source_.sheet.place(*survey_.rows[at], to_text(column)));
    for (std::size_t at = 0; at < survey_.binds.size(); ++at)
      if (survey_.binds[at].kind != NodeKind::kQuestion)
        check_texts(*rules, at, "label", source_.sheet.texts(*survey_.rows[at], "label"));
    for (const Page& page : survey_.pages)
      for (const Question& question : page.questions) check_texts_of(*rules, question);
  }

  // In the order of the form, so that a group comes before what lies in it.
  void mark_conditional() {
    std::vector<bool> is_conditional;
    for (const Bind& bind : survey_.binds) {
      const auto group = places_.find(std::string_view(bind.path).substr(0, bind.path.rfind('/')));
      is_conditional.push_back(!bind.relevant.empty() ||
                               (group != places_.end() && is_conditional[group->second]));
    }
    for (Page& page : survey_.pages)
      for (Question& question : page.questions)
        question.is_conditional = is_conditional[places_.find(question.path)->second];
  }

 private:
  std::size_t bytes_of_expressions() const {
    std::size_t bytes = 0;
    for (const Bind& bind : survey_.binds)
      for (const auto expression : kExpressionsOfBind) bytes += (bind.*expression).size();
    return bytes;
  }

  void report(const FormFault& fault) {
    const auto at = places_.find(fault.path);
    if (at == places_.end()) return;
    const Row& row = *survey_.rows[at->second];
    const bool is_of_search =
        fault.column == FormColumn::kChoiceFilter && source_.sheet.value(row, "choice_filter").empty();
    const Place place =
        source_.sheet.place(row, is_of_search ? std::string_view("appearance") : to_text(fault.column));
    const std::string message = at_character(is_of_search ? 0 : fault.position, fault.message);
    const ColumnUse use = use_of(fault.column);
    if (!fault.is_beyond_kiosk || use.expression == nullptr) return findings_.wrong(place, message);
    findings_.skipped(place, message + " " + std::string(use.without));
    (survey_.binds[at->second].*use.expression).clear();
  }

  void check_texts_of(const FormRules& rules, const Question& question) {
    const std::size_t at = places_.find(question.path)->second;
    for (const auto& [column, text] : kQuestionTexts) check_texts(rules, at, column, question.*text);
    const auto list = list_of_row(source_.sheet, *survey_.rows[at]);
    const auto found = list ? source_.lists.find(list_key(*list)) : source_.lists.end();
    if (found == source_.lists.end()) return;
    for (const ChoiceList::Reference& each : found->second.references)
      check_text(rules, at, each.place, found->second.choices[each.choice].label.in(each.language));
  }

  void check_texts(const FormRules& rules, std::size_t at, std::string_view role,
                   const LocalizedText& texts) {
    for (const auto& [language, text] : texts.all())
      if (text.find("${") != std::string::npos)
        check_text(rules, at, source_.sheet.place(*survey_.rows[at], role, language), text);
  }

  void check_text(const FormRules& rules, std::size_t at, const Place& place, std::string_view text) {
    const auto node = rules.schema().find(survey_.binds[at].path);
    if (!node || wrong_texts_ > kMostWrongTexts) return;
    const auto compiled = TextTemplate::compile(text, rules.scope(*node));
    if (compiled && text.find(kLastSaved) != std::string_view::npos) report_last_saved(place);
    if (compiled) return;
    findings_.wrong(place, ++wrong_texts_ > kMostWrongTexts
                               ? "More texts are wrong: cure those above first."
                               : at_character(compiled.error().position, compiled.error().message));
  }

  // Once of each place: many questions may show the same choices.
  void report_last_saved(const Place& place) {
    if (said_last_saved_.insert(place.file + " " + place.where).second)
      findings_.skipped(place,
                        "What 'last-saved' stands for is always empty: a kiosk keeps nothing of the person "
                        "before, who is somebody else.");
  }

  const SurveySource& source_;
  SurveyReading& survey_;
  Findings& findings_;
  std::map<std::string_view, std::size_t> places_;  // of paths: the number of the bind
  std::size_t wrong_texts_ = 0;
  std::set<std::string> said_last_saved_;  // places
};

bool refers(const LocalizedText& texts) {
  for (const auto& [language, text] : texts.all())
    if (text.find("${") != std::string::npos) return true;
  return false;
}

// A question takes its choices from "towns.csv", or from that file in another format.
bool is_asked_from_file(const std::string& name, const ChoiceLists& lists) {
  return std::any_of(std::begin(kTableEndings), std::end(kTableEndings),
                     [&](std::string_view ending) { return lists.contains(name + std::string(ending)); });
}

// "towns.xml" where a row says that "towns" is a table in XML; else the name.
std::string declared_file(const std::string& name, const FormSheet& survey) {
  for (const Row& row : survey.rows()) {
    std::string file = external_file(survey, row, plain_type(survey.value(row, "type")));
    if (!file.empty() && table_name(file) == name) return file;
  }
  return name;
}

bool has_table(const std::vector<FormTable>& tables, const std::string& name) {
  return std::any_of(tables.begin(), tables.end(), [&](const FormTable& each) { return each.name == name; });
}

}  // namespace

std::vector<FormTable> tables_of(const SurveySource& source, const Language& language) {
  std::vector<FormTable> tables;
  for (const auto& [name, use] : source.uses) {
    if (!use.is_read) continue;
    bool is_list = is_asked_from_file(name, source.lists);
    for (const bool has_other : {false, true}) {
      const std::string key = list_key({name, has_other});
      const auto list = source.lists.find(key);
      if (list == source.lists.end() || list->second.missing) continue;
      if (has_table(tables, table_name(key)))
        source.context.findings->wrong({source.context.file, "survey"},
                                       "Expressions cannot tell " + in_quotes(key) +
                                           " from another list or file that is called " +
                                           in_quotes(table_name(key)) + ", too; rename one of them.");
      tables.push_back(table_of(table_name(key), list->second, language));
      is_list = true;
    }
    if (is_list) continue;
    const std::string file = declared_file(name, source.sheet);
    auto table = table_of_file(file, source.context);
    if (table && !has_table(tables, table->name)) tables.push_back(*std::move(table));
  }
  return tables;
}

bool has_references(const SurveyReading& survey) {
  for (const Repeat& repeat : survey.repeats)
    if (refers(repeat.title)) return true;
  for (const Page& page : survey.pages) {
    if (refers(page.title)) return true;
    for (const Question& question : page.questions) {
      for (const QuestionText& each : kQuestionTexts)
        if (refers(question.*each.text)) return true;
      if (const auto* choices = choices_of(question.kind))
        for (const Choice& choice : *choices)
          if (refers(choice.label)) return true;
    }
  }
  return false;
}

void check_logic(const SurveySource& source, const std::vector<FormTable>& tables, SurveyReading& survey) {
  LogicChecker checker(source, survey);
  checker.check(tables);
  checker.mark_conditional();
}

}  // namespace tertulia::formats
