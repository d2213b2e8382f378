// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/form_logic.h"

#include <gmock/gmock.h>

#include "tests/formats/expressions/small_form.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(FormLogic, WhatIsNotRelevantIsEmptyAndKeepsItsValue) {
  SmallForm form;
  form.question("smokes");
  form.question("many").relevant = "${smokes} = 'yes'";
  form.question("cost").calculation = "${many} * 2";
  FormLogic& logic = form.logic();
  EXPECT_FALSE(state(logic, "many").is_relevant);
  EXPECT_THAT(set(logic, "smokes", "yes"), ElementsAre("/data/many", "/data/smokes"));
  EXPECT_THAT(set(logic, "many", "10"), ElementsAre("/data/cost", "/data/many"));
  EXPECT_EQ(value(logic, "cost"), "20");
  set(logic, "smokes", "no");
  EXPECT_EQ(value(logic, "many"), "");
  EXPECT_EQ(value(logic, "cost"), "");
  set(logic, "smokes", "yes");
  EXPECT_EQ(value(logic, "many"), "10");
  EXPECT_EQ(value(logic, "cost"), "20");
}

TEST(FormLogic, AGroupMakesAllInsideIrrelevant) {
  SmallForm form;
  form.question("has");
  form.group("g").relevant = "${has} = 'yes'";
  form.group("g/h");
  form.question("g/h/a");
  form.question("g/h/b").relevant = "${a} != ''";
  FormLogic& logic = form.logic();
  EXPECT_FALSE(state(logic, "g/h/a").is_relevant);
  set(logic, "has", "yes");
  EXPECT_TRUE(state(logic, "g/h/a").is_relevant);
  EXPECT_FALSE(state(logic, "g/h/b").is_relevant);
  set(logic, "g/h/a", "x");
  EXPECT_TRUE(state(logic, "g/h/b").is_relevant);
  EXPECT_THAT(set(logic, "has", "no"),
              UnorderedElementsAre("/data/has", "/data/g", "/data/g/h", "/data/g/h/a", "/data/g/h/b"));
  EXPECT_FALSE(state(logic, "g/h/b").is_relevant);
}

TEST(FormLogic, RequiredHoldsOnlyWhileItIsRelevant) {
  SmallForm form;
  form.question("a");
  Bind& b = form.question("b");
  b.relevant = "${a} > 0";
  b.required = "${a} > 5";
  form.question("c").required = "true()";
  FormLogic& logic = form.logic();
  EXPECT_TRUE(state(logic, "c").is_required);
  EXPECT_FALSE(state(logic, "b").is_required);
  set(logic, "a", "3");
  EXPECT_FALSE(state(logic, "b").is_required);
  EXPECT_THAT(set(logic, "a", "6"), ElementsAre("/data/a", "/data/b"));
  EXPECT_TRUE(state(logic, "b").is_required);
  set(logic, "a", "0");
  EXPECT_FALSE(state(logic, "b").is_required);
}

TEST(FormLogic, AConstraintLooksAtAnswersOnly) {
  SmallForm form;
  form.question("most").default_value = "8";
  form.question("age").constraint = ". >= 0 and . <= ${most}";
  FormLogic& logic = form.logic();
  EXPECT_TRUE(state(logic, "age").is_valid);
  set(logic, "age", "9");
  EXPECT_FALSE(state(logic, "age").is_valid);
  EXPECT_THAT(set(logic, "most", "10"), ElementsAre("/data/age", "/data/most"));
  EXPECT_TRUE(state(logic, "age").is_valid);
  set(logic, "age", "11");
  set(logic, "age", "");
  EXPECT_TRUE(state(logic, "age").is_valid);
}

TEST(FormLogic, CalculationsAreMadeInTheOrderOfWhatTheyRead) {
  SmallForm form;
  form.question("d").calculation = "${b} + ${c}";
  form.question("c").calculation = "${a} * 10";
  form.question("b").calculation = "${a} + 1";
  form.question("a");
  form.question("other").calculation = "1 + 1";
  FormLogic& logic = form.logic();
  EXPECT_EQ(value(logic, "other"), "2");
  EXPECT_THAT(set(logic, "a", "2"), ElementsAre("/data/a", "/data/b", "/data/c", "/data/d"));
  EXPECT_EQ(value(logic, "d"), "23");
  EXPECT_THAT(set(logic, "a", "2"), IsEmpty());
}

TEST(FormLogic, CirclesAreNamedAndLeftOut) {
  SmallForm form;
  form.question("a").calculation = "${b} + 1";
  form.question("b").calculation = "${c} + 1";
  form.question("c").calculation = "${a} + 1";
  form.question("d").relevant = ". != ''";
  form.question("e").calculation = "2 * 2";
  form.group("g").relevant = "${inside} = 'yes'";
  form.question("g/inside");
  ASSERT_EQ(form.faults().size(), 3U);
  std::string all;
  for (const FormFault& fault : form.faults()) all += fault.path + ": " + fault.message + "\n";
  EXPECT_THAT(all, testing::HasSubstr("each needs the other first: 'a', 'b', 'c'."));
  EXPECT_THAT(all, testing::HasSubstr("/data/d: The rule of 'd' depends on itself"));
  EXPECT_THAT(all, testing::HasSubstr("/data/g: The rule of 'g' depends on itself"));
  FormLogic& logic = form.logic();
  EXPECT_EQ(value(logic, "e"), "4");
  EXPECT_TRUE(state(logic, "d").is_relevant);
}

