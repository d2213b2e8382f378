// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform.h"

#include "firmware/domain/limits.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(xlsform, each_type_becomes_its_question) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance,parameters",
      ",select_one yesno,a,A,,\n,select_multiple yesno,b,B,,\n,text,c,C,multiline,\n,text,d,D,,\n"
      ",integer,e,E,,\n,range,f,F,,start=1 end=5 step=1\n,note,g,G,,\n,date,h,H,no-calendar,\n"
      ",time,i,I,,\n,decimal,j,J,,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(std::get<SelectOne>(reading.question("a").kind).choices.size(), 2U);
  EXPECT_EQ(std::get<SelectMultiple>(reading.question("b").kind).choices[1].name, "no");
  EXPECT_TRUE(std::get<Text>(reading.question("c").kind).multiline);
  EXPECT_FALSE(std::get<Text>(reading.question("d").kind).multiline);
  EXPECT_TRUE(std::holds_alternative<Integer>(reading.question("e").kind));
  EXPECT_EQ(std::get<Range>(reading.question("f").kind), (Range{1, 5, 1}));
  EXPECT_TRUE(std::holds_alternative<Note>(reading.question("g").kind));
  EXPECT_EQ(std::get<Date>(reading.question("h").kind), Date{});
  EXPECT_TRUE(std::holds_alternative<TimeOfDay>(reading.question("i").kind));
  EXPECT_EQ(std::get<Decimal>(reading.question("j").kind), Decimal{});
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(xlsform, old_spellings_of_types_are_understood) {
  const FormReading reading = read_survey_rows(
      "type,name,label",
      ",select one from yesno,a,A\n,select all that apply from yesno,b,B\n,string,c,C\n,int,d,D\n"
      ",Select_One  yesno,e,E\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->pages.size(), 5U);
}

TEST(xlsform, constraints_become_limits) {
  const FormReading reading =
      read_survey_rows("type,name,label,constraint",
                       ",select_multiple yesno,a,A,count-selected(.) <= 1\n,integer,b,B,. >= 0 and . <= 120\n"
                       ",date,c,C,. >= date('2027-01-01')\n,decimal,d,D,. >= 0 and . <= 100\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(std::get<SelectMultiple>(reading.question("a").kind).at_most, 1);
  EXPECT_EQ(std::get<Integer>(reading.question("b").kind), (Integer{0, 120}));
  EXPECT_EQ(std::get<Date>(reading.question("c").kind), (Date{"2027-01-01", {}}));
  EXPECT_EQ(std::get<Decimal>(reading.question("d").kind), (Decimal{0, 100}));
  EXPECT_THAT(skipped(reading.findings), IsEmpty());
}

TEST(xlsform, a_list_that_is_found_by_typing_says_so) {
  const FormReading reading = read_survey_rows("type,name,label,appearance",
                                               ",select_one yesno,a,A,minimal autocomplete\n,select_multiple "
                                               "yesno,b,B,search\n,select_one yesno,c,C,minimal\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(std::get<SelectOne>(reading.question("a").kind).look, ChoiceLook::kSearch);
  EXPECT_EQ(std::get<SelectMultiple>(reading.question("b").kind).look, ChoiceLook::kSearch);
  EXPECT_EQ(std::get<SelectOne>(reading.question("c").kind).look, ChoiceLook::kList);
  EXPECT_THAT(skipped(reading.findings), IsEmpty());
}

TEST(xlsform, faces_need_five_choices) {
  const FormReading reading = read_survey_rows("type,name,label,appearance",
                                               ",select_one five,a,A,faces\n,select_one yesno,b,B,faces\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(std::get<SelectOne>(reading.question("a").kind).look, ChoiceLook::kFaces);
  EXPECT_EQ(std::get<SelectOne>(reading.question("b").kind).look, ChoiceLook::kList);
  EXPECT_THAT(skipped(reading.findings), SaysAt("survey!E4", "five choices"));
}

ChoiceLook look_of(const FormReading& reading, std::string_view name) {
  return std::get<SelectOne>(reading.question(std::string(name)).kind).look;
}

TEST(xlsform, an_appearance_that_only_lays_out_a_page_is_taken_without_a_word) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance",
      ",select_one yesno,a,A,minimal w3\n,select_multiple yesno,b,B,columns-2 no-buttons\n"
      ",select_one yesno,c,C,horizontal-compact columns\n,text,d,D,w1\n,begin_group,g,G,w4\n,text,e,E,\n"
      ",end_group,,,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(skipped(reading.findings), IsEmpty());
  EXPECT_EQ(look_of(reading, "a"), ChoiceLook::kList);
}

TEST(xlsform, a_likert_and_a_quick_choice_look_like_it) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance",
      ",select_one five,a,A,likert\n,select_one yesno,b,B,quick\n,select_one five,c,C,likert quick\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(look_of(reading, "a"), ChoiceLook::kLikert);
  EXPECT_EQ(look_of(reading, "b"), ChoiceLook::kQuick);
  EXPECT_EQ(look_of(reading, "c"), ChoiceLook::kLikert);
  EXPECT_THAT(skipped(reading.findings), IsEmpty());
}

TEST(xlsform, a_table_list_is_a_matrix) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance",
      ",begin_group,g,How much?,table-list\n,select_one five,a,A,\n,select_one five,b,B,\n,end_group,,,\n");
  ASSERT_TRUE(reading.form);
  ASSERT_EQ(reading.form->pages.size(), 1U);
  EXPECT_EQ(look_of(reading, "a"), ChoiceLook::kLikert);
  EXPECT_EQ(look_of(reading, "b"), ChoiceLook::kLikert);
  EXPECT_THAT(skipped(reading.findings), IsEmpty());
}

