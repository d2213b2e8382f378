// SPDX-License-Identifier: Apache-2.0
// What a kiosk cannot do is skipped with a named warning; a form is never refused for it.
#include "firmware/formats/xlsform/xlsform.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {
namespace {

TEST(xlsform_skips, a_type_that_a_kiosk_does_not_ask_is_named) {
  const FormReading reading = read_survey_rows(
      "type,name,label", ",geopoint,a,A\n,start,b,\n,select_one_from_file x.csv,c,C\n,text,d,D\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->pages.size(), 1U);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B3", "'geopoint'"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B4", "answers are anonymous"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B5", "'x.csv' is missing or empty"));
}

TEST(xlsform_skips, other_appearances_are_named) {
  const FormReading reading = read_survey_rows("type,name,label,appearance", ",text,a,A,numbers\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E3", "'numbers'"));
}

TEST(xlsform_skips, a_date_is_asked_in_the_gregorian_calendar) {
  const FormReading reading = read_survey_rows(
      "type,name,label,constraint,appearance",
      ",date,a,A,,month-year\n,date,b,B,,ethiopian\n,date,c,C,. <= today(),\n,time,d,D,. > '09:00',year\n");
  ASSERT_TRUE(reading.form);
  ASSERT_EQ(reading.form->pages.size(), 4U);
  EXPECT_EQ(reading.form->pages[0].questions[0].kind, QuestionKind(Date{{}, {}, DateParts::kMonth}));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!F4", "'ethiopian' is not used on a kiosk; the Greg"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!F6", "'year' is not used on a kiosk."));
}

TEST(xlsform_skips, pictures_are_named) {
  const FormReading reading = read_survey_rows("type,name,label,media::image,media::image::English (en)",
                                               ",select_one yesno,a,A,p.png,q.png\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!F3", "The picture 'q.png' is missing"));
}

TEST(xlsform_skips, an_unknown_column_is_named_when_it_has_content) {
  const FormReading used = read_survey_rows("type,name,label,remarks,empty", ",text,a,A,mine,\n");
  EXPECT_THAT(skipped(used.findings), SaysAt("survey!E2", "'remarks'"));
  EXPECT_THAT(skipped(used.findings), testing::SizeIs(1));
}

TEST(xlsform_skips, a_language_that_nobody_knows_is_named_with_the_cure) {
  const FormReading reading = read_csv("survey\n,type,name,label,label::Klingonese\n,text,a,A,nuqneH\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E2", "'label::Name (xx)'"));
}

TEST(xlsform_skips, sixty_empty_rows_end_a_sheet) {
  const FormReading reading =
      read_csv("survey\n,type,name,label\n,text,a,A\n" + std::string(61, '\n') + ",select_one nolist,b,B\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->find("b"), nullptr);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!A65", "60 empty rows"));
}

TEST(xlsform_skips, twenty_empty_columns_end_a_sheet) {
  const FormReading reading = read_csv("survey\n,type,name,label" + std::string(22, ',') +
                                       "notes\n,text,a,A" + std::string(22, ',') + "x\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), testing::Contains(testing::HasSubstr("20 empty columns")));
}

TEST(xlsform_skips, headers_with_no_break_spaces_and_any_case_are_understood) {
  const FormReading reading =
      read_csv("survey\n, Type\u00A0,NAME,Label::\u00A0French (fr) \n,\u00A0text\u00A0,a,Quoi\u00A0?\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.question("a").label.in("fr"), "Quoi\u00A0?");
}

TEST(xlsform_skips, duplicate_choices_are_wrong_unless_the_settings_allow_them) {
  const std::string form =
      "survey\n,type,name,label\n,select_one l,a,A\nchoices\n,list name,value,label\n,l,x,X\n,l,x,Y\n";
  EXPECT_THAT(wrong(read_csv(form).findings), SaysAt("choices!C7", "'x' stands twice"));
  EXPECT_TRUE(read_csv(form + "settings\n,allow_choice_duplicates\n,yes\n").form);
}

TEST(xlsform_skips, a_question_without_a_label_is_never_blank) {
  const FormReading reading = read_survey_rows("type,name,label,hint", ",text,a,,Say something\n,text,b,,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.question("a").label.in("en"), "Say something");
  EXPECT_EQ(reading.question("b").label.in("en"), "b");
}

TEST(xlsform_skips, a_form_that_asks_nothing_is_left_out_and_said) {
  const FormReading reading = read_survey_rows("type,name,label", ",geopoint,a,A\n");
  EXPECT_FALSE(reading.form);
  EXPECT_FALSE(reading.findings.any_wrong());
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!B3", "'geopoint'"));
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey", "no question that a kiosk can ask"));
}

TEST(xlsform_skips, a_text_that_is_cut_says_how_much_of_it_is_shown) {
  std::string amharic;
  for (int count = 0; count < 3000; ++count) amharic += "ሰ";
  const std::string fits(7990, 'x');
  const auto reading = read_survey_rows("type,name,label", ",note,a," + amharic + "\n,note,b," + fits + "\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.question("b").label.in("en"), fits);
  EXPECT_EQ(skipped(reading.findings).size(), 1U);
  EXPECT_THAT(skipped(reading.findings),
              SaysAt("survey!D3", "The text has 3000 letters, of which only the first 2666 are shown"));
}

}  // namespace
}  // namespace tertulia::formats
