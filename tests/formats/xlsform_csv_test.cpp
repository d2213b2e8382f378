// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_csv.h"

#include "tests/formats/finding_matchers.h"

namespace tertulia::formats {
namespace {

struct Sheets {
  std::optional<Workbook> book;
  Findings findings;
};

Sheets read(const std::string& text) {
  Sheets sheets;
  sheets.book = read_xlsform_csv({"f.csv", text}, sheets.findings);
  return sheets;
}

TEST(xlsform_csv, the_first_column_names_the_sheet) {
  const Sheets sheets = read("survey,,\n,type,name\n,text,q1\nchoices,,\n,list_name,name\n");
  ASSERT_TRUE(sheets.book);
  ASSERT_EQ(sheets.book->sheets.size(), 2U);
  const Sheet& survey = *sheets.book->find("survey");
  EXPECT_EQ(survey.rows[1].at(2), "q1");
  EXPECT_EQ(cell_name(survey, survey.rows[1].number, 2), "survey!C3");
}

TEST(xlsform_csv, a_quoted_field_holds_separators_quotes_and_line_ends) {
  const Sheets sheets = read("survey\r\n,\"a,\"\"b\"\"\r\nc\",d\r\n");
  ASSERT_TRUE(sheets.book);
  EXPECT_EQ(sheets.book->sheets[0].rows[0].at(1), "a,\"b\"\r\nc");
  EXPECT_EQ(sheets.book->sheets[0].rows[0].at(2), "d");
}

TEST(xlsform_csv, a_byte_order_mark_is_no_part_of_the_first_name) {
  EXPECT_NE(read("\xEF\xBB\xBFsurvey,\n,type\n").book->find("survey"), nullptr);
}

TEST(xlsform_csv, semicolons_separate_where_the_comma_is_the_decimal_sign) {
  const Sheets sheets = read("survey;;\n;type;name\n;text;a,b\n");
  ASSERT_TRUE(sheets.book);
  EXPECT_EQ(sheets.book->sheets[0].rows[1].at(2), "a,b");
}

TEST(xlsform_csv, an_open_quote_names_its_row) {
  const Sheets sheets = read("survey,\n,\"type\n,x\n");
  EXPECT_FALSE(sheets.book);
  EXPECT_THAT(wrong(sheets.findings), SaysAt("row 2", "quote that is never closed"));
}

TEST(xlsform_csv, columns_beyond_the_500th_are_left_out_with_the_cure_and_empty_ones_are_nothing) {
  const std::string wide = "survey\n,type,name" + std::string(600, ',') + "\n,text,a" + std::string(600, ',');
  const Sheets empty = read(wide + "\n");
  ASSERT_TRUE(empty.book);
  EXPECT_THAT(empty.findings.all(), testing::IsEmpty());
  const Sheets full = read(wide + "x\n,text,b\n");
  ASSERT_TRUE(full.book);
  EXPECT_EQ(full.book->find("survey")->rows.back().at(2), "b");
  EXPECT_THAT(skipped(full.findings), testing::ElementsAre(testing::AllOf(
                                          testing::StartsWith("SG3: "), testing::HasSubstr("500 columns"))));
}

TEST(xlsform_csv, windows_1252_is_guessed_and_said) {
  const Sheets sheets = read("survey,\n,caf\xE9\n");
  ASSERT_TRUE(sheets.book);
  EXPECT_EQ(sheets.book->sheets[0].rows[0].at(1), "café");
  EXPECT_THAT(guessed(sheets.findings), SaysAt("", "read as Windows-1252"));
}

TEST(xlsform_csv, utf_16_of_either_order_is_read) {
  const auto utf16 = [](bool is_big) {
    std::string bytes;
    for (const char c : std::string("survey\t\n\ttype\n"))
      bytes += is_big ? std::string{'\0', c} : std::string{c, '\0'};
    return (is_big ? "\xFE\xFF" : "\xFF\xFE") + bytes;
  };
  for (const bool is_big : {false, true}) {
    const Sheets sheets = read(utf16(is_big));
    ASSERT_TRUE(sheets.book);
    EXPECT_EQ(sheets.book->sheets[0].rows[0].at(1), "type");
  }
}

TEST(xlsform_csv, a_survey_that_was_saved_alone_is_taken_as_one) {
  const Sheets sheets = read("type,name,label\ntext,a,A\n");
  ASSERT_TRUE(sheets.book);
  EXPECT_EQ(sheets.book->find("survey")->rows[1].at(1), "a");
  EXPECT_THAT(guessed(sheets.findings), SaysAt("", "taken as the sheet 'survey'"));
}

TEST(table, columns_have_the_letters_of_a_spreadsheet) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(parse_cell_name("AB12")->column, 27);
  EXPECT_EQ(parse_cell_name("AB12")->row, 12);
  EXPECT_FALSE(parse_cell_name("12"));
  EXPECT_FALSE(parse_cell_name("ZZZZ1"));
  EXPECT_FALSE(parse_cell_name("A99999999"));
}

}  // namespace
}  // namespace tertulia::formats
