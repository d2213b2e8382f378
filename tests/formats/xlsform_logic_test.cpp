// SPDX-License-Identifier: Apache-2.0
// The logic of a form as its reader hands it on. What each column becomes is in tests/formats/forms/logic-*.
#include "firmware/domain/limits.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(xlsform_logic, a_form_without_logic_costs_nothing) {
  const FormReading reading =
      read_survey_rows("type,name,label,required", ",select_one yesno,a,A,yes\n,text,b,B,no\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(reading.form->binds, IsEmpty());
  EXPECT_THAT(reading.form->tables, IsEmpty());
  EXPECT_EQ(reading.question("a").path, "");
}

TEST(xlsform_logic, without_logic_the_groups_around_a_question_stay) {
  const FormReading reading =
      read_survey_rows("type,name,label", ",begin_group,g,G\n,text,a,A\n,end_group,,\n,text,b,B\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(reading.form->binds, IsEmpty());
  EXPECT_EQ(reading.question("a").path, "/data/g/a");
  EXPECT_EQ(reading.question("b").path, "");
}

TEST(xlsform_logic, a_question_has_the_path_of_its_bind) {
  const FormReading reading = read_survey_rows(
      "type,name,label,relevant", ",begin_group,g,G,\n,text,a,A,\n,end_group,,,\n,text,b,B,${a} = 1\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.question("a").path, "/data/g/a");
  EXPECT_EQ(reading.question("b").path, "/data/b");
}

TEST(xlsform_logic, a_required_question_stays_so_when_it_is_conditional) {
  const FormReading reading = read_survey_rows(
      "type,name,label,required,relevant",
      ",text,x,X,,\n,text,a,A,yes,${x} = 1\n,begin_group,g,G,,${x} = 1\n,text,b,B,yes,\n,end_group,,,,\n");
  ASSERT_TRUE(reading.form);
  for (const char* name : {"a", "b"}) {
    EXPECT_TRUE(reading.question(name).required) << name;
    EXPECT_TRUE(reading.question(name).is_conditional) << name;
  }
  EXPECT_FALSE(reading.question("x").is_conditional);
}

TEST(xlsform_logic, a_condition_that_is_taken_out_makes_nothing_conditional) {
  const FormReading reading =
      read_survey_rows("type,name,label,relevant", ",text,a,A,area('x') > 1\n,text,b,B,${a} = 1\n");
  ASSERT_TRUE(reading.form);
  EXPECT_FALSE(reading.question("a").is_conditional);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E3", "This is always asked."));
}

TEST(xlsform_logic, blanks_within_an_expression_stay) {
  const FormReading reading = read_survey_rows("type,name,label,calculation",
                                               ",text,a,A,\n,calculate,c,,\"concat(${a},\u00A0'  ')\"\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->binds.back().calculation, "concat(${a}, '  ')");
}

TEST(xlsform_logic, smart_quotes_are_quotes) {
  const FormReading reading =
      read_survey_rows("type,name,label,relevant", ",text,a,A,\n,text,b,B,${a} = \u2018x\u2019\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->binds.back().relevant, "${a} = 'x'");
}

TEST(xlsform_logic, a_group_that_depends_on_what_is_in_it_is_wrong) {
  const FormReading reading =
      read_survey_rows("type,name,label,relevant", ",begin_group,g,G,${a} = 1\n,text,a,A,\n,end_group,,,\n");
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!E3", "depends on itself"));
}

TEST(xlsform_logic, names_stand_once_in_a_group_whatever_they_name) {
  EXPECT_THAT(wrong(read_survey_rows("type,name,label", ",image,a,A\n,text,a,A\n").findings),
              SaysAt("survey!C4", "stands twice"));
}

TEST(xlsform_logic, choices_out_of_other_answers_are_not_offered) {
  const FormReading reading = read_survey_rows("type,name,label", ",text,who,Who?\n,select_one ${who},a,A\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B4", "come out of other answers"));
}

TEST(xlsform_logic, expressions_that_the_importer_has_no_room_for_are_refused) {
  const std::string sum = "1" + std::string(3000, '+') + "1";
  std::string rows;
  for (int at = 0; at < 800; ++at) rows += ",note,q" + std::to_string(at) + ",Q," + sum + "\n";
  const FormReading reading = read_survey_rows("type,name,label,relevant", rows);
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings),
              ElementsAre(testing::HasSubstr("survey: The expressions of this form")));
}

TEST(xlsform_logic, a_hundred_wrong_texts_are_said_and_that_there_are_more) {
  std::string rows;
  for (int at = 0; at < 150; ++at) rows += ",note,q" + std::to_string(at) + ",${x}\n";
  const FormReading reading = read_survey_rows("type,name,label", rows);
  EXPECT_EQ(wrong(reading.findings).size(), 2U);  // those of a kind are one
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!D3", "And 99 more of this kind"));
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!D103", "cure those above first"));
}

TEST(xlsform_logic, a_repeat_whose_name_stands_twice_is_wrong) {
  const FormReading reading =
      read_survey_rows("type,name,label", ",text,r,R\n,begin_repeat,r,R\n,text,a,A\n,end_repeat,,\n");
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!C4", "stands twice"));
}

TEST(xlsform_logic, the_answers_of_a_repeat_count_as_often_as_it_repeats) {
  const auto size = [](const std::string& count) {
    const FormReading reading =
        read_survey_rows("type,name,label,repeat_count",
                         ",begin_repeat,r,R," + count + "\n,integer,a,A,\n,text,b,B,\n,end_repeat,,,\n");
    EXPECT_TRUE(reading.form);
    return reading.form ? std::pair{size_without_texts(*reading.form), count_texts(*reading.form)}
                        : std::pair<std::size_t, std::size_t>{};
  };
  EXPECT_EQ(size("4").second, 4U);
  EXPECT_EQ(size("3").first - size("2").first, size("2").first - size("1").first);
}

TEST(xlsform_logic, a_repeat_is_asked_as_often_as_the_message_has_room_for) {
  std::string rows = ",begin_repeat,r,R\n";
  for (int at = 0; at < 200; ++at) rows += ",integer,a" + std::to_string(at) + ",A\n";
  const FormReading reading = read_survey_rows("type,name,label", rows + ",end_repeat,,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(guessed(reading.findings), SaysAt("survey!B3", "at most"));
  Questionnaire form = *reading.form;
  EXPECT_LE(size_without_texts(form), kLargestAnswer);
  ++form.repeats.front().at_most;
  EXPECT_GT(size_without_texts(form), kLargestAnswer);
}

}  // namespace
}  // namespace tertulia::formats
