// SPDX-License-Identifier: Apache-2.0
// What is wrong is said with its place and its cure; what is hostile ends.
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(Errors, NamesThatNobodyHas) {
  constexpr Case kCases[] = {
      {"${nmae} = 1", "! 1 No question is called 'nmae'. Is it 'name'?"},
      {"1 + ${agee}", "! 5 No question is called 'agee'. Is it 'age'?"},
      {"${Name}", "! 1 No question is called 'Name'. Is it 'name'?"},
      {"${xyzzy}", "! 1 No question is called 'xyzzy'."},
      {"'ö' = ${nmae}", "! 7 No question is called 'nmae'."},
      {"/data/nmae", "! 7 Nothing is called 'nmae' here. Is it 'name'?"},
      {"/dta/name", "! 2 Nothing is called 'dta' here. Is it 'data'?"},
      {"/data/home/stret", "! 12 Nothing is called 'stret' here. Is it 'street'?"},
      {"../nmae", "! 4 Nothing is called 'nmae' here. Is it 'name'?"},
      {"//nowhere", "! 3 Nothing is called 'nowhere' here."},
      {"/data/person[yeras > 1]", "! 14 Nothing is called 'yeras' here. Is it 'years'?"},
      {"name", "! 1 Nothing is called 'name' here."},
      {"yes", "! 1 Nothing is called 'yes' here."},
      {"/data/x:name", "! 7 Names of questions have no prefix"},
      {"childs::name", "! 1 There is no axis 'childs'. Is it 'child'?"},
      {"/data/comment()", "! 7 A form has no comment()"},
      {"${last-saved#nmae}", "! 1 No question is called 'nmae'. Is it 'name'?"},
      {"${}", "! 1 There is no name in ${}"},
      {"${name", "! 1 This ${ is never closed"},
      {"${name = 'x'", "! 1 This ${ is never closed"},
      {"{name}", "! 1 XPath has no {: write ${."},
  };
  expect_all(kCases);
}

TEST(Errors, FunctionsThatNobodyHas) {
  constexpr Case kCases[] = {
      {"selectd(${colours}, 'x')", "! 1 There is no function 'selectd'. Is it 'selected'?"},
      {"1 + cuont(${person})", "! 5 There is no function 'cuont'. Is it 'count'?"},
      {"coallesce('', '')", "! 1 There is no function 'coallesce'. Is it 'coalesce'?"},
      {"frobnicate(1)", "! 1 There is no function 'frobnicate'."},
      {"NOT(1)", "! 1 Functions are written in small letters: write not for NOT."},
      {"If(1, 2, 3)", "! 1 Functions are written in small letters: write if for If."},
      {"area(${name})", "! 1 area() needs a place on the earth"},
      {"distance(${name})", "! 1 distance() needs a place on the earth"},
      {"geofence(${name}, ${age})", "! 1 geofence() needs a place on the earth"},
      {"extract-signed('a', 'b')", "! 1 extract-signed() reads encrypted or signed data"},
      {"len('abc')", "! 1 len() is called string-length"},
      {"search('towns')", "! 1 search() belongs into the column 'appearance'."},
      {"id('x')", "! 1 id() needs identifiers"},
      {"version()", "! 1 version() is no function of an XLSForm"},
      {"contains('a')", "! 1 contains() takes 2 arguments, and here it has 1."},
      {"today(1)", "! 1 today() takes no argument, and here it has 1."},
      {"selected(${colours})", "! 1 selected() takes 2 arguments, and here it has 1."},
      {"substr('a')", "! 1 substr() takes 2 to 3 arguments, and here it has 1."},
      {"concat()", "! 1 concat() takes 1 argument or more, and here it has 0."},
      {"round()", "! 1 round() takes 1 to 2 arguments, and here it has 0."},
      {"'x'/name", "! 1 Only questions have something behind / or in []"},
      {"today()[1]", "! 1 Only questions have something behind / or in []"},
      {"1 | 2", "! 1 The sign | joins questions"},
      {"${name} | 'x'", "! 11 The sign | joins questions"},
  };
  expect_all(kCases);
}

