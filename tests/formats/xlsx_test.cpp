// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xlsx.h"

#include "firmware/formats/containers/xlsx_parts.h"
#include "firmware/formats/xlsform/xlsform.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/workbooks.h"

namespace tertulia::formats {
namespace {

using Parts = std::map<std::string, std::string>;

struct Read {
  std::optional<Workbook> book;
  Findings findings;

  [[nodiscard]] std::string cell(std::size_t row, int column) const {
    const Sheet* survey = book ? book->find("survey") : nullptr;
    if (survey == nullptr || row >= survey->rows.size()) return "no such row";
    return std::string(survey->rows[row].at(column));
  }
};

Read read(const Parts& parts, Packing packing = Packing::kDeflated) {
  Read result;
  const std::string bytes = zipped(parts, packing);
  result.book = read_xlsx({"forms/f.xlsx", bytes}, TableUse::kForm, result.findings);
  return result;
}

TEST(xlsx, shared_strings_are_looked_up) {
  Parts parts =
      workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>");
  parts["xl/sharedStrings.xml"] =
      shared_strings_part("<si><t>name</t></si><si><t xml:space=\"preserve\"> type </t></si>");
  const Read result = read(parts);
  EXPECT_EQ(result.cell(0, 0), " type ");
  EXPECT_EQ(result.cell(0, 1), "");
  EXPECT_EQ(result.cell(0, 2), "name");
}

TEST(xlsx, runs_of_rich_text_are_joined_and_phonetic_guides_left_out) {
  Parts parts = workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  parts["xl/sharedStrings.xml"] = shared_strings_part(
      "<si><r><rPr><b/></rPr><t>How </t></r><r><t>was it?</t></r><rPh sb=\"0\" "
      "eb=\"1\"><t>xx</t></rPh></si>");
  EXPECT_EQ(read(parts).cell(0, 0), "How was it?");
}

TEST(xlsx, inline_strings_need_no_shared_ones) {
  const Read result = read(
      workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>am &amp; ka &lt;3</t></is></c></row>"));
  EXPECT_EQ(result.cell(0, 0), "am & ka <3");
}

TEST(xlsx, stored_members_are_read_as_well) {
  const Read result = read(
      workbook_parts("<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>2</v></c></row>"), Packing::kStored);
  EXPECT_EQ(result.cell(0, 0), "a");
  EXPECT_EQ(result.cell(0, 1), "2");
}

TEST(xlsx, numbers_booleans_and_formulas_give_what_the_spreadsheet_shows) {
  const Read result = read(workbook_parts(
      "<row r=\"2\"><c r=\"A2\"><v>1.0</v></c><c r=\"B2\"><v>0.5</v></c><c r=\"C2\" t=\"b\"><v>1</v></c>"
      "<c r=\"D2\" t=\"str\"><f>A1&amp;\"x\"</f><v>1x</v></c><c r=\"E2\" t=\"e\"><v>#N/A</v></c></row>"));
  EXPECT_EQ(result.cell(0, 0), "1");
  EXPECT_EQ(result.cell(0, 1), "0.5");
  EXPECT_EQ(result.cell(0, 2), "TRUE");
  EXPECT_EQ(result.cell(0, 3), "1x");
  EXPECT_EQ(result.cell(0, 4), "");
  ASSERT_TRUE(result.book);
  EXPECT_EQ(result.book->sheets[0].rows[0].number, 2);
}

TEST(xlsx, numbers_are_whole_where_they_can_be) {
  EXPECT_EQ(number_text("3E0"), "3");
  EXPECT_EQ(number_text("1e300"), "1e+300");
  EXPECT_EQ(number_text("x"), "x");
}

TEST(xlsx, escaped_characters_are_resolved) {
  EXPECT_EQ(without_escapes("a_x000D_b"), "a\rb");
  EXPECT_EQ(without_escapes("a_x00"), "a_x00");
  EXPECT_EQ(without_escapes("_xD800_"), "_xD800_");
}

TEST(xlsx, a_dtd_is_refused) {
  Parts parts = workbook_parts("");
  parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c "
      "t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
  const Read result = read(parts);
  EXPECT_FALSE(result.book);
  EXPECT_THAT(wrong(result.findings), SaysAt("", "not allowed (DTD, entities)"));
}

TEST(xlsx, damaged_xml_and_missing_sheets_are_wrong) {
  Parts damaged = workbook_parts("<row><c>");
  EXPECT_FALSE(read(damaged).book);
  Parts missing = workbook_parts("");
  missing.erase("xl/worksheets/sheet1.xml");
  EXPECT_THAT(wrong(read(missing).findings), SaysAt("", "'survey' is missing"));
  EXPECT_THAT(wrong(read({{"word/document.xml", "<x/>"}}).findings), SaysAt("", "not an Excel workbook"));
}

TEST(xlsx, what_stands_out_of_bounds_is_left_out_and_named) {
  const auto low =
      read(workbook_parts("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>"
                          "<row r=\"150001\"><c r=\"A150001\"><v>1</v></c></row>"));
  EXPECT_EQ(low.cell(0, 0), "7");
  EXPECT_THAT(skipped(low.findings), SaysAt("survey!A150001", "Delete what stands far from the table"));
  const auto far =
      read(workbook_parts("<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"ZZ1\"><v>1</v></c></row>"));
  EXPECT_EQ(far.cell(0, 0), "7");
  EXPECT_THAT(skipped(far.findings), SaysAt("survey!ZZ1", "is not read"));
}

TEST(xlsx, an_empty_cell_far_out_is_no_content) {
  const auto result =
      read(workbook_parts("<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"XFD1\" s=\"3\"/></row>"
                          "<row r=\"1048576\"><c r=\"A1048576\" s=\"3\"/></row>"));
  EXPECT_EQ(result.cell(0, 0), "7");
  EXPECT_THAT(result.findings.all(), testing::IsEmpty());
}

TEST(xlsx, cells_out_of_order_are_damage) {
  EXPECT_THAT(wrong(read(workbook_parts("<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>")).findings),
              SaysAt("", "out of order at c 'A2'"));
  EXPECT_FALSE(read(workbook_parts("<row r=\"2\"/><row r=\"2\"/>")).book);
}

TEST(xlsx, columns_beyond_the_500th_are_said_with_the_cure) {
  const Read result = read(workbook_parts(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"SF1\"><v>500</v></c><c r=\"SG1\"><v>501</v></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"SH2\"><v>502</v></c></row>"));
  EXPECT_EQ(result.cell(0, 499), "500");
  EXPECT_EQ(result.cell(1, 0), "2");
  EXPECT_THAT(skipped(result.findings),
              testing::ElementsAre(testing::AllOf(testing::StartsWith("survey!SG1: "),
                                                  testing::HasSubstr("Delete columns that nobody needs"))));
}

TEST(xlsx, numbers_look_as_their_format_says) {
  Parts parts = workbook_parts(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45413</v></c><c r=\"B1\" s=\"2\"><v>0.375</v></c><c r=\"C1\" "
      "s=\"3\"><v>0.25</v></c><c r=\"D1\" s=\"4\"><v>1.5</v></c><c r=\"E1\" "
      "s=\"0\"><v>0.30000000000000004</v>"
      "</c><c r=\"F1\"><v>1E+05</v></c><c r=\"G1\"><v>12345678901234</v></c><c r=\"H1\" "
      "s=\"99\"><v>3</v></c></row>");
  parts["xl/styles.xml"] =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
      "formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellStyleXfs><xf "
      "numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
      "numFmtId=\"20\"/>"
      "<xf numFmtId=\"9\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>";
  const Read result = read(parts);
  const std::vector<std::string> shown{"2024-05-01", "09:00",          "25%", "1.50", "0.3",
                                       "100000",     "12345678901234", "3"};
  for (std::size_t column = 0; column < shown.size(); ++column)
    EXPECT_EQ(result.cell(0, static_cast<int>(column)), shown[column]);
}

TEST(xlsx, a_formula_without_a_result_or_with_an_error_is_said) {
  const Read result = read(
      workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c><c r=\"B1\"><f>1+1</f></c></row>"));
  EXPECT_THAT(skipped(result.findings), SaysAt("survey!A1", "shows #REF!"));
  EXPECT_THAT(skipped(result.findings), SaysAt("survey!B1", "does not hold its result"));
}

TEST(xlsx, something_else_is_no_workbook) {
  Findings findings;
  EXPECT_FALSE(read_xlsx({"f.xlsx", "type,name"}, TableUse::kForm, findings));
  EXPECT_THAT(wrong(findings), SaysAt("", "not a readable ZIP file"));
}

TEST(xlsx, a_whole_form_is_read_from_a_workbook) {
  const std::string bytes = zipped(
      workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>type</t></is></c><c r=\"B1\" "
                     "t=\"inlineStr\"><is><t>name</t>"
                     "</is></c><c r=\"C1\" t=\"inlineStr\"><is><t>label::Georgian (ka)</t></is></c></row>"
                     "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>text</t></is></c><c r=\"B2\" "
                     "t=\"inlineStr\"><is><t>q</t></is>"
                     "</c><c r=\"C2\" t=\"inlineStr\"><is><t>რას ფიქრობთ?</t></is></c></row>"
                     "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>select_one x</t></is></c></row>"));
  Findings findings;
  EXPECT_FALSE(read_form({"forms/f.xlsx", bytes}, "en", findings));
  EXPECT_THAT(wrong(findings), SaysAt("survey!A3", "'x' is not in the sheet"));
}

}  // namespace
}  // namespace tertulia::formats