TEST(xlsform, the_row_that_labels_a_matrix_is_its_title_and_asks_nothing) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance,required",
      ",begin_group,g,,field-list,\n,select_one five,head,How much?,label,yes\n"
      ",select_one five,a,A,list-nolabel,yes\n,select_one five,b,B,list-nolabel,yes\n,end_group,,,,\n");
  ASSERT_TRUE(reading.form);
  ASSERT_EQ(reading.form->pages.size(), 1U);
  EXPECT_EQ(reading.form->pages[0].title.in("en"), "How much?");
  EXPECT_EQ(reading.form->pages[0].questions.size(), 2U);
  EXPECT_EQ(reading.form->find("head"), nullptr);
  EXPECT_EQ(look_of(reading, "b"), ChoiceLook::kLikert);
}

TEST(xlsform, the_row_that_labels_a_matrix_stands_below_the_title_of_its_group) {
  for (const std::string appearance : {"field-list", ""}) {
    const FormReading reading = read_survey_rows(
        "type,name,label,appearance,required",
        ",begin_group,g,Title," + appearance +
            ",\n,select_one five,head,How much?,label,yes\n"
            ",select_one five,a,A,list-nolabel,\n,select_one five,b,B,list-nolabel,\n,end_group,,,,\n");
    ASSERT_TRUE(reading.form);
    ASSERT_EQ(reading.form->pages.size(), 1U) << appearance;
    EXPECT_EQ(reading.form->pages[0].title.in("en"), "Title\nHow much?");
    EXPECT_EQ(reading.form->pages[0].questions.size(), 2U);
    EXPECT_EQ(reading.form->find("head"), nullptr);
  }
}

TEST(xlsform, a_row_without_a_text_that_labels_a_matrix_leaves_the_title_of_the_group) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance",
      ",begin_group,g,Title,field-list\n,select_one five,head,,label\n"
      ",select_one five,a,A,list-nolabel\n,select_one five,b,B,list-nolabel\n,end_group,,,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->pages[0].title.in("en"), "Title");
  EXPECT_EQ(reading.form->pages[0].questions.size(), 2U);
  EXPECT_THAT(reading.findings.all(), IsEmpty());
}

TEST(xlsform, a_matrix_among_other_questions_is_a_page_of_its_own) {
  const FormReading reading =
      read_survey_rows("type,name,label,appearance",
                       ",begin_group,g,Title,field-list\n,text,t,T,\n,note,n,Many words,\n"
                       ",select_one five,a,A,list-nolabel\n,select_one five,b,B,list-nolabel\n"
                       ",select_one yesno,head,Yes?,label\n,select_one yesno,c,C,list-nolabel\n"
                       ",select_one yesno,d,D,list-nolabel\n,text,u,U,\n,end_group,,,\n");
  ASSERT_TRUE(reading.form);
  std::vector<std::string> pages;
  for (const Page& page : reading.form->pages) {
    pages.push_back(page.title.in("en") + ":");
    for (const Question& question : page.questions) pages.back() += " " + question.name;
  }
  EXPECT_THAT(pages, testing::ElementsAre("Title: t n", "Title: a b", "Title\nYes?: c d", "Title: u"));
}

