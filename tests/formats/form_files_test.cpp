// SPDX-License-Identifier: Apache-2.0
// CSV files that lie beside a form: choices, and tables that expressions read.
#include <map>

#include "firmware/formats/pack/pack.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"
#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

FormReading read_beside(const std::string& rows, const std::map<std::string, std::string>& files) {
  FormReading reading;
  const std::string text = "survey\n,type,name,label,choice_filter,parameters,calculation\n" + rows;
  const FilesBeside beside = [&](const std::string& name) -> std::optional<SourceFile> {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return SourceFile{found->first, found->second};
  };
  reading.form = read_form({"forms/pulse.csv", text}, "en", reading.findings, beside);
  return reading;
}

std::vector<std::string> labels_of(const Question& question) {
  std::vector<std::string> labels;
  for (const Choice& choice : *choices_of(question.kind))
    labels.push_back(choice.name + " " + choice.label.in("en"));
  return labels;
}

TEST(form_files, a_question_takes_its_choices_from_a_file) {
  const FormReading reading = read_beside(",select_one_from_file cities.csv,a,A,,,\n",
                                          {{"cities.csv", "name,label\nbraga,Braga\nfaro,Faro\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("braga Braga", "faro Faro"));
  EXPECT_THAT(reading.form->tables, IsEmpty());
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(form_files, the_form_says_which_columns_are_name_and_label) {
  const FormReading reading =
      read_beside(",select_multiple_from_file c.csv,a,A,,\"value=code, label=Town\",\n",
                  {{"c.csv", "name,Town,code\nx,Braga,1\ny,Faro,2\n"}});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("1 Braga", "2 Faro"));
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

TEST(form_files, a_wrong_column_of_a_file_is_said_at_the_cell) {
  const FormReading reading =
      read_beside(",text,a,A,,,\n,calculate,c,,,,\"pulldata('villages', 'cheif', 'key', ${a})\"\n",
                  {{"villages.csv", "key,chief\n1,Ada\n"}});
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!G4", "Is it 'chief'?"));
}

TEST(form_files, a_file_that_is_not_there_or_no_table_is_named_with_the_cure) {
  const FormReading reading = read_beside(
      ",select_one_from_file cities.csv,a,A,,,\n,select_one_from_file map.geojson,b,B,,,\n,text,c,C,,,\n",
      {});
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B3", "put it into the folder 'forms'"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B4", "CSV files only"));
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

FormReading read_searched(const std::string& rows, const std::map<std::string, std::string>& files) {
  FormReading reading;
  const std::string text =
      "survey\n,type,name,label,appearance\n" + rows + "choices\n,list_name,name,label\n,towns,code,Town\n";
  const FilesBeside beside = [&](const std::string& name) -> std::optional<SourceFile> {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return SourceFile{found->first, found->second};
  };
  reading.form = read_form({"forms/pulse.csv", text}, "en", reading.findings, beside);
  return reading;
}
const std::map<std::string, std::string> kTowns{{"towns.csv", "code,Town\nx,Xanadu\ny,Ys\n"}};

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

TEST(form_files, what_search_does_not_do_is_said_with_what_does) {
  const FormReading filtered =
      read_searched(",select_one towns,a,A,\"search('towns', 'matches', 'region', ${r})\"\n", kTowns);
  ASSERT_TRUE(filtered.form);
  EXPECT_THAT(labels_of(filtered.question("a")), ElementsAre("x Xanadu", "y Ys"));
  EXPECT_THAT(skipped(filtered.findings), ElementsAre(HasSubstr("'choice_filter'")));
  EXPECT_THAT(skipped(read_searched(",select_one towns,a,A,search('cities')\n", kTowns).findings),
              ElementsAre(HasSubstr("'cities.csv' lies not beside the form")));
  EXPECT_THAT(wrong(read_searched(",select_one towns,a,A,search('towns')\n"
                                  ",select_one towns,b,B,search('cities')\n",
                                  kTowns)
                        .findings),
              ElementsAre(HasSubstr("a list of its own")));
}

}  // namespace
}  // namespace tertulia::formats
