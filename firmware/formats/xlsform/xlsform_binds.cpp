// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_binds.h"

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "firmware/formats/xlsform/question_kinds.h"
#include "firmware/formats/xlsform/search_appearance.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

// Words for true and false are functions in an expression, as in the reference converter.
std::string condition(const FormSheet& sheet, const Row& row, std::string_view role) {
  std::string text = sheet.expression(row, role);
  if (is_one_of(folded(text), {"yes", "true"})) return "true()";
  if (is_one_of(folded(text), {"no", "false"})) return "false()";
  return text;
}

// The same for a column that wants nothing else than yes or no: no is nothing.
std::string condition_or_none(const FormSheet& sheet, const Row& row, std::string_view role) {
  const auto truth = truth_in_cell(sheet.value(row, role));
  if (truth) return *truth ? "true()" : "";
  return sheet.expression(row, role);
}

// What a device records by itself. The rest of it would tell one visitor or device from another.
void record(const std::string& type, Bind& bind) {
  if (type == "today") bind.type = ValueKind::kDate;
  if (is_one_of(type, {"start", "end"})) bind.type = ValueKind::kDateTime;
  if (type == "today") bind.calculation = "today()";
  if (type == "start") bind.default_value = "now()";
  if (type == "end") bind.calculation = "now()";
}

void read_choices_of(const SurveySource& source, const Row& row, Bind& bind) {
  const auto list = list_of_row(source.sheet, row);
  if (!list) return;
  bind.choice_filter = choice_filter_of(source.sheet, row);
  const std::string parameters = source.sheet.value(row, "parameters");
  bind.is_randomized = truth_in_cell(parameter_in(parameters, "randomize")).value_or(false);
  if (bind.is_randomized) bind.choice_seed = parameter_in(parameters, "seed");
  const auto use = source.uses.find(list->name);
  const bool is_table = use != source.uses.end() && use->second.is_read;
  const auto choices = source.lists.find(list_key(*list));
  if (is_table && choices != source.lists.end() && !choices->second.missing)
    bind.choice_list = table_name(list_key(*list));
}

}  // namespace

Bind read_bind(const SurveySource& source, const Row& row, const std::string& type) {
  const FormSheet& sheet = source.sheet;
  Bind bind;
  bind.type = value_kind_of(type);
  bind.relevant = condition(sheet, row, "relevant");
  if (type == "begin group" || type == "begin repeat") {
    bind.kind = type == "begin group" ? NodeKind::kGroup : NodeKind::kRepeat;
    if (bind.kind == NodeKind::kRepeat) bind.repeat_count = sheet.expression(row, "repeat_count");
    return bind;
  }
  if (is_metadata_type(type)) {
    record(type, bind);
    return bind;
  }
  bind.required = condition_or_none(sheet, row, "required");
  bind.constraint = condition(sheet, row, "constraint");
  bind.calculation = condition(sheet, row, "calculation");
  bind.read_only = condition_or_none(sheet, row, "read_only");
  bind.default_value = sheet.expression(row, "default");
  bind.trigger = sheet.expression(row, "trigger");
  read_choices_of(source, row, bind);
  return bind;
}

bool has_logic(const Bind& bind) {
  const bool is_always_required = bind.required.empty() || bind.required == "true()";
  return !is_always_required || !bind.relevant.empty() || !bind.constraint.empty() ||
         !bind.calculation.empty() || !bind.read_only.empty() || !bind.default_value.empty() ||
         !bind.choice_filter.empty() || bind.is_randomized;
}

}  // namespace tertulia::formats
