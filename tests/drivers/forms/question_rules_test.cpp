// SPDX-License-Identifier: Apache-2.0
// The contract of FormRun: which questions are asked, and what is required, valid and read-only.
#include "drivers/forms/xform_runner.h"
#include "tests/support/logic_form.h"

namespace tertulia {
namespace {

using Asked = std::vector<std::string>;

TEST(form_run, a_form_without_logic_asks_everything) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  form.asks("age", Integer{});
  form.form().binds.clear();
  FormPerson person(runner, form);
  EXPECT_EQ(person.asked(), (Asked{"name", "age"}));
  EXPECT_EQ(person.question("age"), (QuestionNow{1, 0, "age"}));
  EXPECT_TRUE(person.answers("name", text("Ana")).empty());
}

TEST(form_run, a_question_is_asked_while_its_condition_is_true) {
  XFormRunner runner;
  LogicForm form;
  form.asks("pet", SelectOne{choices({"yes", "no"})});
  form.asks("which").relevant = "${pet} = 'yes'";
  FormPerson person(runner, form);
  EXPECT_EQ(person.asked(), (Asked{"pet"}));
  person.answers("pet", text("yes"));
  EXPECT_EQ(person.asked(), (Asked{"pet", "which"}));
  person.clears("pet");
  EXPECT_EQ(person.asked(), (Asked{"pet"}));
}

TEST(form_run, a_group_that_is_not_relevant_hides_what_is_in_it) {
  XFormRunner runner;
  LogicForm form;
  form.asks("all", SelectOne{choices({"yes", "no"})});
  form.group("more").relevant = "${all} = 'yes'";
  form.group("more/inner");
  form.asks("more/inner/why");
  form.asks("end");
  FormPerson person(runner, form);
  EXPECT_EQ(person.asked(), (Asked{"all", "end"}));
  person.answers("all", text("yes"));
  EXPECT_EQ(person.asked(), (Asked{"all", "why", "end"}));
}

TEST(form_run, questions_stand_on_the_page_and_at_the_place_of_the_form) {
  XFormRunner runner;
  LogicForm form;
  form.asks("one");
  form.asks("two");
  form.asks("three").relevant = "${two} != ''";
  Page& page = form.form().pages[1];
  page.questions.push_back(form.form().pages[2].questions[0]);
  form.form().pages.pop_back();
  FormPerson person(runner, form);
  EXPECT_EQ(person.question("three"), (QuestionNow{1, 1, "three", false}));
}

TEST(form_run, an_answer_to_what_is_not_asked_is_kept_and_counts_again_later) {
  XFormRunner runner;
  LogicForm form;
  form.asks("pet", SelectOne{choices({"yes", "no"})});
  form.asks("name").relevant = "${pet} = 'yes'";
  form.makes("line").calculation = "concat('[', ${name}, ']')";
  FormPerson person(runner, form);
  person.answers("pet", text("yes"));
  person.answers("name", text("Rex"));
  EXPECT_EQ(person.has("line"), text("[Rex]"));
  person.answers("pet", text("no"));
  EXPECT_EQ(person.has("line"), text("[]"));
  EXPECT_EQ(person.has("name"), text("Rex"));
  person.answers("pet", text("yes"));
  EXPECT_EQ(person.has("line"), text("[Rex]"));
}

TEST(form_run, an_expression_decides_what_is_required_while_it_is_asked) {
  XFormRunner runner;
  LogicForm form;
  form.asks("age", Integer{});
  Bind& school = form.asks("school");
  school.required = "${age} < 18";
  school.relevant = "${age} > 5";
  FormPerson person(runner, form);
  person.answers("age", whole(12));
  EXPECT_TRUE(person.question("school").is_required);
  person.answers("age", whole(30));
  EXPECT_FALSE(person.question("school").is_required);
  person.answers("age", whole(3));
  EXPECT_FALSE(person.question("school").is_required);
}

TEST(form_run, what_the_form_requires_always_is_required_while_it_is_asked) {
  XFormRunner runner;
  LogicForm form;
  form.asks("age", Integer{});
  form.asks("school").relevant = "${age} > 5";
  form.form().pages[1].questions[0].required = true;
  FormPerson person(runner, form);
  EXPECT_FALSE(person.question("school").is_required);
  person.answers("age", whole(7));
  EXPECT_TRUE(person.question("school").is_required);
}

TEST(form_run, an_answer_is_valid_while_its_constraint_is_true_and_none_always_is) {
  XFormRunner runner;
  LogicForm form;
  form.asks("from", Integer{});
  form.asks("to", Integer{}).constraint = ". >= ${from}";
  FormPerson person(runner, form);
  person.answers("from", whole(5));
  EXPECT_TRUE(person.question("to").is_valid);
  person.answers("to", whole(4));
  EXPECT_FALSE(person.question("to").is_valid);
  person.answers("from", whole(3));
  EXPECT_TRUE(person.question("to").is_valid);
  person.answers("from", whole(9));
  person.clears("to");
  EXPECT_TRUE(person.question("to").is_valid);
}

TEST(form_run, a_question_can_be_read_only) {
  XFormRunner runner;
  LogicForm form;
  form.asks("is_sure", SelectOne{choices({"yes", "no"})});
  form.asks("name").read_only = "${is_sure} = 'yes'";
  FormPerson person(runner, form);
  EXPECT_FALSE(person.question("name").is_read_only);
  person.answers("is_sure", text("yes"));
  EXPECT_TRUE(person.question("name").is_read_only);
}

TEST(form_run, the_text_of_other_is_asked_when_other_is_chosen) {
  XFormRunner runner;
  LogicForm form;
  form.asks("way", SelectMultiple{choices({"bus", "train", "other"}), {}});
  form.asks("way_other").relevant = "selected(${way}, 'other')";
  FormPerson person(runner, form);
  person.answers("way", names({"bus"}));
  EXPECT_EQ(person.asked(), (Asked{"way"}));
  person.answers("way", names({"bus", "other"}));
  EXPECT_EQ(person.asked(), (Asked{"way", "way_other"}));
}

TEST(form_run, a_rule_that_is_wrong_is_left_out_and_its_question_is_asked) {
  XFormRunner runner;
  LogicForm form;
  Bind& name = form.asks("name");
  name.relevant = "${nobody} = (";
  name.constraint = "nothing(.)";
  FormPerson person(runner, form);
  person.answers("name", text("Ana"));
  EXPECT_EQ(person.question("name"), (QuestionNow{0, 0, "name"}));
}

TEST(form_run, a_question_without_a_bind_is_asked_as_the_form_says) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name").relevant = "false()";
  form.asks("age", Integer{});
  form.form().binds.pop_back();
  form.form().pages[1].questions[0].required = true;
  FormPerson person(runner, form);
  EXPECT_TRUE(person.answers("age", whole(5)).empty());
  EXPECT_EQ(person.asked(), (Asked{"age"}));
  EXPECT_TRUE(person.question("age").is_required);
}

TEST(form_run, a_form_that_has_changed_under_its_name_is_compiled_anew) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name").relevant = "false()";
  FormPerson before(runner, form);
  form.form().binds[0].relevant = "true()";
  FormPerson after(runner, form);
  EXPECT_TRUE(before.asked().empty());
  EXPECT_EQ(after.asked(), (Asked{"name"}));
  // Who is still at the old one goes on with it.
  before.answers("name", text("Ana"));
  EXPECT_TRUE(before.asked().empty());
}

TEST(form_run, many_forms_take_turns) {
  XFormRunner runner;
  for (int round = 0; round < 2; ++round)
    for (std::size_t number = 0; number < 2 * XFormRunner::kMostKept; ++number) {
      LogicForm form;
      form.form().id = "form" + std::to_string(number);
      form.makes("value").calculation = std::to_string(number);
      form.asks("name");
      FormPerson person(runner, form);
      EXPECT_EQ(person.has("value"), text(std::to_string(number)));
    }
}

}  // namespace
}  // namespace tertulia
