// SPDX-License-Identifier: Apache-2.0
// Lists in XML and GeoJSON that lie beside a form: choices, and tables that expressions read.
#include "firmware/formats/containers/record_table.h"
#include "firmware/formats/pack/pack.h"
#include "firmware/formats/xlsform/file_tables.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms_beside.h"
#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kTownsXml =
    "<?xml version='1.0'?>\n<root>\n"
    "<item><name>braga</name><label>Braga</label><region>north</region></item>\n"
    "<item><name>faro</name><label>Faro</label><region>south</region></item>\n</root>\n";

FormReading read_xml(const std::string& list, const std::string& parameters = "") {
  return read_beside(",select_one_from_file towns.xml,a,A,," + parameters + ",\n,text,b,B,,,\n",
                     {{"towns.xml", list}});
}

FormReading read_geojson(const std::string& list, const std::string& parameters = "") {
  return read_beside(",select_one_from_file sites.geojson,a,A,," + parameters + ",\n,text,b,B,,,\n",
                     {{"sites.geojson", list}});
}

std::string features(const std::string& each) {
  return "{\"type\": \"FeatureCollection\",\n \"features\": [\n" + each + "]}\n";
}

TEST(form_list_files, a_question_takes_its_choices_from_xml) {
  const FormReading reading = read_xml(kTownsXml);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("braga Braga", "faro Faro"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_list_files, elements_of_xml_may_have_any_name) {
  const FormReading reading =
      read_xml("<places><t:town xmlns:t='x'><code>1</code><Town>Braga</Town></t:town></places>",
               "value=code label=Town");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 Braga"));
}

TEST(form_list_files, an_item_of_xml_without_a_label_shows_its_name) {
  const FormReading reading = read_xml(
      "<r><i><name>braga</name><label/></i><i><name>faro</name><label><![CDATA[F&A]]></label></i></r>");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("braga braga", "faro F&A"));
  EXPECT_THAT(guessed(reading.findings), SaysAt("line 1", "no label; its name is shown"));
}

TEST(form_list_files, an_item_of_xml_without_a_name_is_left_out_with_its_line) {
  const FormReading reading = read_xml(
      "<root>\n<item><label>Braga</label></item>\n<item/>\n<item><name>faro</name><label>Faro</label></"
      "item>\n"
      "</root>");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("faro Faro"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 2", "The choice needs a name"));
}

TEST(form_list_files, items_without_any_text_are_counted) {
  const FormReading reading = read_xml(
      "<root>\n<item><name>faro</name><label>Faro</label></item>\n<item/>\n<item><name/></item>\n</root>");
  EXPECT_THAT(skipped(reading.findings),
              ElementsAre(HasSubstr("line 3: Without any text, and so left out: 2 of the 3 items")));
}

TEST(form_list_files, an_element_that_xml_does_not_have_is_said_with_the_file) {
  EXPECT_THAT(wrong(read_xml("<root><item><nmae>braga</nmae></item></root>").findings),
              SaysAt("survey!B3", "'towns.xml' has no element 'name' with the names of the choices"));
  EXPECT_THAT(wrong(read_xml("<root><item><nmae>braga</nmae></item></root>").findings),
              SaysAt("survey!B3", "Is it 'nmae'?"));
  EXPECT_THAT(wrong(read_xml(kTownsXml, "label=Town").findings),
              SaysAt("survey!B3", "by the parameter 'label'"));
}

TEST(form_list_files, of_broken_xml_the_items_before_are_offered_and_the_line_is_said) {
  const FormReading reading =
      read_xml(kTownsXml.substr(0, kTownsXml.find("</root>")) + "<item><name>x</nam></item></root>");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("braga Braga", "faro Faro"));
  EXPECT_THAT(skipped(reading.findings), ElementsAre(HasSubstr("line 5: The XML cannot be read from here")));
}

