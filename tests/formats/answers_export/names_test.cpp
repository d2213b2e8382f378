// SPDX-License-Identifier: Apache-2.0
// Names of files, sheets and columns: whatever a form calls its parts, each has a place of its own.
#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "firmware/domain/digest.h"
#include "firmware/formats/answers_export/answer_name.h"
#include "firmware/formats/answers_export/unique_names.h"
#include "firmware/formats/answers_export/workbook.h"
#include "tests/formats/answers_export/reading.h"
#include "tests/formats/answers_export/survey.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsSupersetOf;

TEST(names_of_sheets, are_such_as_a_workbook_may_have_and_all_different) {
  EXPECT_THAT(
      sheet_names_for({"survey", "Survey", "a/b[c]", "History", std::string(40, 'x'), std::string(41, 'x')}),
      ElementsAre("survey", "Survey-2", "a-b-c-", "History-2", std::string(31, 'x'),
                  std::string(29, 'x') + "-2"));
}

TEST(names_of_answers, are_taken_apart_or_left_alone) {
  EXPECT_EQ(parse_answer_name("age"), (AnswerName{"age", {}}));
  EXPECT_EQ(parse_answer_name("age[2][11]"), (AnswerName{"age", {2, 11}}));
  for (const char* name : {"age[", "age[]", "age[0]", "age[x]", "age[1]b", "age[1][", "age]1["})
    EXPECT_FALSE(parse_answer_name(name)) << name;
}

TEST(names_of_files, are_plain_and_no_two_are_one_on_a_stick) {
  EXPECT_EQ(file_name_like("home visit/a.b"), "home-visit-a-b");
  EXPECT_EQ(file_name_like(""), "form");
  UniqueNames unique({"codebook"});
  std::vector<std::string> names;
  for (const char* name : {"a", "A", "a-2", "a", "codebook"}) names.push_back(unique.take(name));
  EXPECT_THAT(names, ElementsAre("a", "A-2", "a-2-2", "a-3", "codebook-2"));
}

// What each file has of the only answer, under the name that it has there.
TEST(groups_of_a_form_without_logic, are_in_every_file) {
  const FormReading reading = read_survey_rows(
      "type,name,label", ",begin_group,where,Where,\n,text,town,Town\n,end_group,,\n,text,mood,Mood\n");
  ASSERT_TRUE(reading.form);
  Exports exports;
  exports.versions = {&*reading.form};
  exports.answers = {stored(1, *reading.form, {{"town", "Faro"}, {"mood", "good"}})};
  exports.write();
  const auto row = testing::Contains(IsSupersetOf(Record{{"where/town", "Faro"}, {"mood", "good"}}));
  EXPECT_THAT(records_in_csv(exports.read("survey.csv")), row);
  EXPECT_THAT(records_in_sheet(exports.read("survey.xlsx"), "survey"), row);
  EXPECT_EQ(nlohmann::json::parse(exports.read("survey.jsonl")).at("where/town"), "Faro");
  const auto submissions = submissions_in(exports.read("survey.odk.zip"));
  EXPECT_EQ(Xml(submissions.begin()->second).one("/data/where/town"), "Faro");
}

TEST(repeats, that_no_file_can_be_called_after_have_files_of_their_own) {
  LogicForm form;
  const char* const names[] = {"家", "車", "codebook", "a.b", "a-b"};
  Answers answers;
  for (const std::string name : names) {
    form.repeat(name);
    form.asks(name + "/of" + std::to_string(answers.size()));
    answers["of" + std::to_string(answers.size()) + "[1]"] = name;
  }
  Exports exports;
  exports.versions = {&form.form()};
  exports.answers = {stored(1, form.form(), answers)};
  const FormExported exported = exports.write();
  std::set<std::filesystem::path> files;
  std::vector<std::string> tables;
  for (const WrittenFile& file : exported.files) {
    files.insert(file.path);
    if (file.path.extension() == ".csv") tables.push_back(exports.read(file.path.filename()));
  }
  EXPECT_EQ(files.size(), exported.files.size()) << "two have one name";
  for (const std::string name : names)
    EXPECT_EQ(std::count_if(tables.begin(), tables.end(),
                            [&](const std::string& table) {
                              return table.find("\r\n\"" + name + "\"") != std::string::npos;
                            }),
              1)
        << name;
  EXPECT_THAT(records_in_csv(exports.read("survey.codebook.csv")),
              testing::Contains(IsSupersetOf(Record{{"row", "question"}, {"repeat", "codebook"}})));
}

