// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/formats/expressions/small_form.h"

namespace tertulia::formats {
namespace {

using testing::Contains;
using testing::ElementsAre;

// person: years, adult (a calculation), toy (only of children); and sums over all.
SmallForm household() {
  SmallForm form;
  form.repeat("person");
  form.question("person/years");
  form.question("person/number").calculation = "position(..)";
  form.question("person/adult").calculation = "if(${years} >= 18, 1, 0)";
  form.question("person/toy").relevant = "${years} < 18";
  form.question("adults").calculation = "sum(${adult})";
  form.question("people").calculation = "count(${person})";
  form.question("toys").calculation = "join(' ', ${toy})";
  return form;
}

TEST(FormRepeats, EachRepetitionHasItsOwnAnswers) {
  SmallForm form = household();
  FormLogic& logic = form.logic();
  EXPECT_EQ(logic.repetitions("/data/person"), 1U);
  ASSERT_TRUE(logic.add_repetition("/data/person"));
  EXPECT_THAT(set(logic, "person[1]/years", "30"),
              ElementsAre("/data/adults", "/data/person[1]/adult", "/data/person[1]/years"));
  EXPECT_THAT(set(logic, "person[2]/years", "7"),
              ElementsAre("/data/person[2]/toy", "/data/person[2]/years"));
  EXPECT_EQ(value(logic, "person[1]/adult"), "1");
  EXPECT_EQ(value(logic, "person[2]/adult"), "0");
  EXPECT_FALSE(state(logic, "person[1]/toy").is_relevant);
  EXPECT_TRUE(state(logic, "person[2]/toy").is_relevant);
  EXPECT_EQ(value(logic, "adults"), "1");
  EXPECT_EQ(value(logic, "people"), "2");
}

TEST(FormRepeats, ARepetitionThatGoesTakesItsAnswersWithIt) {
  SmallForm form = household();
  FormLogic& logic = form.logic();
  for (int at = 0; at < 2; ++at) ASSERT_TRUE(logic.add_repetition("/data/person"));
  for (const char* at : {"1", "2", "3"}) {
    set(logic, "person[" + std::string(at) + "]/years", at);
    set(logic, "person[" + std::string(at) + "]/toy", "toy" + std::string(at));
  }
  EXPECT_EQ(value(logic, "toys"), "toy1 toy2 toy3");
  const auto changed = logic.remove_repetition("/data/person[2]");
  ASSERT_TRUE(changed);
  EXPECT_THAT(changed.value(), Contains("/data/toys"));
  EXPECT_EQ(value(logic, "toys"), "toy1 toy3");
  EXPECT_EQ(value(logic, "people"), "2");
  EXPECT_EQ(value(logic, "person[2]/years"), "3");
  EXPECT_EQ(value(logic, "person[2]/number"), "2");
  ASSERT_TRUE(logic.remove_repetition("/data/person[1]"));
  ASSERT_TRUE(logic.remove_repetition("/data/person[1]"));
  EXPECT_EQ(value(logic, "people"), "0");
  EXPECT_FALSE(logic.remove_repetition("/data/person[1]"));
  EXPECT_FALSE(logic.add_repetition("/data/adults"));
  EXPECT_FALSE(logic.add_repetition("/data/persons"));
  EXPECT_FALSE(logic.add_repetition("person"));
}

TEST(FormRepeats, ACountIsKept) {
  SmallForm form;
  form.question("many");
  form.repeat("child").repeat_count = "${many}";
  form.question("child/name").default_value = "nobody";
  form.question("child/number").calculation = "position(..)";
  form.question("names").calculation = "join(',', ${name})";
  FormLogic& logic = form.logic();
  EXPECT_EQ(logic.repetitions("/data/child"), 0U);
  set(logic, "many", "3");
  EXPECT_EQ(logic.repetitions("/data/child"), 3U);
  EXPECT_EQ(value(logic, "names"), "nobody,nobody,nobody");
  EXPECT_EQ(value(logic, "child[3]/number"), "3");
  set(logic, "child[1]/name", "Ana");
  set(logic, "many", "1");
  EXPECT_EQ(logic.repetitions("/data/child"), 1U);
  EXPECT_EQ(value(logic, "names"), "Ana");
  for (const char* none : {"", "x", "-5", "0"}) {
    set(logic, "many", none);
    EXPECT_EQ(logic.repetitions("/data/child"), 0U) << none;
  }
  EXPECT_FALSE(logic.add_repetition("/data/child"));
  set(logic, "many", "1e9");
  EXPECT_EQ(logic.repetitions("/data/child"), 0U);
  set(logic, "many", "1000000000");
  EXPECT_EQ(logic.repetitions("/data/child"), 1000U);
  EXPECT_EQ(logic.faults().size(), 1U);
}

TEST(FormRepeats, RepeatsInRepeatsCountForThemselves) {
  SmallForm form;
  form.repeat("house");
  form.question("house/rooms");
  form.repeat("house/room").repeat_count = "${rooms}";
  form.question("house/room/area");
  form.question("house/total").calculation = "sum(${area})";
  form.question("all").calculation = "sum(${total})";
  form.question("largest").calculation = "max(${area})";
  FormLogic& logic = form.logic();
  ASSERT_TRUE(logic.add_repetition("/data/house"));
  set(logic, "house[1]/rooms", "2");
  set(logic, "house[2]/rooms", "1");
  set(logic, "house[1]/room[1]/area", "10");
  set(logic, "house[1]/room[2]/area", "20");
  set(logic, "house[2]/room[1]/area", "5");
  EXPECT_EQ(value(logic, "house[1]/total"), "30");
  EXPECT_EQ(value(logic, "house[2]/total"), "5");
  EXPECT_EQ(value(logic, "all"), "35");
  EXPECT_EQ(value(logic, "largest"), "20");
  set(logic, "house[1]/rooms", "1");
  EXPECT_EQ(value(logic, "all"), "15");
}

TEST(FormRepeats, ARunningTotalReadsTheRepetitionBefore) {
  SmallForm form;
  form.repeat("day");
  form.question("day/spent");
  form.question("day/total").calculation =
      "coalesce(indexed-repeat(${total}, ${day}, position(..) - 1), 0) + coalesce(${spent}, 0)";
  FormLogic& logic = form.logic();
  EXPECT_TRUE(form.faults().empty());
  for (int at = 0; at < 3; ++at) ASSERT_TRUE(logic.add_repetition("/data/day"));
  for (const char* at : {"4", "3", "2", "1"}) set(logic, "day[" + std::string(at) + "]/spent", at);
  EXPECT_EQ(value(logic, "day[4]/total"), "10");
  set(logic, "day[1]/spent", "100");
  EXPECT_EQ(value(logic, "day[4]/total"), "109");
  ASSERT_TRUE(logic.remove_repetition("/data/day[2]"));
  EXPECT_EQ(value(logic, "day[3]/total"), "107");
}

TEST(FormRepeats, RulesThatNeverComeToRestAreStopped) {
  SmallForm form;
  form.repeat("r");
  form.question("r/x").calculation = "if(/data/r[1]/x = '1', '2', '1')";
  EXPECT_TRUE(form.faults().empty());
  FormLogic& logic = form.logic();
  EXPECT_THAT(logic.faults(), ElementsAre(testing::HasSubstr("do not come to rest")));
  EXPECT_EQ(logic.repetitions("/data/r"), 1U);
}

}  // namespace
}  // namespace tertulia::formats
