// SPDX-License-Identifier: Apache-2.0
// The contract of FormRun: repeats.
#include "drivers/forms/xform_runner.h"
#include "tests/support/logic_form.h"

namespace tertulia {
namespace {

using Asked = std::vector<std::string>;

TEST(form_repeats, an_open_repeat_is_asked_once_and_then_whether_there_is_one_more) {
  XFormRunner runner;
  LogicForm form;
  form.asks("village");
  form.repeat("person");
  form.asks("person/name");
  form.asks("person/age", Integer{});
  form.asks("end");
  FormPerson person(runner, form);
  EXPECT_EQ(person.asked(), (Asked{"village", "name[1]", "age[1]", "+/data/person", "end"}));
  person.adds("/data/person");
  EXPECT_EQ(person.asked(),
            (Asked{"village", "name[1]", "age[1]", "name[2]", "age[2]", "+/data/person", "end"}));
  EXPECT_EQ(person.question("age[2]"), (QuestionNow{2, 0, "age[2]"}));
  EXPECT_EQ(person.run().now().questions[5].page, 2U);
}

TEST(form_repeats, answers_in_repetitions_keep_apart) {
  XFormRunner runner;
  LogicForm form;
  form.repeat("person");
  form.asks("person/age", Integer{});
  form.asks("person/school").relevant = "${age} < 18";
  form.makes("sum").calculation = "sum(${age})";
  FormPerson person(runner, form);
  person.adds("/data/person");
  person.answers("age[1]", whole(40));
  person.answers("age[2]", whole(10));
  EXPECT_EQ(person.asked(), (Asked{"age[1]", "age[2]", "school[2]", "+/data/person"}));
  EXPECT_EQ(person.has("sum"), text("50"));
}

TEST(form_repeats, no_more_repetitions_than_fit_into_one_message) {
  XFormRunner runner;
  LogicForm form;
  form.repeat("person", 2);
  form.asks("person/name");
  FormPerson person(runner, form);
  person.adds("/data/person");
  EXPECT_EQ(person.asked(), (Asked{"name[1]", "name[2]"}));
  EXPECT_FALSE(person.run().add_repetition("/data/person").ok());
  person.removes("/data/person");
  EXPECT_EQ(person.asked(), (Asked{"name[1]", "+/data/person"}));
}

TEST(form_repeats, the_last_repetition_goes_with_its_answers) {
  XFormRunner runner;
  LogicForm form;
  form.repeat("person");
  form.asks("person/age", Integer{});
  form.makes("person/double").calculation = "${age} * 2";
  form.makes("sum").calculation = "sum(${double})";
  FormPerson person(runner, form);
  person.adds("/data/person");
  person.answers("age[1]", whole(1));
  person.answers("age[2]", whole(2));
  EXPECT_EQ(person.has("double[2]"), text("4"));
  EXPECT_EQ(person.has("sum"), text("6"));
  person.removes("/data/person");
  EXPECT_EQ(person.all(), (Answers{{"age[1]", whole(1)}, {"double[1]", text("2")}, {"sum", text("2")}}));
  person.adds("/data/person");
  EXPECT_EQ(person.has("age[2]"), AnswerValue());
}

TEST(form_repeats, a_repeat_can_lose_all_its_repetitions_and_get_one_again) {
  XFormRunner runner;
  LogicForm form;
  form.repeat("person");
  form.asks("person/name").default_value = "Ana";
  form.asks("end");
  FormPerson person(runner, form);
  person.removes("/data/person");
  EXPECT_EQ(person.asked(), (Asked{"+/data/person", "end"}));
  EXPECT_FALSE(person.run().remove_repetition("/data/person").ok());
  person.adds("/data/person");
  EXPECT_EQ(person.asked(), (Asked{"name[1]", "+/data/person", "end"}));
  EXPECT_EQ(person.has("name[1]"), text("Ana"));
}

TEST(form_repeats, a_repeat_that_is_not_relevant_does_not_ask_for_more) {
  XFormRunner runner;
  LogicForm form;
  form.asks("any", SelectOne{choices({"yes", "no"})});
  form.repeat("person").relevant = "${any} = 'yes'";
  form.asks("person/name");
  FormPerson person(runner, form);
  EXPECT_EQ(person.asked(), (Asked{"any"}));
  person.answers("any", text("yes"));
  EXPECT_EQ(person.asked(), (Asked{"any", "name[1]", "+/data/person"}));
  person.removes("/data/person");
  person.answers("any", text("no"));
  EXPECT_EQ(person.asked(), (Asked{"any"}));
  EXPECT_FALSE(person.run().add_repetition("/data/person").ok());
  person.answers("any", text("yes"));
  EXPECT_EQ(person.asked(), (Asked{"any", "+/data/person"}));
}

TEST(form_repeats, an_expression_says_how_often_a_repeat_is_asked) {
  XFormRunner runner;
  LogicForm form;
  form.asks("count", Integer{});
  form.repeat("person", 3).repeat_count = "${count}";
  form.asks("person/name");
  FormPerson person(runner, form);
  EXPECT_EQ(person.asked(), (Asked{"count"}));
  person.answers("count", whole(2));
  EXPECT_EQ(person.asked(), (Asked{"count", "name[1]", "name[2]"}));
  EXPECT_FALSE(person.run().add_repetition("/data/person").ok());
  EXPECT_FALSE(person.run().remove_repetition("/data/person").ok());
  person.answers("count", whole(50));
  EXPECT_EQ(person.asked(), (Asked{"count", "name[1]", "name[2]", "name[3]"}));
}

TEST(form_repeats, fewer_by_expression_take_their_answers_away) {
  XFormRunner runner;
  LogicForm form;
  form.asks("count", Integer{});
  form.repeat("person").repeat_count = "${count}";
  form.asks("person/name");
  FormPerson person(runner, form);
  person.answers("count", whole(2));
  person.answers("name[2]", text("Ana"));
  EXPECT_EQ(person.answers("count", whole(1)), (Answers{{"name[2]", {}}}));
  person.answers("count", whole(2));
  EXPECT_EQ(person.has("name[2]"), AnswerValue());
}

TEST(form_repeats, repeats_stand_in_repeats) {
  XFormRunner runner;
  LogicForm form;
  form.repeat("house");
  form.asks("house/street");
  form.group("house/inside");
  form.repeat("house/inside/person");
  form.asks("house/inside/person/name");
  form.asks("house/colour");
  FormPerson person(runner, form);
  person.adds("/data/house");
  person.adds("/data/house[2]/inside/person");
  EXPECT_EQ(person.asked(), (Asked{"street[1]", "name[1][1]", "+/data/house[1]/inside/person", "colour[1]",
                                   "street[2]", "name[2][1]", "name[2][2]", "+/data/house[2]/inside/person",
                                   "colour[2]", "+/data/house"}));
  person.answers("name[2][2]", text("Ana"));
  person.removes("/data/house");
  EXPECT_TRUE(person.all().empty());
  EXPECT_EQ(person.asked(),
            (Asked{"street[1]", "name[1][1]", "+/data/house[1]/inside/person", "colour[1]", "+/data/house"}));
}

TEST(form_repeats, a_repeat_that_the_form_does_not_have_is_an_error) {
  XFormRunner runner;
  LogicForm form;
  form.group("group");
  form.asks("group/name");
  FormPerson person(runner, form);
  for (const char* path : {"", "/", "/data", "/data/group", "/data/person", "/data/group/name", "[["}) {
    EXPECT_FALSE(person.run().add_repetition(path).ok()) << path;
    EXPECT_FALSE(person.run().remove_repetition(path).ok()) << path;
  }
}

TEST(form_repeats, a_new_repetition_keeps_what_stands_in_the_others) {
  XFormRunner runner;
  LogicForm form;
  form.asks("top").constraint = ". = 'good'";
  form.repeat("person");
  form.asks("person/age", Integer{}).constraint = ". > 5";
  FormPerson person(runner, form);
  person.answers("top", text("bad"));
  person.answers("age[1]", whole(3));
  person.adds("/data/person");
  EXPECT_FALSE(person.question("top").is_valid);
  EXPECT_FALSE(person.question("age[1]").is_valid);
  EXPECT_TRUE(person.question("age[2]").is_valid);
}

}  // namespace
}  // namespace tertulia