TEST(questions, that_are_called_like_what_json_says_of_an_answer_have_their_type_behind) {
  LogicForm form;
  form.asks("_xform_id_string");
  form.asks("_id");
  Exports exports;
  exports.versions = {&form.form()};
  exports.answers = {stored(1, form.form(), {{"_xform_id_string", "mine"}, {"_id", "seven"}})};
  exports.write();
  const auto json = nlohmann::json::parse(exports.read("survey.jsonl"));
  EXPECT_EQ(json.at("_xform_id_string"), "form");
  EXPECT_EQ(json.at("_xform_id_string (text)"), "mine");
  const auto rows = records_in_csv(exports.read("survey.csv"));
  EXPECT_EQ(rows.at(0).at("_xform_id_string (text)"), "mine");
  EXPECT_EQ(rows.at(0).at("_id (text)"), "seven");
}

// Each answer to a form of which nobody knows the version is in the file, beside the repeat.
TEST(answers, that_are_called_like_a_repeat_are_beside_it) {
  const Questionnaire known = second_version();
  Questionnaire lost = known;
  lost.hash = std::string(64, '0');
  Exports exports;
  exports.versions = {&known};
  exports.answers = {stored(1, lost, {{"person", "somebody"}, {"called[1]", "Ana"}})};
  exports.write();
  const auto json = nlohmann::json::parse(exports.read("survey.jsonl"));
  EXPECT_EQ(json.at("person (text)"), "somebody");
  EXPECT_EQ(json.at("person")[0].at("person/called"), "Ana");
  EXPECT_EQ(records_in_csv(exports.read("survey.csv")).at(0).at("person (text)"), "somebody");
}

TEST(large_and_small_numbers, have_no_exponent) {
  const Questionnaire form = second_version();
  Exports exports;
  exports.versions = {&form};
  exports.answers = {stored(1, form, {{"total", 1e21}}), stored(2, form, {{"total", 2.5e-7}})};
  exports.write();
  const auto rows = records_in_csv(exports.read("survey.csv"));
  const auto submissions = submissions_in(exports.read("survey.odk.zip"));
  for (std::size_t at = 0; at < 2; ++at) {
    const char* const text = std::array{"1000000000000000000000", "0.00000025"}[at];
    EXPECT_EQ(Xml(submissions.at(exports.answers[at].submission.id.text())).one("/data/total"), text);
    EXPECT_EQ(rows.at(at).at("total"), text);
  }
}

TEST(an_export_without_answers, is_whole_in_every_format) {
  const Questionnaire form = second_version();
  Exports exports;
  exports.versions = {&form};
  const FormExported exported = exports.write();
  EXPECT_TRUE(records_in_csv(exports.read("survey.csv")).empty());
  EXPECT_TRUE(records_in_sheet(exports.read("survey.xlsx"), "survey").empty());
  EXPECT_TRUE(submissions_in(exports.read("survey.odk.zip")).empty());
  EXPECT_EQ(exports.read("survey.odk.zip").size(), 22U) << "an archive, and no empty file";
  for (const WrittenFile& file : exported.files)
    EXPECT_EQ(sha256_hex(exports.read(file.path.filename())), file.digest) << file.path;
}

}  // namespace
}  // namespace tertulia::formats
