// SPDX-License-Identifier: Apache-2.0
// The contract of FormRun: what the form answers by itself.
#include "drivers/forms/xform_runner.h"
#include "tests/support/logic_form.h"

namespace tertulia {
namespace {

TEST(form_values, a_chain_of_calculations_is_made_in_one_turn) {
  XFormRunner runner;
  LogicForm form;
  form.makes("third").calculation = "${second} + 1";
  form.makes("second").calculation = "${first} * 2";
  form.asks("first", Integer{});
  FormPerson person(runner, form);
  EXPECT_EQ(person.answers("first", whole(4)), (Answers{{"second", text("8")}, {"third", text("9")}}));
  EXPECT_TRUE(person.answers("first", whole(4)).empty());
}

TEST(form_values, a_value_is_of_the_kind_that_the_form_says) {
  XFormRunner runner;
  LogicForm form;
  form.makes("half").calculation = "7 div 2";
  form.form().binds.back().type = ValueKind::kDecimal;
  form.makes("most").calculation = "7 div 2";
  form.form().binds.back().type = ValueKind::kWhole;
  form.makes("day").calculation = "now()";
  form.form().binds.back().type = ValueKind::kDate;
  form.asks("end");
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("half"), AnswerValue(3.5));
  EXPECT_EQ(person.has("most"), whole(3));
  EXPECT_EQ(person.has("day"), text("2027-05-11"));
}

TEST(form_values, a_static_default_is_the_first_answer) {
  XFormRunner runner;
  LogicForm form;
  form.asks("age", Integer{}).default_value = "18";
  form.asks("ways", SelectMultiple{choices({"bus", "train"}), {}}).default_value = "train bus";
  FormPerson person(runner, form);
  EXPECT_EQ(person.run().now().given, (Answers{{"age", whole(18)}, {"ways", names({"train", "bus"})}}));
}

TEST(form_values, a_dynamic_default_is_made_once) {
  XFormRunner runner;
  LogicForm form;
  form.asks("day", Date{}).default_value = "today()";
  form.form().binds.back().type = ValueKind::kDate;
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("day"), text("2027-05-11"));
  person.waits(std::chrono::hours(24));
  EXPECT_EQ(person.has("day"), text("2027-05-11"));
}

TEST(form_values, a_default_may_begin_its_path_at_its_question) {
  XFormRunner runner;
  LogicForm form;
  form.asks("mine", Integer{}).default_value = "40";
  form.asks("next", Integer{}).default_value = "string(../mine + 2)";
  FormPerson person(runner, form);
  EXPECT_EQ(person.run().now().given, (Answers{{"mine", whole(40)}, {"next", whole(42)}}));
}

TEST(form_values, what_the_person_before_has_answered_is_empty) {
  XFormRunner runner;
  LogicForm form;
  form.asks("town").default_value = "${last-saved#town}";
  form.asks("age", Integer{}).default_value = "if(${last-saved#town} = '', 7, 9)";
  form.makes("before").calculation = "count(instance('__last-saved')/data/town)";
  FormPerson first(runner, form);
  first.answers("town", text("Braga"));
  FormPerson second(runner, form);
  EXPECT_EQ(second.run().now().given, (Answers{{"age", whole(7)}, {"before", text("0")}}));
  EXPECT_EQ(second.run().filled("Not ${last-saved#town}?", "age"), "Not ?");
}

TEST(form_values, a_default_that_was_removed_does_not_come_back) {
  XFormRunner runner;
  LogicForm form;
  form.asks("age", Integer{}).default_value = "18";
  form.asks("name");
  FormPerson person(runner, form);
  person.clears("age");
  person.answers("name", text("Ana"));
  EXPECT_EQ(person.has("age"), AnswerValue());
}

TEST(form_values, a_default_of_what_is_not_asked_yet_is_given_when_it_is) {
  XFormRunner runner;
  LogicForm form;
  form.asks("pet", SelectOne{choices({"yes", "no"})});
  Bind& count = form.asks("count", Integer{});
  count.default_value = "1";
  count.relevant = "${pet} = 'yes'";
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("count"), AnswerValue());
  EXPECT_EQ(person.answers("pet", text("yes")), (Answers{{"count", whole(1)}}));
}