TEST(xlsform, a_row_that_labels_a_matrix_and_is_more_than_a_title_is_a_note) {
  const auto head_of = [](const std::string& hint, const std::string& relevant) {
    return read_survey_rows(
        "type,name,label,appearance,hint,relevant",
        ",text,t,T,,,\n,begin_group,g,,field-list,,\n,select_one five,head,Of ${t}?,label," + hint + "," +
            relevant +
            "\n,select_one five,a,A,list-nolabel,,\n"
            ",select_one five,b,B,list-nolabel,,\n,end_group,,,,,\n");
  };
  EXPECT_EQ(head_of("", "").form->find("head"), nullptr);
  for (const FormReading& reading : {head_of("Say it", ""), head_of("", "${t} = 'x'")}) {
    ASSERT_TRUE(reading.form);
    EXPECT_TRUE(std::holds_alternative<Note>(reading.question("head").kind));
    EXPECT_TRUE(reading.form->pages[1].title.empty());
  }
  const FormReading wrong_name = read_survey_rows(
      "type,name,label,appearance",
      ",begin_group,g,,field-list\n,select_one five,head,Of ${nobody}?,label\n"
      ",select_one five,a,A,list-nolabel\n,select_one five,b,B,list-nolabel\n,end_group,,,\n");
  EXPECT_THAT(wrong(wrong_name.findings), SaysAt("survey!D4", "No question is called 'nobody'"));
}

TEST(xlsform, a_field_list_is_one_page) {
  const FormReading reading = read_survey_rows(
      "type,name,label,appearance",
      ",text,a,A,\n,begin_group,g,Together,field-list\n,text,b,B,\n,begin group,h,Inner,\n,text,c,C,\n"
      ",end group,,,\n,end_group,,,\n,text,d,D,\n");
  ASSERT_TRUE(reading.form);
  ASSERT_EQ(reading.form->pages.size(), 3U);
  EXPECT_TRUE(reading.form->pages[0].title.empty());
  EXPECT_EQ(reading.form->pages[1].title.in("en"), "Together");
  EXPECT_EQ(reading.form->pages[1].questions.size(), 2U);
}

TEST(xlsform, any_other_group_gives_its_label_to_the_pages_of_its_questions) {
  const FormReading reading =
      read_survey_rows("type,name,label", ",begin_group,g,About you\n,text,a,A\n,text,b,B\n,end_group,,\n");
  ASSERT_TRUE(reading.form);
  ASSERT_EQ(reading.form->pages.size(), 2U);
  EXPECT_EQ(reading.form->pages[1].title.in("en"), "About you");
}