TEST(FormLogic, AWrongExpressionIsReportedWithItsPlaceAndLeftOut) {
  SmallForm form;
  form.question("age").relevant = "1 = ${agge}";
  form.question("b").constraint = "selectd(., 'x')";
  form.question("b");
  form.question("nowhere/c");
  form.question("d").choice_list = "towns";
  EXPECT_THAT(
      form.faults(),
      ElementsAre(
          FormFault{"/data/b", FormColumn::kName, 1, "There are two of '/data/b': rename one."},
          FormFault{"/data/nowhere/c", FormColumn::kName, 1, "There is no group for '/data/nowhere/c'."},
          FormFault{"/data/d", FormColumn::kName, 1, "There is no list 'towns'."},
          FormFault{"/data/age", FormColumn::kRelevant, 5, "No question is called 'agge'. Is it 'age'?"},
          FormFault{"/data/b", FormColumn::kConstraint, 1,
                    "There is no function 'selectd'. Is it 'selected'?"}));
  EXPECT_TRUE(state(form.logic(), "age").is_relevant);
}

TEST(FormLogic, DefaultsAreThereOnceAndCanBeChanged) {
  SmallForm form;
  form.question("a").default_value = "5";
  form.question("b").default_value = "${c} + 1";
  form.question("c").calculation = "${a} * 2";
  Bind& day = form.question("day");
  day.default_value = "today()";
  form.question("text").default_value = "a - b";
  FormLogic& logic = form.logic();
  EXPECT_EQ(value(logic, "a"), "5");
  EXPECT_EQ(value(logic, "b"), "11");
  EXPECT_EQ(value(logic, "day"), "2024-03-16");
  EXPECT_EQ(value(logic, "text"), "a - b");
  set(logic, "a", "6");
  EXPECT_EQ(value(logic, "c"), "12");
  EXPECT_EQ(value(logic, "b"), "11");
  set(logic, "b", "");
  set(logic, "a", "7");
  EXPECT_EQ(value(logic, "b"), "");
}

TEST(FormLogic, OnceKeepsItsFirstValue) {
  SmallForm form;
  form.question("a");
  form.question("lot").calculation = "once(concat(${a}, random()))";
  FormLogic& logic = form.logic();
  const std::string first = value(logic, "lot");
  EXPECT_NE(first, "");
  EXPECT_THAT(set(logic, "a", "x"), ElementsAre("/data/a"));
  EXPECT_EQ(value(logic, "lot"), first);
  EXPECT_NE(value(form.logic(8), "lot"), first);
}

TEST(FormLogic, ATriggerDecidesWhenACalculationIsMade) {
  SmallForm form;
  form.question("a");
  form.question("b");
  Bind& c = form.question("c");
  c.calculation = "concat(${a}, ${b})";
  c.trigger = "${b}";
  FormLogic& logic = form.logic();
  set(logic, "a", "x");
  EXPECT_EQ(value(logic, "c"), "");
  EXPECT_THAT(set(logic, "b", "y"), ElementsAre("/data/b", "/data/c"));
  EXPECT_EQ(value(logic, "c"), "xy");
  set(logic, "a", "z");
  EXPECT_EQ(value(logic, "c"), "xy");
  set(logic, "c", "mine");
  EXPECT_EQ(value(logic, "c"), "mine");
}

TEST(FormLogic, ResultsAreWrittenAsTheirTypeWantsThem) {
  SmallForm form;
  const auto add = [&](const char* name, ValueKind type, const char* calculation) {
    Bind& bind = form.question(name);
    bind.type = type;
    bind.calculation = calculation;
  };
  add("text", ValueKind::kText, "1 div 4");
  add("nothing", ValueKind::kText, "'x' * 2");
  add("whole", ValueKind::kWhole, "7.9");
  add("no_whole", ValueKind::kWhole, "'x'");
  add("decimal", ValueKind::kDecimal, "'1.50'");
  add("day", ValueKind::kDate, "today() + 1");
  add("day_of_time", ValueKind::kDate, "now()");
  add("moment", ValueKind::kDateTime, "0");
  add("truth", ValueKind::kText, "1 = 1");
  FormLogic& logic = form.logic();
  EXPECT_EQ(value(logic, "text"), "0.25");
  EXPECT_EQ(value(logic, "nothing"), "");
  EXPECT_EQ(value(logic, "whole"), "7");
  EXPECT_EQ(value(logic, "no_whole"), "");
  EXPECT_EQ(value(logic, "decimal"), "1.5");
  EXPECT_EQ(value(logic, "day"), "2024-03-17");
  EXPECT_EQ(value(logic, "day_of_time"), "2024-03-16");
  EXPECT_EQ(value(logic, "moment"), "1970-01-01T01:00:00.000+01:00");
  EXPECT_EQ(value(logic, "truth"), "true");
}