TEST(form_values, a_value_that_its_question_does_not_take_is_no_answer) {
  XFormRunner runner;
  LogicForm form;
  form.asks("first", Integer{});
  form.asks("half", Integer{}).calculation = "${first} div 2";
  form.asks("ways", SelectOne{choices({"bus"})}).default_value = "ship";
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("ways"), AnswerValue());
  person.answers("first", whole(4));
  EXPECT_EQ(person.has("half"), whole(2));
  EXPECT_EQ(person.answers("first", whole(5)), (Answers{{"half", {}}}));
  EXPECT_EQ(person.answers("first", whole(6)), (Answers{{"half", whole(3)}}));
}

TEST(form_values, a_calculation_that_finds_nothing_takes_its_answer_away) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  form.asks("copy").calculation = "${name}";
  FormPerson person(runner, form);
  person.answers("name", text("Ana"));
  EXPECT_EQ(person.has("copy"), text("Ana"));
  EXPECT_EQ(person.clears("name"), (Answers{{"copy", {}}}));
}

TEST(form_values, a_respondent_may_change_what_was_calculated_until_it_is_calculated_again) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  form.asks("copy").calculation = "${name}";
  FormPerson person(runner, form);
  person.answers("name", text("Ana"));
  EXPECT_TRUE(person.answers("copy", text("Bia")).empty());
  EXPECT_EQ(person.has("copy"), text("Bia"));
  EXPECT_EQ(person.answers("name", text("Caio")), (Answers{{"copy", text("Caio")}}));
}

TEST(form_values, a_value_of_a_group_that_is_not_relevant_is_none) {
  XFormRunner runner;
  LogicForm form;
  form.asks("all", SelectOne{choices({"yes", "no"})});
  form.group("more").relevant = "${all} = 'yes'";
  form.makes("more/value").calculation = "1 + 1";
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("value"), AnswerValue());
  EXPECT_EQ(person.answers("all", text("yes")), (Answers{{"value", text("2")}}));
  EXPECT_EQ(person.answers("all", text("no")), (Answers{{"value", {}}}));
}

TEST(form_values, a_hidden_value_is_its_default) {
  XFormRunner runner;
  LogicForm form;
  form.makes("wave").default_value = "spring";
  form.asks("end");
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("wave"), text("spring"));
}

TEST(form_values, a_calculation_with_a_trigger_is_made_only_then) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  form.asks("go");
  Bind& copy = form.asks("copy");
  copy.calculation = "${name}";
  copy.trigger = "${go}";
  FormPerson person(runner, form);
  person.answers("name", text("Ana"));
  EXPECT_EQ(person.has("copy"), AnswerValue());
  person.answers("go", text("now"));
  EXPECT_EQ(person.has("copy"), text("Ana"));
  person.answers("name", text("Bia"));
  EXPECT_EQ(person.has("copy"), text("Ana"));
}

TEST(form_values, the_clock_moves_what_reads_it) {
  XFormRunner runner;
  LogicForm form;
  form.makes("day").calculation = "format-date(today(), '%Y-%m-%d')";
  form.asks("end");
  FormPerson person(runner, form);
  EXPECT_EQ(person.has("day"), text("2027-05-11"));  // 23:30 in Lisbon
  EXPECT_EQ(person.waits(std::chrono::hours(1)), (Answers{{"day", text("2027-05-12")}}));
}

TEST(form_values, chance_comes_from_the_seed_and_once_keeps_it) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  form.makes("lot").calculation = "once(random())";
  FormPerson one(runner, form);
  FormPerson same(runner, form);
  FormPerson other(runner, form, some_respondent(8));
  EXPECT_EQ(one.has("lot"), same.has("lot"));
  EXPECT_NE(one.has("lot"), other.has("lot"));
  const AnswerValue before = one.has("lot");
  one.answers("name", text("Ana"));
  EXPECT_EQ(one.has("lot"), before);
}

TEST(form_values, the_same_answers_make_the_same_form_also_in_one_turn) {
  XFormRunner runner;
  LogicForm form;
  form.asks("count", Integer{});
  form.repeat("person").repeat_count = "${count}";
  form.asks("person/age", Integer{}).relevant = "${count} > 1";
  form.makes("sum").calculation = "sum(${age})";
  FormPerson one(runner, form);
  one.answers("count", whole(2));
  one.answers("age[1]", whole(30));
  one.answers("age[2]", whole(12));
  FormPerson other(runner, form);
  const FormNow& now = other.run().take(one.all(), some_respondent().time);
  EXPECT_EQ(now.questions, one.run().now().questions);
  EXPECT_EQ(one.has("sum"), text("42"));
  EXPECT_FALSE(now.given.contains("age[2]"));
}

}  // namespace
}  // namespace tertulia
