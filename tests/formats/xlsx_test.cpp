// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsx.h"

#include "firmware/formats/xlsform/xlsform.h"
#include "firmware/formats/xlsform/xlsx_parts.h"
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
  result.book = read_xlsx({"forms/f.xlsx", bytes}, result.findings);
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

TEST(xlsx, a_row_or_column_out_of_bounds_is_refused_and_named) {
  const auto low = read(workbook_parts("<row r=\"20001\"><c r=\"A20001\"><v>1</v></c></row>"));
  EXPECT_FALSE(low.book);
  EXPECT_THAT(wrong(low.findings), SaysAt("", "or out of order at row 20001; delete what stands far from"));
  const auto far = read(workbook_parts("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>"));
  EXPECT_FALSE(far.book);
  EXPECT_THAT(wrong(far.findings), SaysAt("", "out of order at cell ZZ1"));
}

TEST(xlsx, something_else_is_no_workbook) {
  Findings findings;
  EXPECT_FALSE(read_xlsx({"f.xlsx", "type,name"}, findings));
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
