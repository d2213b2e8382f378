// SPDX-License-Identifier: Apache-2.0
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

std::string shown(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return "'" + *text + "'";
  const auto* nodes = std::get_if<Nodes>(&value);
  if (nodes == nullptr) return text_of(value);
  std::string all = "{";
  for (const _xmlNode* node : *nodes) all += (node == nodes->front() ? "" : "|") + text_of(node);
  return all + "}";
}

}  // namespace

FormSchema Survey::make_schema() {
  FormSchema schema;
  for (const char* name : {"name", "age", "income", "zero", "negative", "blank", "agree", "spaced",
                           "greeting", "colours", "colour", "born", "met", "clock", "no", "total", "secret"})
    EXPECT_TRUE(schema.add("/data/" + std::string(name), NodeKind::kQuestion));
  EXPECT_TRUE(schema.add("/data/home", NodeKind::kGroup));
  EXPECT_TRUE(schema.add("/data/home/street", NodeKind::kQuestion));
  EXPECT_TRUE(schema.add("/data/home/number", NodeKind::kQuestion));
  EXPECT_TRUE(schema.add("/data/person", NodeKind::kRepeat));
  EXPECT_TRUE(schema.add("/data/person/called", NodeKind::kQuestion));
  EXPECT_TRUE(schema.add("/data/person/years", NodeKind::kQuestion));
  EXPECT_TRUE(schema.add("/data/person/pet", NodeKind::kRepeat));
  EXPECT_TRUE(schema.add("/data/person/pet/species", NodeKind::kQuestion));
  return schema;
}

ChoiceTables Survey::make_tables() {
  ChoiceTables tables;
  ChoiceTable towns("towns", {"name", "label", "county", "people"});
  EXPECT_TRUE(towns.add_row({"lis", "Lisboa", "west", "545000"}));
  EXPECT_TRUE(towns.add_row({"por", "Porto", "north", "232000"}));
  EXPECT_TRUE(towns.add_row({"bra", "Braga", "north", "193000"}));
  EXPECT_TRUE(towns.add_row({"far", "Faro", "south", "61000.0"}));
  tables.add(std::move(towns));
  ChoiceTable colours("colours", {"name", "label"});
  EXPECT_TRUE(colours.add_row({"red", "Rot"}));
  EXPECT_TRUE(colours.add_row({"blue", "Blau"}));
  EXPECT_TRUE(colours.add_row({"green", "Grün"}));
  tables.add(std::move(colours));
  return tables;
}

EvaluationContext Survey::context() {
  EvaluationContext context;
  context.now = wall_from_rfc3339("2024-03-15T23:30:00Z").value();
  context.zone = "Europe/Berlin";
  context.words.months[2] = "März";
  context.words.days[6] = "Sa";
  context.seed = 7;
  return context;
}

Survey::Survey() {
  lists_.resize(schema_.size());
  for (const char* name : {"/data/colour", "/data/colours"})
    lists_[*schema_.find(name)] = tables_.find("colours");
  evaluator_.set_context(context());
  const SchemaId person = *schema_.find("/data/person");
  const SchemaId pet = *schema_.find("/data/person/pet");
  for (const int pets : {2, 0, 1}) {
    InstanceNode* added = instance_.add_repetition(instance_.root(), person);
    for (int at = 0; at < pets; ++at) instance_.add_repetition(*added, pet);
  }
  for (const auto& [path, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"/data/name", "Ana"},
           {"/data/age", "42"},
           {"/data/income", "1234.5"},
           {"/data/zero", "0"},
           {"/data/negative", "-3"},
           {"/data/agree", "yes"},
           {"/data/spaced", "  two   words "},
           {"/data/greeting", "Hello, wörld"},
           {"/data/colours", "red blue green"},
           {"/data/colour", "red"},
           {"/data/born", "1984-02-29"},
           {"/data/met", "2024-03-10T09:30:00.000+01:00"},
           {"/data/clock", "13:45:00.000+01:00"},
           {"/data/no", "false"},
           {"/data/secret", "hidden"},
           {"/data/home/street", "Main St"},
           {"/data/home/number", "12"},
           {"/data/person[1]/called", "Ana"},
           {"/data/person[2]/called", "Bia"},
           {"/data/person[3]/called", "Caio"},
           {"/data/person[1]/years", "30"},
           {"/data/person[2]/years", "7"},
           {"/data/person[1]/pet[1]/species", "dog"},
           {"/data/person[1]/pet[2]/species", "cat"},
           {"/data/person[3]/pet[1]/species", "bird"}})
    answer(path, value);
  instance_.set_relevant(*instance_.find("/data/secret"), false);
}

void Survey::answer(std::string_view path, std::string value) {
  InstanceNode* node = instance_.find(path);
  ASSERT_NE(node, nullptr) << path;
  instance_.set_value(*node, std::move(value));
}

Scope Survey::scope(std::string_view at) {
  return {&schema_, &tables_, &lists_, instance_.find(at)->schema, {}};
}

std::string Survey::result_of(std::string_view expression, std::string_view at) {
  const auto compiled = Expression::compile(expression, scope(at));
  if (!compiled) return "! " + std::to_string(compiled.error().position) + " " + compiled.error().message;
  const auto value = evaluator_.evaluate(compiled.value(), *instance_.find(at));
  return value ? shown(value.value()) : "! " + value.error().message;
}

void expect_all(std::span<const Case> cases) {
  Survey survey;
  for (const Case& each : cases) {
    const std::string result = survey.result_of(each.expression, each.at);
    const std::string_view wanted = each.result;
    if (wanted.starts_with('!'))
      EXPECT_TRUE(result.starts_with(wanted))
          << each.expression << "\n  gives " << result << "\n  not   " << wanted;
    else
      EXPECT_EQ(result, wanted) << each.expression << " at " << each.at;
  }
}

}  // namespace tertulia::formats
