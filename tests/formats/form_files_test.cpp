// SPDX-License-Identifier: Apache-2.0
// CSV files that lie beside a form: choices, and tables that expressions read.
#include "firmware/formats/pack/pack.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms_beside.h"
#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(form_files, a_question_takes_its_choices_from_a_file) {
  const FormReading reading = read_beside(",select_one_from_file cities.csv,a,A,,,\n",
                                          {{"cities.csv", "name,label\nbraga,Braga\nfaro,Faro\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("braga Braga", "faro Faro"));
  EXPECT_THAT(reading.form->tables, IsEmpty());
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_files, a_cell_of_a_file_below_no_header_is_said_with_its_column) {
  const FormReading reading = read_beside(",select_one_from_file c.csv,a,A,,,\n",
                                          {{"c.csv", "name,label\nbraga,Braga\nfaro,Faro,far away\n"}});
  EXPECT_THAT(skipped(reading.findings),
              ElementsAre(HasSubstr("line 3: The column C has no header: 'far away' is not read")));
}

TEST(form_files, the_form_says_which_columns_are_name_and_label) {
  const FormReading reading =
      read_beside(",select_multiple_from_file c.csv,a,A,,\"value=code, label=Town\",\n",
                  {{"c.csv", "name,Town,code\nx,Braga,1\ny,Faro,2\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 Braga", "2 Faro"));
}

// The reference converter refuses such a form: blanks part the choices of an answer.
TEST(form_files, a_blank_in_the_name_of_a_choice_is_no_choice_of_several) {
  const Files file = {{"c.csv", "name,label\nNew York,New York\nfaro,Faro\n"}};
  const FormReading several = read_beside(",select_multiple_from_file c.csv,a,A,,,\n", file);
  EXPECT_THAT(labels_of(several.question("a")), ElementsAre("faro Faro"));
  EXPECT_THAT(skipped(several.findings), ElementsAre(HasSubstr("'New York' has a blank in its name")));
  EXPECT_THAT(labels_of(read_beside(",select_one_from_file c.csv,a,A,,,\n", file).question("a")),
              ElementsAre("New York New York", "faro Faro"));
  const std::string sheet = "choices\n,list_name,name,label\n,c,New York,New York\n";
  EXPECT_THAT(wrong(read_beside(",select_multiple c,a,A,,,\n" + sheet, {}).findings),
              SaysAt("choices!C6", "Write '_' instead"));
}

TEST(form_files, names_and_labels_may_come_out_of_one_column) {
  const FormReading reading =
      read_beside(",select_one_from_file c.csv,a,A,,label=name,\n", {{"c.csv", "name\nBraga\nFaro\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("Braga Braga", "Faro Faro"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_files, columns_of_a_file_keep_their_names) {
  const FormReading reading =
      read_beside(",text,c,C,,,\n,select_one_from_file c.csv,a,A,list = ${c} and code != 'x',value=code,\n",
                  {{"c.csv", "list,code,value,tag,label,type\nnorth,b,1,t,Braga,u\nsouth,f,2,t,Faro,v\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("b Braga", "f Faro"));
  EXPECT_EQ(
      reading.form->tables[0],
      (FormTable{"c",
                 {"name", "label", "list", "code", "value", "tag", "type"},
                 {{"b", "Braga", "north", "b", "1", "t", "u"}, {"f", "Faro", "south", "f", "2", "t", "v"}}}));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_files, a_column_that_a_file_does_not_have_is_said) {
  const Files files{{"c.csv", "code,Town\n1,Braga\n"}};
  const auto with = [&](const std::string& parameters) {
    return wrong(
        read_beside(",select_one_from_file c.csv,a,A,," + parameters + ",\n,text,b,B,,,\n", files).findings);
  };
  EXPECT_THAT(with(""), SaysAt("survey!B3", "'c.csv' has no column 'name' with the names of the choices"));
  EXPECT_THAT(with("value=cdoe"), SaysAt("survey!B3", "Is it 'code'?"));
  EXPECT_THAT(with("value=code label=City"), SaysAt("survey!B3", "no column 'City' with the labels"));
}

TEST(form_files, a_file_is_read_in_one_way_by_all_questions) {
  const FormReading reading =
      read_beside(",select_one_from_file c.csv,a,A,,,\n,select_one_from_file c.csv,b,B,,value=code,\n",
                  {{"c.csv", "name,label,code\nx,X,1\n"}});
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!B4", "give this question a list of its own"));
}

TEST(form_files, a_file_is_filtered_by_its_columns) {
  const FormReading reading =
      read_beside(",text,c,County?,,,\n,select_one_from_file cities.csv,a,A,county = ${c},,\n",
                  {{"cities.csv", "county;name;label\nnorth;x;Xanadu\nsouth;x;Ys\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(choices_of(reading.question("a").kind)->size(), 2U) << "each under another county";
  ASSERT_EQ(reading.form->tables.size(), 1U);
  EXPECT_EQ(reading.form->tables[0].name, "cities");
  EXPECT_THAT(reading.form->tables[0].columns, ElementsAre("name", "label", "county"));
  EXPECT_EQ(reading.form->binds[1].choice_list, "cities");
}

TEST(form_files, an_expression_reads_a_file_as_it_is) {
  const FormReading reading = read_beside(
      ",text,a,A,,,\n,calculate,chief,,,,\"pulldata('villages', 'chief', 'key', ${a})\"\n"
      ",calculate,size,,,,instance('sizes')/root/item[key = 1]/people\n,csv-external,sizes,,,,\n",
      {{"villages.csv", "key,chief\n1,Ada\n2\n"}, {"sizes.csv", "key,people\n1,9\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(reading.findings.all(), IsEmpty());
  ASSERT_EQ(reading.form->tables.size(), 2U);
  EXPECT_EQ(reading.form->tables[1], (FormTable{"villages", {"key", "chief"}, {{"1", "Ada"}, {"2", ""}}}));
}

TEST(form_files, only_what_is_looked_up_by_name_is_a_file) {
  std::vector<std::string> wanted;
  const FormReading reading = read_beside(
      ",text,town,A,,,\n,calculate,size,,,,instance('sizes')/root/item[key = ${town}]/people\n"
      ",calculate,chief,,,,\"concat('town', pulldata(\u2018sizes\u2019, 'people', 'key', ${town}))\"\n",
      {{"sizes.csv", "key,people\n1,9\n"}, {"town.csv", "x\n"}, {"key.csv", "x\n"}}, &wanted);
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(wanted, ElementsAre("sizes.csv"));
  EXPECT_EQ(reading.form->tables.size(), 1U);
}

TEST(form_files, a_wrong_column_of_a_file_is_said_at_the_cell) {
  const FormReading reading =
      read_beside(",text,a,A,,,\n,calculate,c,,,,\"pulldata('villages', 'cheif', 'key', ${a})\"\n",
                  {{"villages.csv", "key,chief\n1,Ada\n"}});
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!G4", "Is it 'chief'?"));
}

TEST(form_files, a_file_that_is_not_there_or_no_table_is_named_with_the_cure) {
  const FormReading reading = read_beside(
      ",select_one_from_file cities.csv,a,A,,,\n,select_one_from_file map.kml,b,B,,,\n,text,c,C,,,\n", {});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B3", "put it beside the form"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B4", ".csv, .xml and .geojson files"));
}

TEST(form_files, a_file_that_a_form_reads_is_not_taken_for_a_form) {
  for (const char* name : {"forms/cities.csv", "forms/towns-media/cities.csv"}) {
    FileMap files = lisbon_files();
    files["forms/towns.csv"] = "survey\n,type,name,label\n,select_one_from_file cities.csv,a,A\n";
    files[name] = "name,label\nbraga,Braga\n";
    const PackReading reading = read_pack_from(files);
    ASSERT_TRUE(reading.pack);
    EXPECT_NE(reading.pack->questionnaire("towns"), nullptr) << name;
    for (const Finding& finding : reading.findings.all())
      EXPECT_NE(finding.place.file, name) << finding.message;
  }
}

TEST(form_files, a_form_that_another_one_reads_by_mistake_keeps_its_findings) {
  FileMap files = lisbon_files();
  files["forms/towns.csv"] =
      "survey\n,type,name,label,calculation\n,text,a,A,\n"
      ",calculate,c,,\"pulldata('other', 'survey', 'survey', ${a})\"\n";
  files["forms/other.csv"] = "survey\n,type,name,label\n,select_on yn,a,A\n";
  EXPECT_THAT(wrong(read_pack_from(files).findings), testing::Contains(HasSubstr("'select_on yn'")));
}

FormReading read_searched(const std::string& rows, const Files& files,
                          const std::string& choices = ",list_name,name,label\n,towns,code,Town\n") {
  return read_with("survey\n,type,name,label,appearance\n" + rows + "choices\n" + choices, files);
}
const Files kTowns{{"towns.csv", "code,Town\nx,Xanadu\ny,Ys\n"}};

TEST(form_files, search_takes_the_choices_from_the_columns_that_the_list_names) {
  const FormReading reading = read_searched(
      ",select_one towns,a,A,minimal search('towns')\n"
      ",select_multiple towns,b,B,search('towns.csv')\n",
      kTowns);
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("x Xanadu", "y Ys"));
  EXPECT_THAT(labels_of(reading.question("b")), ElementsAre("x Xanadu", "y Ys"));
  EXPECT_EQ(std::get<SelectOne>(reading.question("a").kind).look, ChoiceLook::kSearch);
  EXPECT_EQ(std::get<SelectMultiple>(reading.question("b").kind).look, ChoiceLook::kSearch);
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_files, choices_whose_names_are_numbers_stand_beside_those_that_search_finds) {
  const std::string choices =
      ",list_name,name,label\n,towns,0,Do not know\n,towns,code,Town\n,towns,99,Elsewhere\n";
  const FormReading reading = read_searched(",select_one towns,a,A,search('towns')\n", kTowns, choices);
  EXPECT_THAT(labels_of(reading.question("a")),
              ElementsAre("0 Do not know", "x Xanadu", "y Ys", "99 Elsewhere"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
  const FormReading filtered =
      read_searched(",select_one towns,a,A,\"search('towns', 'matches', 'code', 'x')\"\n", kTowns, choices);
  EXPECT_THAT(labels_of(filtered.question("a")), ElementsAre("x Xanadu", "y Ys"));
  EXPECT_THAT(skipped(filtered.findings), ElementsAre(HasSubstr("Write them into the file.")));
  EXPECT_THAT(skipped(read_searched(",select_one towns,a,A,search('towns')\n", kTowns,
                                    ",list_name,name,label\n,towns,1,One\n")
                          .findings),
              testing::Contains(HasSubstr("needs one choice whose name and label are headers")));
}

TEST(form_files, what_search_does_not_do_is_said_with_what_does) {
  EXPECT_THAT(skipped(read_searched(",select_one towns,a,A,search('cities')\n", kTowns).findings),
              testing::Contains(HasSubstr("'cities.csv' is missing or empty, so that this is not asked")));
  EXPECT_THAT(wrong(read_searched(",select_one towns,a,A,search('towns')\n"
                                  ",select_one towns,b,B,search('cities')\n",
                                  kTowns)
                        .findings),
              ElementsAre(HasSubstr("a list of its own")));
}

TEST(form_files, search_takes_columns_with_blanks_and_one_of_labels_for_each_language) {
  const FormReading reading =
      read_searched(",select_one towns,a,A,search('towns')\n",
                    {{"towns.csv", "the code,Town name,Nom de ville\nx,Lisbon,Lisbonne\n"}},
                    ",list_name,name,label,label::fr\n,towns,the code,Town name,Nom de ville\n");
  ASSERT_TRUE(reading.form);
  ASSERT_THAT(labels_of(reading.question("a")), ElementsAre("x Lisbon"));
  EXPECT_EQ(choices_of(reading.question("a").kind)->front().label.in("fr"), "Lisbonne");
}

TEST(form_files, search_with_or_other_offers_the_file_and_other) {
  const FormReading reading = read_searched(",select_one towns or_other,a,A,search('towns')\n", kTowns);
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("x Xanadu", "y Ys", "other Other"));
}

TEST(form_files, a_question_whose_search_finds_no_file_is_left_out) {
  const FormReading reading = read_searched(",select_one towns,a,A,search('cities')\n,text,b,B,\n", kTowns);
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->find("a"), nullptr);
}

}  // namespace
}  // namespace tertulia::formats
