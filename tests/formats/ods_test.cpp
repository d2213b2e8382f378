// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/ods.h"

#include "firmware/formats/schedule/agenda_file.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/workbooks.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kType = "application/vnd.oasis.opendocument.spreadsheet";

std::string content(const std::string& tables) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>" +
         tables + "</office:spreadsheet></office:body></office:document-content>";
}
std::string table(const std::string& rows) {
  return "<table:table table:name=\"Plan\">" + rows + "</table:table>";
}
std::string row(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row" + attributes + ">" + cells + "</table:table-row>";
}
std::string cell(const std::string& text, const std::string& attributes = " office:value-type=\"string\"") {
  return "<table:table-cell" + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
std::string typed(const std::string& type, const std::string& value, const std::string& shown) {
  const std::string name = type == "float" ? "value" : type + "-value";
  return cell(shown, " office:value-type=\"" + type + "\" office:" + name + "=\"" + value + "\"");
}
std::string ods(const std::string& tables) {
  return zipped({{"content.xml", content(tables)}, {"mimetype", kType}}, Packing::kStored);
}

std::vector<Row> rows_of(const std::string& rows) {
  const auto read = read_ods_content(content(table(rows)));
  EXPECT_TRUE(read.ok());
  return read.ok() && !read.value().sheets.empty() ? read.value().sheets.front().rows : std::vector<Row>{};
}

TEST(ods, cells_give_what_they_stand_for_and_not_how_a_country_writes_it) {
  EXPECT_THAT(
      rows_of(row(typed("date", "2027-05-10", "10/5/27") + typed("time", "PT09H05M00S", "9.05") +
                  typed("float", "3.0", "3,00") + typed("boolean", "true", "WAHR") + cell("A&amp;B"))),
      ElementsAre(Row{1, {{0, "2027-05-10"}, {1, "09:05"}, {2, "3"}, {3, "TRUE"}, {4, "A&B"}}}));
}

TEST(ods, paragraphs_are_lines_and_comments_are_left_out) {
  EXPECT_THAT(
      rows_of(row("<table:table-cell><office:annotation><text:p>Ask Rosa</text:p></office:annotation>"
                  "<text:p>one<text:s text:c=\"2\"/><text:span>two</text:span></text:p><text:p>three</text:p>"
                  "</table:table-cell>")),
      ElementsAre(Row{1, {{0, "one  two\nthree"}}}));
}

TEST(ods, repeated_cells_and_rows_are_counted_and_empty_ones_cost_nothing) {
  EXPECT_THAT(rows_of(row(cell("x", " table:number-columns-repeated=\"2\"") +
                              "<table:table-cell table:number-columns-repeated=\"3\"/>" + cell("y"),
                          " table:number-rows-repeated=\"2\"") +
                      row("<table:table-cell table:number-columns-repeated=\"16384\"/>",
                          " table:number-rows-repeated=\"3\"") +
                      row(cell("z")) + row("<table:table-cell/>", " table:number-rows-repeated=\"1048000\"")),
              ElementsAre(Row{1, {{0, "x"}, {1, "x"}, {5, "y"}}}, Row{2, {{0, "x"}, {1, "x"}, {5, "y"}}},
                          Row{6, {{0, "z"}}}));
}

TEST(ods, what_is_repeated_without_measure_is_cut) {
  const auto high =
      read_ods_content(content(table(row(cell("x"), " table:number-rows-repeated=\"1048576\""))));
  ASSERT_TRUE(high.ok());
  EXPECT_EQ(high.value().cut_at, "Plan!A150001");
  EXPECT_EQ(high.value().sheets.front().rows.size(), static_cast<std::size_t>(TableLimits::kMostRows));
  const auto wide =
      read_ods_content(content(table(row(cell("x", " table:number-columns-repeated=\"16384\"")))));
  ASSERT_TRUE(wide.ok());
  EXPECT_EQ(wide.value().cut_column_at, "Plan!SG1");
  EXPECT_EQ(wide.value().cut_at, "");
}

TEST(ods, errors_of_formulas_beyond_a_hundred_are_counted) {
  std::string rows;
  for (int count = 0; count < 103; ++count) rows += row(cell("#REF!", " calcext:value-type=\"error\""));
  std::string bytes = content(table(rows));
  bytes.insert(bytes.find("xmlns:table"), "xmlns:calcext=\"urn:org:documentfoundation:names:calc\" ");
  const auto read = read_ods_content(bytes);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().errors.size(), 100U);
  EXPECT_EQ(read.value().more_errors, 3U);
}

TEST(ods, a_long_text_is_not_repeated_without_measure) {
  const auto read = read_ods_content(
      content(table(row(cell(std::string(1U << 20U, 'x'), " table:number-columns-repeated=\"400\"")))));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().cut_at, "Plan!AG1");
}

TEST(ods, a_password_and_damage_are_said) {
  Findings findings;
  EXPECT_FALSE(read_ods({"a.ods", zipped({{"META-INF/manifest.xml", "<m:encryption-data/>"}})},
                        TableUse::kAgenda, findings));
  EXPECT_FALSE(read_ods({"a.ods", zipped({{"content.xml", "<table"}})}, TableUse::kAgenda, findings));
  EXPECT_FALSE(read_ods({"a.ods", zipped({{"mimetype", kType}})}, TableUse::kAgenda, findings));
  EXPECT_THAT(wrong(findings), ElementsAre(testing::HasSubstr("password"), testing::HasSubstr("damaged"),
                                           testing::HasSubstr("no content.xml")));
}

TEST(ods, a_spreadsheet_of_libreoffice_is_an_agenda) {
  const std::string bytes =
      ods(table(row(cell("Day") + cell("Start") + cell("End") + cell("Title")) +
                row(typed("date", "2027-05-10", "10.05.27") + typed("time", "PT09H30M00S", "09:30") +
                    typed("time", "PT11H00M00S", "11:00") + cell("Opening"))));
  Findings findings;
  const CalendarDays days{"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 13, 0, 0, 0}, "en"};
  const auto contents = read_agenda_file({"plan.ods", bytes}, Named::kNo, days, findings);
  ASSERT_TRUE(contents);
  ASSERT_THAT(contents->entries, SizeIs(1));
  EXPECT_EQ(to_rfc3339(contents->entries[0].start), "2027-05-10T08:30:00Z");
  EXPECT_EQ(to_rfc3339(contents->entries[0].end), "2027-05-10T10:00:00Z");
  EXPECT_EQ(contents->entries[0].extras.place, (Place{"plan.ods", "Plan!D2"}));
  EXPECT_THAT(wrong(findings), IsEmpty());
}

}  // namespace
}  // namespace tertulia::formats
