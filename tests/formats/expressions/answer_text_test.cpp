// SPDX-License-Identifier: Apache-2.0
// Answers as expressions read and write them: a table for each way.
#include "firmware/formats/expressions/answer_text.h"

#include <limits>

#include <gtest/gtest.h>

#include "firmware/domain/limits.h"
#include "tests/support/logic_form.h"

namespace tertulia::formats {
namespace {

TEST(answer_text, an_answer_is_written_as_xforms_has_it) {
  const std::pair<AnswerValue, const char*> rows[] = {
      {{}, ""},
      {text("Ana"), "Ana"},
      {names({"red", "blue"}), "red blue"},
      {names({}), ""},
      {whole(-3), "-3"},
      {3.5, "3.5"},
      {4.0, "4"},
      {0.1, "0.1"},
      {1e21, "1000000000000000000000"},
      {-2.5e-7, "-0.00000025"},
      {std::numeric_limits<double>::quiet_NaN(), ""},
  };
  for (const auto& [answer, written] : rows) EXPECT_EQ(form_text_of(answer), written);
}

TEST(answer_text, a_text_of_the_form_is_an_answer_where_its_kind_takes_it) {
  const auto colours = choices({"red", "blue"});
  const struct {
    QuestionKind kind;
    const char* text;
    AnswerValue answer;
  } rows[] = {
      {Text{}, "Ana", text("Ana")},
      {Text{}, "", {}},
      {Text{false, 3}, "Anabel", {}},
      {SelectOne{colours}, "red", text("red")},
      {SelectOne{colours}, "green", {}},
      {SelectMultiple{colours, {}}, "blue red", names({"blue", "red"})},
      {SelectMultiple{colours, {}}, "  blue  ", names({"blue"})},
      {SelectMultiple{colours, {}}, "blue green", {}},
      {SelectMultiple{colours, 1}, "blue red", {}},
      {Ranking{colours}, "blue red", names({"blue", "red"})},
      {Ranking{colours}, "blue", {}},
      {Integer{}, "42", whole(42)},
      {Integer{}, "4.5", {}},
      {Integer{0, 10}, "11", {}},
      {Integer{}, "99999999999999999999", {}},
      {Decimal{}, "3.5", 3.5},
      {Decimal{}, "many", {}},
      {Decimal{}, "NaN", {}},
      {Range{0, 1, 0.5}, "0.5", 0.5},
      {Range{1, 5, 1}, "4", 4.0},
      {Range{1, 5, 1}, "6", {}},
      {Date{}, "2027-05-11", text("2027-05-11")},
      {Date{}, "2027-05-11T23:30:00.000+01:00", text("2027-05-11")},
      {Date{}, "tomorrow", {}},
      {tertulia::TimeOfDay{}, "14:30", text("14:30")},
      {tertulia::TimeOfDay{}, "14:30:59.999+02:00", text("14:30")},
      {tertulia::TimeOfDay{}, "2027-05-11T08:05:00.000+01:00", text("08:05")},
      {tertulia::TimeOfDay{}, "2027-05-11", {}},
      {Acknowledge{}, "OK", text("OK")},
      {Acknowledge{}, "yes", {}},
      {Note{}, "something", {}},
  };
  for (const auto& row : rows) {
    Question question;
    question.kind = row.kind;
    EXPECT_EQ(answer_from(row.text, question), row.answer) << row.kind.index() << " " << row.text;
  }
}

TEST(answer_text, a_value_of_the_form_is_a_number_where_its_kind_is_one) {
  EXPECT_EQ(value_from("42", ValueKind::kWhole, 100), whole(42));
  EXPECT_EQ(value_from("0.5", ValueKind::kDecimal, 100), AnswerValue(0.5));
  EXPECT_EQ(value_from("042", ValueKind::kText, 100), text("042"));
  EXPECT_EQ(value_from("2027-05-11", ValueKind::kDate, 100), text("2027-05-11"));
  EXPECT_EQ(value_from("99999999999999999999", ValueKind::kWhole, 100), text("99999999999999999999"));
  EXPECT_EQ(value_from("", ValueKind::kWhole, 100), AnswerValue());
  const std::string longest(100, 'x');
  EXPECT_EQ(value_from(longest, ValueKind::kText, 100), text(longest));
}

TEST(answer_text, a_value_of_the_form_that_has_no_room_shows_where_it_was_cut) {
  EXPECT_EQ(value_from(std::string(101, 'x'), ValueKind::kText, 100), text(std::string(97, 'x') + "…"));
  std::string letters;
  for (int i = 0; i < 34; ++i) letters += "ሰ";
  EXPECT_EQ(value_from(letters, ValueKind::kText, 100), text(letters.substr(0, 32 * 3) + "…"));
  EXPECT_EQ(value_from(std::string(51, '"'), ValueKind::kText, 100), text(std::string(48, '"') + "…"));
}

}  // namespace
}  // namespace tertulia::formats
