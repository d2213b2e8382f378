// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gmock/gmock.h>

#include "tests/formats/expressions/small_form.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;

ChoiceTable towns() {
  ChoiceTable table("towns", {"name", "label", "county", "people"});
  EXPECT_TRUE(table.add_row({"lis", "Lisboa", "west", "545000"}));
  EXPECT_TRUE(table.add_row({"por", "Porto", "north", "232000"}));
  EXPECT_TRUE(table.add_row({"bra", "Braga", "north", "193000"}));
  EXPECT_TRUE(table.add_row({"far", "Faro", "south"}));
  return table;
}

std::string names(SmallForm& form, FormLogic& logic, const std::string& path) {
  const auto rows = logic.choices("/data/" + path);
  if (!rows) return rows.error().message;
  std::string all;
  for (const RowNumber row : rows.value()) all += std::string(form.rules().tables().at(0).cell(row, 0)) + " ";
  return all;
}

TEST(FormChoices, AFilterChoosesRows) {
  SmallForm form;
  form.tables().add(towns());
  form.question("county");
  form.question("least").default_value = "200000";
  const auto add = [&](const char* name, const char* filter) {
    Bind& bind = form.question(name);
    bind.choice_list = "towns";
    bind.choice_filter = filter;
  };
  add("all", "");
  add("same", "county = ${county}");
  add("same_and_large", "county = ${county} and people > ${least}");
  add("large", "people > ${least}");
  add("number", "people = 193000");
  add("chosen", "selected(${county}, county)");
  add("other", "county != ${county} or name = 'por'");
  ASSERT_TRUE(form.faults().empty());
  FormLogic& logic = form.logic();
  EXPECT_EQ(names(form, logic, "all"), "lis por bra far ");
  EXPECT_EQ(names(form, logic, "same"), "");
  EXPECT_THAT(set(logic, "county", "north"), ElementsAre("/data/chosen", "/data/county", "/data/other",
                                                         "/data/same", "/data/same_and_large"));
  EXPECT_EQ(names(form, logic, "same"), "por bra ");
  EXPECT_EQ(names(form, logic, "same_and_large"), "por ");
  EXPECT_EQ(names(form, logic, "large"), "lis por ");
  EXPECT_EQ(names(form, logic, "number"), "bra ");
  EXPECT_EQ(names(form, logic, "other"), "lis por far ");
  set(logic, "county", "north south");
  EXPECT_EQ(names(form, logic, "chosen"), "por bra far ");
  EXPECT_EQ(names(form, logic, "county"), "");
  EXPECT_FALSE(logic.choices("/data/nowhere"));
}

TEST(FormChoices, AColumnThatIsNotThereIsReported) {
  SmallForm form;
  form.tables().add(towns());
  Bind& bind = form.question("town");
  bind.choice_list = "towns";
  bind.choice_filter = "conty = 'north'";
  ASSERT_EQ(form.faults().size(), 1U);
  EXPECT_EQ(form.faults()[0].column, FormColumn::kChoiceFilter);
  EXPECT_EQ(form.faults()[0].message, "The list 'towns' has no column 'conty'. Is it 'county'?");
}

TEST(FormChoices, ARandomOrderStaysTheSameForARespondent) {
  SmallForm form;
  ChoiceTable table("numbers", {"name"});
  for (int at = 0; at < 30; ++at) EXPECT_TRUE(table.add_row({std::to_string(at)}));
  form.tables().add(std::move(table));
  form.question("seed");
  for (const char* name : {"free", "seeded"}) {
    Bind& bind = form.question(name);
    bind.choice_list = "numbers";
    bind.is_randomized = true;
    if (std::string(name) == "seeded") bind.choice_seed = "${seed}";
  }
  FormLogic& logic = form.logic(1);
  const std::string first = names(form, logic, "free");
  EXPECT_EQ(names(form, logic, "free"), first);
  set(logic, "seed", "42");
  const std::string seeded = names(form, logic, "seeded");
  FormLogic& next = form.logic(2);
  EXPECT_NE(names(form, next, "free"), first);
  set(next, "seed", "42");
  EXPECT_EQ(names(form, next, "seeded"), seeded);
  set(next, "seed", "43");
  EXPECT_NE(names(form, next, "seeded"), seeded);
}

TEST(FormChoices, AnIndexFindsWhatALookThroughFinds) {
  ChoiceTable table("t", {"a", "b"});
  for (int at = 0; at < 1000; ++at)
    EXPECT_TRUE(
        table.add_row({std::to_string(at * 7 % 13), std::to_string(at % 5) + (at % 2 == 0 ? ".0" : "")}));
  for (int wanted = -1; wanted < 14; ++wanted) {
    std::vector<RowNumber> by_text;
    std::vector<RowNumber> by_number;
    for (RowNumber row = 0; row < table.rows(); ++row) {
      if (table.cell(row, 0) == std::to_string(wanted)) by_text.push_back(row);
      if (number_of(table.cell(row, 1)) == wanted) by_number.push_back(row);
    }
    EXPECT_EQ(table.rows_where(0, std::to_string(wanted)), by_text);
    EXPECT_EQ(table.rows_where(1, static_cast<double>(wanted)), by_number);
  }
}

}  // namespace
}  // namespace tertulia::formats