TEST(xlsform, required_hints_and_messages_are_read) {
  const FormReading reading = read_survey_rows("type,name,label,hint,Required,Required Message",
                                               ",text,a,A,A hint,TRUE,Please\n,text,b,B,,,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_TRUE(reading.question("a").required);
  EXPECT_EQ(reading.question("a").hint.in("en"), "A hint");
  EXPECT_EQ(reading.question("a").required_message.in("en"), "Please");
  EXPECT_FALSE(reading.question("b").required);
}

TEST(xlsform, languages_are_found_in_every_spelling) {
  const FormReading reading = read_csv(
      "survey\n,type,name,label::English (en),LABEL::Français,label:portuguese,label::አማርኛ\n"
      ",text,a,Hello,Bonjour,Olá,ሰላም\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(reading.form->languages, ElementsAre("en", "fr", "pt", "am"));
  EXPECT_EQ(reading.question("a").label.in("am"), "ሰላም");
}

TEST(xlsform, the_default_language_comes_first) {
  const FormReading reading = read_csv(
      "survey\n,type,name,label::English (en),label::French (fr)\n,text,a,Hello,Bonjour\n"
      "settings\n,form_title,form_id,version,default_language\n,My form,my-form,7.0,French (fr)\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(reading.form->languages, ElementsAre("fr", "en"));
  EXPECT_EQ(reading.form->default_language, "fr");
  EXPECT_EQ(reading.form->id, "my-form");
  EXPECT_EQ(reading.form->version, "7.0");
  EXPECT_EQ(reading.form->title.in("fr"), "My form");
}

TEST(xlsform, a_form_says_when_it_is_asked) {
  const auto asked = [](const std::string& when) {
    return read_csv("survey\n,type,name,label\n,text,a,Hello\nsettings\n,form_id,asks\n,f," + when + "\n");
  };
  EXPECT_FALSE(asked("").form->asks_while_running);
  EXPECT_FALSE(asked("ended").form->asks_while_running);
  EXPECT_TRUE(asked("Running").form->asks_while_running);
  EXPECT_TRUE(asked("running").findings.all().empty());
  const FormReading wrong = asked("at noon");
  EXPECT_FALSE(wrong.form->asks_while_running);
  EXPECT_THAT(guessed(wrong.findings), SaysAt("settings!C6", "'running' or has 'ended'"));
}

TEST(xlsform, a_column_without_a_language_is_in_the_default_one) {
  const FormReading reading = read_csv(
      "survey\n,type,name,label,label::Georgian "
      "(ka)\n,text,a,Hello,გამარჯობა\nsettings\n,default_language\n,English\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.question("a").label.in("en"), "Hello");
}

TEST(xlsform, a_missing_translation_names_its_cell_and_is_never_a_blank) {
  const FormReading reading = read_csv(
      "survey\n,type,name,label::English (en),label::Swahili (sw)\n,text,a,Hello,Habari\n,text,b,Bye,\n");
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(guessed(reading.findings), SaysAt("survey!E4", "no text in 'sw'"));
  EXPECT_EQ(reading.question("b").label.in("sw", "en"), "Bye");
}

TEST(xlsform, a_form_without_settings_is_named_after_its_file) {
  const FormReading reading = read_survey_rows("type,name,label", ",text,a,A\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->id, "pulse");
}

TEST(xlsform, the_hash_is_that_of_the_bytes) {
  const FormReading reading = read_csv("survey\n,type,name,label\n,text,a,A\n");
  ASSERT_TRUE(reading.form);
  EXPECT_EQ(reading.form->hash, "3147fb0bb4388afbedccfd28be896fc22b73486a43b1215bc16b8cdac3426b59");
}

TEST(xlsform, an_unknown_list_is_wrong_at_its_cell) {
  const FormReading reading = read_survey_rows("type,name,label", ",select_one nolist,a,A\n");
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey!B3", "'nolist' is not in the sheet 'choices'"));
}

TEST(xlsform, names_must_be_there_and_unique) {
  EXPECT_THAT(wrong(read_survey_rows("type,name,label", ",text,a,A\n,text,a,B\n").findings),
              SaysAt("survey!C4", "stands twice"));
  EXPECT_THAT(wrong(read_survey_rows("type,name,label", ",text,,A\n").findings),
              SaysAt("survey!C3", "no name"));
  EXPECT_THAT(wrong(read_survey_rows("type,name,label", ",text,1 a,A\n").findings),
              SaysAt("survey!C3", "start with a letter"));
}

TEST(xlsform, groups_must_close_what_they_open) {
  EXPECT_THAT(wrong(read_survey_rows("type,name,label", ",begin_group,g,G\n,text,a,A\n").findings),
              SaysAt("survey!B3", "never closed"));
  EXPECT_THAT(wrong(read_survey_rows("type,name,label", ",text,a,A\n,end_group,,\n").findings),
              SaysAt("survey!B4", "never began"));
  EXPECT_THAT(
      wrong(read_survey_rows("type,name,label", ",begin_group,g,G\n,text,a,A\n,end_repeat,,\n").findings),
      SaysAt("survey!B5", "row 3 began a group"));
}

TEST(xlsform, a_range_that_leads_nowhere_is_wrong_at_its_cell) {
  EXPECT_THAT(
      wrong(read_survey_rows("type,name,label,parameters", ",range,a,A,start=0 end=10 step=3\n").findings),
      SaysAt("survey!E3", "do not lead from start to end"));
}

std::string numbered_rows(std::size_t count, const std::string& before, const std::string& after) {
  std::string rows;
  for (std::size_t i = 0; i < count; ++i) rows += before + std::to_string(i) + after;
  return rows;
}

TEST(xlsform, a_form_may_have_ten_thousand_questions_and_no_more) {
  const auto read = [](std::size_t count) {
    return read_survey_rows("type,name,label", numbered_rows(count, ",note,q", ",Q\n"));
  };
  EXPECT_EQ(read(kMostQuestions).form->pages.size(), kMostQuestions);
  const FormReading reading = read(kMostQuestions + 1);
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings),
              ElementsAre(testing::HasSubstr("survey!C10003: A form has at most 10,000")));
}

TEST(xlsform, a_list_may_have_a_hundred_thousand_choices_and_no_more) {
  const auto read = [](std::size_t count) {
    return read_csv("survey\n,type,name,label\n,select_one town,a,A\nchoices\n,list_name,name,label\n" +
                    numbered_rows(count, ",town,c", ",C\n"));
  };
  EXPECT_EQ(std::get<SelectOne>(read(kMostChoices).question("a").kind).choices.size(), kMostChoices);
  const FormReading reading = read(kMostChoices + 1);
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("choices!C100006", "at most 100,000 choices"));
}

TEST(xlsform, texts_that_the_importer_has_no_room_for_are_refused) {
  const FormReading reading = read_csv(
      "survey\n,type,name,label\n,select_one town,a,A\n,select_one town,b,B\n,select_one town,c,C\n"
      "choices\n,list_name,name,label\n" +
      numbered_rows(50'000, ",town,c", "," + std::string(300, 'x') + "\n"));
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings),
              ElementsAre(testing::HasSubstr("survey: The texts of this form take up 52 MiB")));
}

TEST(xlsform, a_list_that_is_asked_again_and_again_is_bounded_in_all) {
  const FormReading reading =
      read_csv("survey\n,type,name,label\n" + numbered_rows(30, ",select_one town,q", ",Q\n") +
               "choices\n,list_name,name,label\n" + numbered_rows(10'000, ",town,c", ",C\n"));
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings),
              ElementsAre(testing::HasSubstr("survey!B23: The questions up to here")));
}

TEST(xlsform, a_form_whose_largest_answer_is_no_single_message_is_refused_with_the_sizes) {
  const std::string choices =
      "choices\n,list_name,name,label\n" + numbered_rows(1'000, ",town,c" + std::string(50, 'x'), ",C\n");
  const auto read = [&](const std::string& rows) {
    return read_csv("survey\n,type,name,label\n" + rows + choices);
  };
  EXPECT_TRUE(read(",select_multiple town,a,A\n").form);
  const FormReading reading = read(",select_multiple town,a,A\n,select_multiple town,b,B\n");
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey", "one message to the hub takes 63488"));
}

TEST(xlsform,
     a_form_that_leaves_little_room_for_its_texts_says_how_much_and_is_refused_where_it_is_too_little) {
  const auto read = [](std::size_t count) {
    return read_survey_rows("type,name,label", numbered_rows(count, ",text,q", ",Q\n"));
  };
  EXPECT_THAT(read(30).findings.all(), IsEmpty());
  const FormReading narrow = read(100);
  EXPECT_TRUE(narrow.form);
  EXPECT_THAT(guessed(narrow.findings),
              SaysAt("survey", "Each of the 100 texts of this form has room for 60"));
  const FormReading reading = read(600);
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("survey", "ask for fewer texts"));
}

TEST(xlsform, a_choice_whose_name_holds_a_control_character_is_wrong) {
  const FormReading reading =
      read_csv("survey\n,type,name,label\n,select_one t,a,A\nchoices\n,list_name,name,label\n,t,a\x01b,A\n");
  EXPECT_FALSE(reading.form);
  EXPECT_THAT(wrong(reading.findings), SaysAt("choices!C6", "control characters"));
}

TEST(xlsform, a_file_without_a_survey_is_wrong) {
  EXPECT_THAT(wrong(read_csv("choices\n,list_name,name\n").findings),
              SaysAt("", "sheet 'survey' is missing"));
  EXPECT_FALSE(read_csv("").form);
}

}  // namespace
}  // namespace tertulia::formats