TEST(Errors, BracketsQuotesAndOperators) {
  constexpr Case kCases[] = {
      {"", "! 1 The expression is empty."},
      {"   ", "! 1 The expression is empty."},
      {"(1 + 2", "! 1 This ( is never closed: write ) where it ends."},
      {"1 + 2)", "! 6 This ) closes nothing"},
      {"if(1, 2, 3", "! 3 This ( is never closed"},
      {"${person}[1", "! 10 This [ is never closed: write ] where it ends."},
      {"${person}1]", "! 10 An operator is missing before this"},
      {"(1 + 2]", "! 7 This ] closes nothing"},
      {"'abc", "! 1 This quote is never closed"},
      {"${name} = 'yes", "! 11 This quote is never closed"},
      {"${name} = \"yes'", "! 11 This quote is never closed"},
      {"${name} = \u2018yes", "! 11 This quote is never closed"},
      {"1 +", "! 4 Something is missing at the end"},
      {"* 2", "! 3 An operator is missing before this"},
      {"= 2", "! 1 Something is missing before '='."},
      {"1 + * 2", "! 7 An operator is missing before this"},
      {"1 2", "! 3 An operator is missing before this"},
      {"${name} ${age}", "! 9 An operator is missing before this"},
      {"${name} 'x'", "! 9 An operator is missing before this"},
      {"${age} is 5", "! 8 An operator is missing before 'is'"},
      {"1, 2", "! 2 A comma stands only between the arguments"},
      {"concat('a',, 'b')", "! 12 An argument is missing before this."},
      {"concat('a', )", "! 13 An argument is missing before this."},
      {"${a} == 1", "! 6 XPath has no ==: write =."},
      {"${age} <> 1", "! 8 XPath has no <>: write !=."},
      {"${age} => 1", "! 8 XPath has no =>: write >=."},
      {"${age} =< 1", "! 8 XPath has no =<: write <=."},
      {"${age} && 1", "! 8 XPath has no &&: write and."},
      {"${age} || 1", "! 8 XPath has no ||: write or."},
      {"${age} \u2265 1", "! 8 XPath has no \u2265: write >=."},
      {"${age} \u2013 1", "! 8 XPath has no \u2013: write -."},
      {"${age} % 2", "! 8 XPath has no %: write mod."},
      {"!${age}", "! 1 XPath has no !: write not(...)."},
      {"if(1; 2; 3)", "! 5 XPath has no ;: write ,."},
      {"${age} AND 1", "! 8 Operators are written in small letters: write and for AND."},
      {"1 OR 2", "! 3 Operators are written in small letters: write or for OR."},
      {"7 MOD 2", "! 3 Operators are written in small letters: write mod for MOD."},
      {"5apples", "! 1 A name cannot begin with a digit"},
      {"#", "! 1 The character '#' has no meaning here"},
      {"/data/", "! 7 A name is missing behind the slash."},
      {"/data/@", "! 8 A name is missing here."},
      {"()", "! 2 This ) closes nothing"},
      {"[1]", "! 1 An operator is missing before this"},
  };
  expect_all(kCases);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t at = 0; at < times; ++at) all += part;
  return all;
}

TEST(Errors, HostileExpressionsEnd) {
  Survey survey;
  EXPECT_TRUE(
      survey.result_of(repeated("(", 5000) + "1" + repeated(")", 5000)).starts_with("! 100 Brackets"));
  EXPECT_TRUE(survey.result_of(repeated("not(", 5000) + "1" + repeated(")", 5000)).starts_with("! "));
  EXPECT_TRUE(survey.result_of(repeated("/data/person[", 500) + "1" + repeated("]", 500)).starts_with("! "));
  EXPECT_TRUE(survey.result_of("1" + repeated("+1", 20'000)).starts_with("! "));
  EXPECT_EQ(survey.result_of("1" + repeated("+1", 2000)), "2001");
  EXPECT_TRUE(survey.result_of("1" + repeated("*1", 2000)).starts_with("! "));
  EXPECT_EQ(survey.result_of("1" + repeated("*1", 99)), "1");
  EXPECT_EQ(survey.result_of("0" + repeated(" or 0", 2000)), "false");
  EXPECT_EQ(survey.result_of("count(//*" + repeated("|//*", 200) + ")").substr(0, 1), "3");
  EXPECT_TRUE(survey.result_of(repeated("-", 20'000) + "1").starts_with("1"));
  EXPECT_TRUE(survey.result_of(repeated("x", 200'000)).starts_with("! 1 This expression is longer"));
  EXPECT_TRUE(survey.result_of("'" + repeated("\xFF", 1000)).starts_with("! "));
}

TEST(Errors, WorkIsBounded) {
  Survey survey;
  // Each step multiplies the nodes that are looked at.
  const std::string all =
      "//*[count(//*[count(//*[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]) > 0]) > 0]";
  EXPECT_TRUE(survey.result_of("count(" + all + ")").starts_with("! The expression takes too long"));
  EXPECT_EQ(survey.result_of("count(//*)").substr(0, 1), "3");  // and the next one is not harmed
}

TEST(Errors, TextsDoNotGrowWithoutBound) {
  Survey survey;
  survey.instance().set_value(*survey.instance().find("/data/name"), repeated("x", 60'000));
  EXPECT_EQ(survey.result_of("string-length(concat(${name}, 'y'))"), "60001");
  EXPECT_TRUE(survey.result_of("concat(${name}, ${name})").starts_with("! The expression makes a text"));
  EXPECT_TRUE(survey.result_of("join(${name}, 'a', 'b', 'c')").starts_with("! The expression makes a text"));
  EXPECT_EQ(survey.result_of("string-length(translate(${name}, ${name}, ${name}))"), "60000");
}

}  // namespace
}  // namespace tertulia::formats
