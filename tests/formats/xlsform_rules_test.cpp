// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_rules.h"

#include <gtest/gtest.h>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/question_kinds.h"

namespace tertulia::formats {
namespace {

// The kind as the constraint limits it; none when it does not understand the constraint.
template <class Kind>
std::optional<Kind> limited(std::string_view constraint) {
  QuestionKind kind = Kind{};
  if (!take_constraint(kind, constraint)) return std::nullopt;
  return std::get<Kind>(kind);
}

TEST(xlsform_rules, yes_has_many_spellings) {
  for (const char* text : {"yes", "YES", "TRUE", "true()", "True()", "1"})
    EXPECT_EQ(truth_in_cell(text), true) << text;
  for (const char* text : {"", "no", "FALSE", "false()", "0"}) EXPECT_EQ(truth_in_cell(text), false) << text;
  EXPECT_FALSE(truth_in_cell("${a} = 1"));
}

TEST(xlsform_rules, a_count_of_selected_choices_is_limited) {
  EXPECT_EQ(limited<SelectMultiple>("count-selected(.) <= 3")->at_most, 3);
  EXPECT_EQ(limited<SelectMultiple>("count-selected( . )<4")->at_most, 3);
  EXPECT_FALSE(limited<SelectMultiple>("count-selected(.) >= 3"));
  EXPECT_FALSE(limited<SelectMultiple>("not(selected(., 'x'))"));
}

TEST(xlsform_rules, an_integer_has_limits_on_either_side) {
  EXPECT_EQ(limited<Integer>(". >= 0 and . <= 120")->least, 0);
  EXPECT_EQ(limited<Integer>(". >= 0 and . <= 120")->most, 120);
  EXPECT_EQ(limited<Integer>(".>-5 AND .<5")->least, -4);
  EXPECT_EQ(limited<Integer>(".>-5 AND .<5")->most, 4);
  EXPECT_EQ(limited<Integer>(". > 0")->least, 1);
  EXPECT_FALSE(limited<Integer>(". > 0")->most);
}

TEST(xlsform_rules, a_decimal_has_limits_on_either_side_and_a_strict_one_is_not_within) {
  EXPECT_EQ(limited<Decimal>(". >= -0.5 and . <= 99.9"), (Decimal{-0.5, 99.9}));
  EXPECT_EQ(limited<Decimal>(".>=0"), (Decimal{0, {}}));
  Question question;
  question.kind = *limited<Decimal>(". > 0 and . < 1");
  for (const double outside : {0.0, 1.0})
    EXPECT_EQ(check_answer(question, outside), AnswerProblem::kOutOfRange) << outside;
  for (const double within : {1e-9, 0.999999999})
    EXPECT_EQ(check_answer(question, within), AnswerProblem::kNone) << within;
  for (const char* text : {". >= ${age}", ". = 5", ". >= 9.5 and . <= 9.4", ". >= 0 or . <= 5"})
    EXPECT_FALSE(limited<Decimal>(text)) << text;
}

TEST(xlsform_rules, anything_else_is_no_limit) {
  EXPECT_FALSE(limited<Integer>(". >= ${age}"));
  EXPECT_FALSE(limited<Integer>(". >= 0 or . <= 5"));
  EXPECT_FALSE(limited<Integer>("regex(., '^[0-9]$')"));
  EXPECT_FALSE(limited<Integer>(". >= 9 and . <= 1"));
}

TEST(xlsform_rules, a_date_has_limits_on_either_side) {
  EXPECT_EQ(limited<Date>(". >= date('2026-01-01') and . <= '2027-12-31'")->least, "2026-01-01");
  EXPECT_EQ(limited<Date>(". >= date('2026-01-01') and . <= '2027-12-31'")->most, "2027-12-31");
  EXPECT_EQ(limited<Date>(".<=DATE( \"2027-12-31\" )")->most, "2027-12-31");
  EXPECT_EQ(limited<Date>(". >= '2026-01-01'")->most, "");
}

TEST(xlsform_rules, anything_else_is_no_limit_of_a_date) {
  for (const char* text : {". <= today()", ". > '2026-01-01'", ". >= '2026-02-30'", ". >= 2026-01-01",
                           ". >= '", ". >= date('2026-01-01'", ". >= '2027-01-01' and . <= '2026-01-01'",
                           ". >= ''", "", "${day} >= '2026-01-01'", ". >= '2026-01-01' or . <= '2025-01-01'"})
    EXPECT_FALSE(limited<Date>(text)) << text;
}

TEST(xlsform_rules, a_range_has_parameters_in_any_order_and_spacing) {
  EXPECT_EQ(range_of("start=0 end=5 step=1").value(), (Range{0, 5, 1}));
  EXPECT_EQ(range_of("end = 1.0, step = 0.25 , start=0").value(), (Range{0, 1, 0.25}));
  EXPECT_EQ(range_of("").value(), (Range{1, 10, 1}));
}

TEST(xlsform_rules, a_range_that_leads_nowhere_is_refused) {
  EXPECT_FALSE(range_of("start=0 end=10 step=3").ok());
  EXPECT_FALSE(range_of("start=0 end=10 step=0").ok());
  EXPECT_FALSE(range_of("start=10 end=0").ok());
  EXPECT_FALSE(range_of("start=one").ok());
  EXPECT_FALSE(range_of("stars=5").ok());
  EXPECT_FALSE(range_of("start=0 end=1 step=1e-300").ok());
}

}  // namespace
}  // namespace tertulia::formats