TEST(form_list_files, xml_that_is_cut_off_gives_its_whole_items) {
  const FormReading reading = read_xml(kTownsXml.substr(0, kTownsXml.find("<region>south")));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("braga Braga"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 4", "export the file again"));
}

TEST(form_list_files, a_doctype_of_xml_is_passed_over) {
  for (const std::string doctype :
       {"<!DOCTYPE r>", "<!DOCTYPE r SYSTEM \"a>b.dtd\">", "<!-- 1 -->\n<!DOCTYPE r [\n<!ELEMENT r ANY>]>"}) {
    const FormReading reading = read_xml(doctype + "\n<r><i><name>faro</name></i></r>");
    EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("faro faro")) << doctype;
    EXPECT_THAT(skipped(reading.findings), IsEmpty()) << doctype;
  }
}

TEST(form_list_files, xml_with_entities_is_not_taken) {
  const FormReading reading =
      read_xml("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<r><i><name>&e;</name></i></r>");
  EXPECT_THAT(skipped(reading.findings), SaysAt("", "Line 1 declares an entity (<!ENTITY)"));
  EXPECT_EQ(reading.form->find("a"), nullptr);
}

TEST(form_list_files, what_lies_within_a_text_of_xml_is_left_out_once) {
  const FormReading reading =
      read_xml("<r>\n<i><name>a</name><at><x>1</x></at></i>\n<i><name>b</name><at><x>1</x></at></i></r>");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("a a", "b b"));
  EXPECT_THAT(skipped(reading.findings), ElementsAre(HasSubstr("line 2: What lies within '<at>'")));
}

TEST(form_list_files, an_xml_file_without_items_is_empty) {
  for (const char* list : {"", "  \n", "<root/>", "<root><item/></root>"})
    EXPECT_THAT(skipped(read_xml(list).findings),
                SaysAt("survey!B3", "'towns.xml' has nothing that can be offered"))
        << list;
}

TEST(form_list_files, a_thousand_items_of_many_lines_are_no_end_of_the_list) {
  std::string list = "<root>";
  for (int item = 0; item < 1000; ++item)
    list += "<item><name>n" + std::to_string(item) + "</name>" + std::string(70, '\n') + "</item>";
  EXPECT_EQ(choices_of(read_xml(list + "</root>").question("a").kind)->size(), 1000U);
}