TEST(FormLogic, TheClockIsSetFromOutside) {
  SmallForm form;
  form.question("day").calculation = "today()";
  form.question("due").relevant = "today() >= '2024-03-17'";
  form.question("fixed").calculation = "'x'";
  FormLogic& logic = form.logic();
  EXPECT_FALSE(state(logic, "due").is_relevant);
  EXPECT_THAT(logic.refresh(wall_from_rfc3339("2024-03-17T08:00:00Z").value()),
              ElementsAre("/data/day", "/data/due"));
  EXPECT_EQ(value(logic, "day"), "2024-03-17");
  EXPECT_TRUE(state(logic, "due").is_relevant);
}

TEST(FormLogic, AnswersArePutIntoTexts) {
  SmallForm form;
  form.question("name");
  form.question("age").read_only = "${name} = ''";
  FormLogic& logic = form.logic();
  EXPECT_TRUE(state(logic, "age").is_read_only);
  const auto text = TextTemplate::compile("Hello, ${name}! You are ${ age }.",
                                          form.rules().scope(*form.rules().schema().find("/data/age")));
  ASSERT_TRUE(text);
  EXPECT_EQ(logic.text(text.value(), "/data/age"), "Hello, ! You are .");
  set(logic, "name", "Ana");
  set(logic, "age", "42");
  EXPECT_EQ(logic.text(text.value(), "/data/age"), "Hello, Ana! You are 42.");
  EXPECT_FALSE(state(logic, "age").is_read_only);
  const auto wrong = TextTemplate::compile("Grüße, ${nmae}", form.rules().scope(kRootNode));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().position, 8U);
  EXPECT_EQ(wrong.error().message, "No question is called 'nmae'. Is it 'name'?");
  EXPECT_FALSE(TextTemplate::compile("Hello, ${name", form.rules().scope(kRootNode)));
}

TEST(FormLogic, WhatIsNotThereCannotBeAnswered) {
  SmallForm form;
  form.group("g");
  form.question("g/a");
  FormLogic& logic = form.logic();
  for (const char* path : {"", "/", "/data", "/data/g", "/data/g/b", "/data/g/a/b", "/data/g[2]/a",
                           "/data/g[x]/a", "/x/g/a", "data/g/a", "/data/g[0]/a", "/data/g[1/a"})
    EXPECT_FALSE(logic.set(path, "x")) << path;
  EXPECT_FALSE(logic.set("/data/g/a", std::string(100'001, 'x')));
  EXPECT_FALSE(logic.set("/data/g/a", std::string("a\0b", 3)));
  EXPECT_FALSE(logic.state("/data/g/b"));
  EXPECT_TRUE(logic.set("/data/g[1]/a", "<&>'\""));
  EXPECT_EQ(value(logic, "g/a"), "<&>'\"");
}

TEST(FormLogic, CalculationsThatGrowEndBounded) {
  SmallForm form;
  form.question("c0");
  for (int at = 1; at <= 40; ++at) {
    const std::string before = "${c" + std::to_string(at - 1) + "}";
    form.question("c" + std::to_string(at)).calculation = "concat(" + before + ", " + before + ")";
  }
  FormLogic& logic = form.logic();
  set(logic, "c0", "0123456789");
  EXPECT_EQ(value(logic, "c13").size(), 81'920U);
  EXPECT_EQ(value(logic, "c14"), "");
  EXPECT_EQ(value(logic, "c40"), "");
  EXPECT_THAT(logic.faults(), ElementsAre(testing::HasSubstr("/data/c14: The expression makes a text")));
}

TEST(FormLogic, AFormOfFaultsIsReadUpToAThousand) {
  SmallForm form;
  for (int at = 0; at < 600; ++at) {
    Bind& bind = form.question("question" + std::to_string(at));
    bind.relevant = "${a_name_that_is_like_that_of_no_other_question} = 1";
    bind.calculation = "1 +";
  }
  EXPECT_EQ(form.faults().size(), FormRules::kMostFaults + 1);
  EXPECT_EQ(form.faults().back().message, "The form has more faults: cure those above first.");
}

TEST(FormLogic, AHostileRuleHarmsNobody) {
  SmallForm form;
  form.question("a");
  form.question("b").relevant = "regex(${a}, '(a+)+')";
  form.question("c").constraint = "regex(., '(a+)+')";
  FormLogic& logic = form.logic();
  set(logic, "a", std::string(40, 'a') + "!");
  EXPECT_TRUE(state(logic, "b").is_relevant);
  set(logic, "c", std::string(40, 'a') + "!");
  EXPECT_TRUE(state(logic, "c").is_valid);
  EXPECT_EQ(logic.faults().size(), 2U);
}

}  // namespace
}  // namespace tertulia::formats
