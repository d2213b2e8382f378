// SPDX-License-Identifier: Apache-2.0
// The contract of FormRun: texts with answers in them, and which choices are offered.
#include "drivers/forms/xform_runner.h"
#include "tests/support/logic_form.h"

namespace tertulia {
namespace {

using Positions = std::vector<std::size_t>;

TEST(form_texts, answers_are_put_into_texts) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  form.repeat("person");
  form.asks("person/age", Integer{});
  FormPerson person(runner, form);
  person.answers("name", text("Ana"));
  person.adds("/data/person");
  person.answers("age[2]", whole(30));
  EXPECT_EQ(person.run().filled("Hello, ${name}!", "name"), "Hello, Ana!");
  EXPECT_EQ(person.run().filled("${name} is ${age}", "age[1]"), "Ana is ");
  EXPECT_EQ(person.run().filled("${name} is ${age}", "age[2]"), "Ana is 30");
  EXPECT_EQ(person.run().filled("Hello, ${name}!", ""), "Hello, Ana!");
}

TEST(form_texts, a_text_with_a_name_that_nobody_knows_stays_as_it_is_written) {
  XFormRunner runner;
  LogicForm form;
  form.asks("name");
  FormPerson person(runner, form);
  EXPECT_EQ(person.run().filled("Hello, ${nobody}", "name"), "Hello, ${nobody}");
  EXPECT_EQ(person.run().filled("Hello, ${name", "name"), "Hello, ${name");
}

TEST(form_texts, dates_and_choices_are_said_in_the_language_of_the_respondent) {
  XFormRunner runner([](const Language& language) {
    formats::CalendarWords words;
    words.months[4] = language == "fr" ? "mai" : "other";
    return words;
  });
  LogicForm form;
  auto colours = choices({"red"});
  colours[0].label.set("fr", "rouge");
  form.asks("colour", SelectOne{colours}).choice_list = "colours";
  form.table({"colours", {"name", "label"}, {{"red", "The red"}}});
  form.makes("line").calculation =
      "concat(format-date(today(), '%e %b'), ' ', "
      "jr:choice-name(${colour}, '${colour}'))";
  Respondent someone = some_respondent();
  someone.language = "fr";
  FormPerson person(runner, form, someone);
  person.answers("colour", text("red"));
  EXPECT_EQ(person.has("line"), text("11 mai rouge"));
}

// Towns of two counties; the file has them in another order than the question.
LogicForm form_with_towns() {
  LogicForm form;
  form.asks("county", SelectOne{choices({"n", "s"})});
  form.asks("town", SelectOne{choices({"a", "b", "c", "d"})}).choice_list = "towns";
  form.table({"towns", {"name", "label", "county"}, {{"d", "D", "s"}, {"a", "A", "n"}, {"c", "C", "s"}}});
  return form;
}

TEST(form_choices, all_are_offered_without_a_filter) {
  XFormRunner runner;
  LogicForm form;
  form.asks("colour", SelectOne{choices({"red", "blue"})});
  FormPerson person(runner, form);
  EXPECT_EQ(person.run().choices("colour"), (Positions{0, 1}));
  EXPECT_TRUE(person.run().choices("nobody").empty());
}

TEST(form_choices, a_filter_follows_the_answers) {
  XFormRunner runner;
  LogicForm form = form_with_towns();
  form.form().binds.back().choice_filter = "county = ${county}";
  FormPerson person(runner, form);
  EXPECT_EQ(person.run().choices("town"), (Positions{1}));  // what the table does not have is always there
  person.answers("county", text("s"));
  EXPECT_EQ(person.run().choices("town"), (Positions{3, 2, 1}));
}

TEST(form_choices, a_filter_that_is_wrong_hides_nothing) {
  XFormRunner runner;
  LogicForm form = form_with_towns();
  form.form().binds.back().choice_filter = "county = ${nobody}";
  FormPerson person(runner, form);
  EXPECT_EQ(person.run().choices("town"), (Positions{3, 0, 2, 1}));
}

TEST(form_choices, chance_orders_them_and_keeps_the_order) {
  XFormRunner runner;
  LogicForm form;
  Bind& bind = form.asks("letter", SelectOne{choices({"a", "b", "c", "d", "e", "f", "g", "h"})});
  bind.choice_list = "letters";
  bind.is_randomized = true;
  FormTable letters{"letters", {"name", "label"}, {}};
  for (const Choice& choice : choices({"a", "b", "c", "d", "e", "f", "g", "h"}))
    letters.rows.push_back({choice.name, ""});
  form.table(letters);
  form.asks("name");
  FormPerson person(runner, form);
  const Positions order = person.run().choices("letter");
  person.answers("name", text("Ana"));
  EXPECT_EQ(person.run().choices("letter"), order);
  FormPerson other(runner, form, some_respondent(9));
  EXPECT_NE(other.run().choices("letter"), order);
  Positions sorted = order;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(sorted, (Positions{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST(form_choices, each_repetition_has_its_own) {
  XFormRunner runner;
  LogicForm form;
  form.repeat("person");
  form.asks("person/county", SelectOne{choices({"n", "s"})});
  form.asks("person/town", SelectOne{choices({"a", "d"})}).choice_list = "towns";
  form.form().binds.back().choice_filter = "county = ${county}";
  form.table({"towns", {"name", "county"}, {{"d", "s"}, {"a", "n"}}});
  FormPerson person(runner, form);
  person.adds("/data/person");
  person.answers("county[1]", text("n"));
  person.answers("county[2]", text("s"));
  EXPECT_EQ(person.run().choices("town[1]"), (Positions{0}));
  EXPECT_EQ(person.run().choices("town[2]"), (Positions{1}));
}

}  // namespace
}  // namespace tertulia