TEST(form_list_files, expressions_read_and_filter_xml) {
  const FormReading reading = read_beside(
      ",text,r,R,,,\n,select_one_from_file towns.xml,a,A,region = ${r},,\n"
      ",calculate,size,,,,instance('sizes')/root/item[town = ${a}]/people\n,xml-external,sizes,,,,\n",
      {{"towns.xml", kTownsXml},
       {"sizes.csv", "town,x\nbraga,1\n"},
       {"sizes.xml", "<root><item><town>braga</town><people>9</people></item></root>"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(reading.findings.all(), IsEmpty());
  ASSERT_EQ(reading.form->tables.size(), 2U);
  EXPECT_EQ(reading.form->tables[0], (FormTable{"sizes", {"town", "people"}, {{"braga", "9"}}}));
  EXPECT_EQ(reading.form->tables[1].name, "towns");
  EXPECT_THAT(reading.form->tables[1].columns, ElementsAre("name", "label", "region"));
  EXPECT_EQ(reading.form->binds[1].choice_list, "towns");
}

TEST(form_list_files, a_question_takes_its_choices_from_geojson) {
  const FormReading reading = read_geojson(features(
      R"({"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]},
          "properties": {"id": "w1", "title": "Well"}},
         {"type": "Feature", "id": 2, "geometry": null, "properties": {"title": "Mill", "deep": 1.50}})"));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("w1 Well", "2 Mill"));
  EXPECT_THAT(reading.findings.all().size(), 1U);
  EXPECT_THAT(skipped(reading.findings), ElementsAre(HasSubstr("The places of the features are left out")));
}

TEST(form_list_files, what_is_no_feature_with_properties_is_counted) {
  const FormReading reading =
      read_geojson(features(R"(null, 3, "x", true, [{"id": 1}], {"type": "Feature"}, {"properties": null},
                  {"properties": {"id": "w", "title": "Well", "owner": null}})"));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("w Well"));
  EXPECT_THAT(skipped(reading.findings),
              ElementsAre(HasSubstr("line 3: Without any text, and so left out: 7 of the 8 features")));
}

TEST(form_list_files, parameters_name_the_properties_of_geojson) {
  const FormReading reading = read_geojson(
      features(R"({"properties": {"name": "w", "label": "Well", "id": 9}})"), "\"value=name, label=label\"");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("w Well"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_list_files, a_property_counts_before_the_id_of_its_feature) {
  const FormReading reading = read_geojson(features(R"({"id": 7, "properties": {"id": "w"}})"));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("w w"));
}

TEST(form_list_files, a_property_that_geojson_does_not_have_is_said_with_the_file) {
  EXPECT_THAT(wrong(read_geojson(features(R"({"properties": {"title": "Well"}})")).findings),
              SaysAt("survey!B3", "'sites.geojson' has no property 'id' with the names of the choices"));
}

TEST(form_list_files, of_broken_geojson_the_features_before_are_offered_and_the_line_is_said) {
  const FormReading reading = read_geojson(
      "{\"features\": [\n{\"properties\": {\"id\": 1}},\n{\"properties\": {\"id\": 2, \"title\": }}]}");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 1"));
  EXPECT_THAT(skipped(reading.findings), ElementsAre(HasSubstr("line 3: The file is no readable JSON")));
}

TEST(form_list_files, a_number_of_geojson_that_is_larger_than_any_costs_itself_alone) {
  const FormReading reading =
      read_geojson(features("{\"properties\": {\"id\": 1, \"title\": 1e400}},\n"
                            "{\"properties\": {\"id\": -9E+999, \"title\": \"Mill\"}},\n"
                            "{\"properties\": {\"id\": 3, \"title\": \"\\\"1e400\", \"low\": 1e-400}}"));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 1", "3 \"1e400"));
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("line 3", "'1e400' is larger than any that can be read, and is left out, as 1 more"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 4", "The choice needs a name"));
}

TEST(form_list_files, json_without_features_says_what_is_wanted) {
  for (const char* list : {"[]", "{\"a\": [{\"properties\": {\"id\": 1}}]}", "7"})
    EXPECT_THAT(skipped(read_geojson(list).findings), SaysAt("", "with a FeatureCollection")) << list;
}

TEST(form_list_files, what_lies_within_a_property_is_left_out) {
  const FormReading reading =
      read_geojson(features(R"({"properties": {"id": 1, "title": ["x"], "is": {"id": 5}}})"));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 1"));
  EXPECT_THAT(skipped(reading.findings), ElementsAre(HasSubstr("lists or objects are left out")));
}

TEST(form_list_files, geojson_that_is_nested_too_deep_says_so_and_gives_the_features_before) {
  const FormReading reading =
      read_geojson(features("{\"properties\": {\"id\": 1}},\n" + std::string(100'000, '[')));
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 1"));
  EXPECT_THAT(skipped(reading.findings),
              ElementsAre(HasSubstr("line 4: The file is nested deeper than 64 levels")));
}

TEST(form_list_files, expressions_read_geojson_under_the_names_of_its_properties) {
  const FormReading reading = read_beside(
      ",select_one_from_file sites.geojson,a,A,deep > 1,,\n"
      ",calculate,c,,,,instance('sites')/root/item[id = ${a}]/deep\n",
      {{"sites.geojson", features(R"({"properties": {"id": "w", "title": "Well", "deep": 1.50}})")}});
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(
      reading.form->tables[0],
      (FormTable{"sites", {"name", "label", "id", "title", "deep"}, {{"w", "Well", "w", "Well", "1.50"}}}));
}

TEST(form_list_files, lists_that_a_form_reads_are_not_taken_for_forms) {
  FileMap files = lisbon_files();
  files["forms/towns.csv"] =
      "survey\n,type,name,label\n,select_one_from_file a.xml,a,A\n,select_one_from_file b.geojson,b,B\n";
  files["forms/a.xml"] = kTownsXml;
  files["forms/towns-media/b.geojson"] = features(R"({"properties": {"id": "w", "title": "Well"}})");
  const PackReading reading = read_pack_from(files);
  ASSERT_TRUE(reading.pack);
  EXPECT_NE(reading.pack->questionnaire("towns"), nullptr);
  for (const Finding& finding : reading.findings.all()) {
    EXPECT_NE(finding.place.file, "forms/a.xml") << finding.message;
    EXPECT_NE(finding.place.file, "forms/towns-media/b.geojson") << finding.message;
  }
}

// 500 columns, and 2,100 rows that have only the first one: 1,050,000 cells in memory.
std::string wide_csv() {
  std::string list = "name,label";
  for (int column = 2; column < 500; ++column) list += ",c" + std::to_string(column);
  for (int row = 0; row < 2'100; ++row) list += "\nn" + std::to_string(row) + ",x";
  return list + "\n";
}

TEST(form_list_files, of_a_table_with_too_many_cells_the_first_rows_are_read) {
  std::string xml = "<root>";
  for (int row = 0; row < 2'100; ++row) xml += "<i><name>n</name></i>";
  xml += "<i>";
  for (int column = 1; column < 500; ++column) {
    const std::string tag = "c" + std::to_string(column) + ">";
    xml += "<" + tag + "x</" + tag;
  }
  const Files files{{"wide.csv", wide_csv()}, {"sparse.xml", xml + "</i></root>"}};
  for (const std::string file : {"wide.csv", "sparse.xml"}) {
    Findings findings;
    FormContext context{"forms/pulse.csv", "en", {}, &findings};
    context.beside = beside_as(files);
    const auto table = table_of_file(file, context);
    ASSERT_TRUE(table) << file;
    EXPECT_EQ(table->columns.size(), 500U);
    EXPECT_EQ(table->rows.size(), 2'000U);
    ASSERT_EQ(findings.all().size(), 1U);
    EXPECT_EQ(findings.all().front().place.file, file);
    EXPECT_THAT(skipped(findings), ElementsAre(HasSubstr("only the first 2000 rows are read. Give the table "
                                                         "fewer columns")));
  }
}

TEST(form_list_files, choices_with_too_many_cells_that_expressions_read_are_said_with_their_file) {
  const FormReading reading =
      read_beside(",select_one_from_file c.csv,a,A,c2 = '',,\n", {{"c.csv", wide_csv()}});
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 2010", "only the first 2008 rows are read"));
  EXPECT_EQ(reading.findings.all().front().place.file, "c.csv");
}

TEST(form_list_files, of_records_with_too_much_text_the_whole_ones_before_are_read) {
  Findings findings;
  const std::string file = "a.xml";
  RecordTable table(file, "items", findings);
  const std::string much((12U << 20U), 'x');
  for (int line = 1; line <= 3; ++line) {
    ASSERT_TRUE(table.begin(line));
    table.set("name", "n");
    table.set("text", much);
  }
  table.set("more", "of the third");
  table.drop_last();
  EXPECT_FALSE(table.begin(4));
  const Sheet sheet = table.finished();
  EXPECT_EQ(sheet.rows.size(), 3U) << "and the header";
  EXPECT_EQ(sheet.rows.back().at(1), much);
  EXPECT_THAT(skipped(findings), ElementsAre(HasSubstr("line 3: The file has more than 32 MiB of text")));
}

TEST(form_list_files, a_column_that_expressions_do_not_find_is_said) {
  const FormReading reading = read_beside(",select_one_from_file c.csv,a,A,code != 'x',value=code,\n",
                                          {{"c.csv", "name,code\nx,1\n"}});
  EXPECT_THAT(guessed(reading.findings), SaysAt("", "expressions find the latter as 'name' too"));
}

TEST(form_list_files, two_files_that_expressions_call_alike_are_wrong) {
  const FormReading reading = read_beside(
      ",select_one_from_file c.csv,a,A,name != 'x',,\n,select_one_from_file c.xml,b,B,name != 'x',,\n",
      {{"c.csv", "name,label\na,A\n"}, {"c.xml", "<root><item><name>b</name></item></root>"}});
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey", "cannot tell 'c.xml' from another"));
}

}  // namespace
}  // namespace tertulia::formats
