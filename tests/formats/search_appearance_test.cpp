// SPDX-License-Identifier: Apache-2.0
// The conditions of the appearance search(): as a choice_filter.
#include "firmware/formats/xlsform/search_appearance.h"

#include "firmware/formats/text/strings.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/forms_beside.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string in_small(const std::string& text) {
  return "translate(" + text + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
}

TEST(search_appearance, a_condition_becomes_a_filter) {
  const std::pair<const char*, std::string> kCases[] = {
      {"search('t')", ""},
      {"search('t', 'matches', 'region', ${r})", "region = ${r}"},
      {"search('t.csv', \"Matches\", \"region\", 'north')", "region = 'north'"},
      {"search('t', 'matches', 'a, b', ${r})", "a = ${r} or b = ${r}"},
      {"search('t', 'contains', 'town', ${x})",
       "contains(" + in_small("town") + ", " + in_small("${x}") + ")"},
      {"search('t', 'startswith', 'town', 'B')",
       "starts-with(" + in_small("town") + ", " + in_small("'B'") + ")"},
      {"search('t', 'endswith', 'town', ${x})",
       "ends-with(" + in_small("town") + ", " + in_small("${x}") + ")"},
      {"search('t', 'matches', 'a', ${x}, 'b', ${y})", "a = ${x} and b = ${y}"},
      {"search('t', 'matches', 'a,c', ${x}, 'b', 'y')", "(a = ${x} or c = ${x}) and b = 'y'"},
      {"search('t', 'contains', '', '', 'b', ${y})", "b = ${y}"},
      {"search('t', 'matches', 'a', concat(${x}, ', (', ${y}))", "a = concat(${x}, ', (', ${y})"},
  };
  for (const auto& [appearance, filter] : kCases) {
    const SearchAppearance search = search_in(appearance);
    EXPECT_EQ(search.file, "t.csv") << appearance;
    EXPECT_EQ(search.filter, filter) << appearance;
    EXPECT_FALSE(search.is_lost) << appearance;
  }
}

TEST(search_appearance, words_beside_it_are_kept) {
  EXPECT_EQ(squashed(search_in("minimal search('t', 'matches', 'a', f(${x})) quick").rest), "minimal quick");
  EXPECT_EQ(search_in("minimal").rest, "minimal");
  EXPECT_EQ(search_in("search").file, "");
  EXPECT_EQ(search_in("search(towns)").file, "");
}

TEST(search_appearance, a_condition_that_is_not_understood_is_lost) {
  for (const char* appearance :
       {"search('t', 'like', 'a', ${x})", "search('t', 'matches', ${c}, ${x})", "search('t', 'matches', 'a')",
        "search('t', 'matches', 'the region', ${x})", "search('t', 'matches', 'a', ${x}, 'b')",
        "search('t', 'matches', 'a', )", "search('t', 'matches', 'a', f(${x})",
        "search('t', 'matches', 'a', ${x}, ${b}, ${y})"}) {
    EXPECT_TRUE(search_in(appearance).is_lost) << appearance;
    EXPECT_EQ(search_in(appearance).filter, "") << appearance;
    EXPECT_EQ(search_in(appearance).file, "t.csv") << appearance;
  }
}

FormReading read_with_search(const std::string& rows) {
  return read_with("survey\n,type,name,label,appearance,choice_filter\n,text,r,R,,\n" + rows +
                       "choices\n,list_name,name,label\n,towns,code,Town\n",
                   {{"towns.csv", "code,Town,region\nx,Xanadu,north\ny,Ys,south\n"}});
}

TEST(search_appearance, the_choices_of_a_question_are_filtered) {
  const FormReading reading =
      read_with_search(",select_one towns,a,A,\"search('towns', 'matches', 'region', ${r})\",\n");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("x Xanadu", "y Ys"));
  EXPECT_THAT(reading.findings.all(), IsEmpty());
  EXPECT_EQ(reading.form->binds[1].choice_filter, "region = ${r}");
  EXPECT_EQ(reading.form->binds[1].choice_list, "towns");
  EXPECT_EQ(reading.form->tables[0].name, "towns");
}

TEST(search_appearance, a_choice_filter_beside_it_counts_too) {
  const FormReading reading =
      read_with_search(",select_one towns,a,A,\"search('towns', 'matches', 'region', ${r})\",code != 'x'\n");
  EXPECT_EQ(reading.form->binds[1].choice_filter, "(code != 'x') and (region = ${r})");
}

TEST(search_appearance, a_column_or_an_answer_that_is_not_there_is_said_at_the_cell) {
  EXPECT_THAT(
      wrong(read_with_search(",select_one towns,a,A,\"search('towns', 'matches', 'regoin', ${r})\",\n")
                .findings),
      SaysAt("survey!E4", "'region'"));
  EXPECT_THAT(
      wrong(read_with_search(",select_one towns,a,A,\"search('towns', 'matches', 'region', ${x})\",\n")
                .findings),
      SaysAt("survey!E4", "'x'"));
}

TEST(search_appearance, an_xform_names_answers_by_their_paths) {
  const Files files{{"towns.csv", "code,Town,region\nx,Xanadu,north\n"}};
  FormReading reading;
  reading.form = read_form(
      {"forms/pulse.xml",
       R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
          <model><instance><form id="f"><r/><a/></form></instance></model></h:head><h:body>
          <input ref="/form/r"><label>R</label></input>
          <select1 ref="/form/a" appearance="search('towns', 'matches', 'region',  /form/r )"><label>A</label>
          <item><label>Town</label><value>code</value></item></select1></h:body></h:html>)xml"},
      "en", reading.findings, beside_as(files));
  ASSERT_TRUE(reading.form);
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("x Xanadu"));
  EXPECT_EQ(reading.form->binds[1].choice_filter, "region = ${r}");
}

TEST(search_appearance, what_to_write_for_a_lost_condition_is_said) {
  const FormReading reading =
      read_with_search(",select_one towns,a,A,\"search('towns', 'like', 'region', ${r})\",\n");
  EXPECT_THAT(labels_of(reading.question("a")), ElementsAre("x Xanadu", "y Ys"));
  EXPECT_THAT(skipped(reading.findings), ElementsAre(HasSubstr("'choice_filter'")));
}

}  // namespace
}  // namespace tertulia::formats
