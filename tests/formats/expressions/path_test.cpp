// SPDX-License-Identifier: Apache-2.0
// Paths: XPath 1.0, section 2, the ${name} of XLSForm, and how ODK XForms reads absolute paths inside of
// repeats.
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(Paths, ANameMeansItsQuestion) {
  constexpr Case kCases[] = {
      {"${name}", "{Ana}"},
      {"${ name }", "{Ana}"},
      {"${/data/home/street}", "{Main St}"},
      {"${/data/street}", "! 1 There is no question at '/data/street'."},
      {"${blank}", "{}"},
      {"${street}", "{Main St}"},
      {"${home}", "{Main St12}"},
      {"string(${age})", "'42'"},
      {"${age} + 1", "43"},
      {"${age}+${age}", "84"},
      {"${age}-2", "40"},
      {"${age} - 2", "40"},
      {"-${age}", "-42"},
      {"${age} * 2 div 4", "21"},
      {"${age}>18", "true"},
      {"${agree}='yes'", "true"},
      {"${agree} = \"yes\"", "true"},
      {"${agree} = \u2018yes\u2019", "true"},
      {"${agree} = \u201Cyes\u201D", "true"},
      {"${agree}\u00A0=\u00A0'yes'", "true"},
      {"\u200B${agree} = 'yes'", "true"},
      {"'it\u2019s'", "'it\u2019s'"},
      {"\"it's\"", "'it's'"},
      {"\u2018it\u2019", "'it'"},
      {"'a\"b'", "'a\"b'"},
      {"\u201Ca'c\u201D", "'a'c'"},
      {"\u201Cyes\" = 'yes'", "true"},
      {"${colours}", "{red blue green}"},
      {"${secret}", "{}"},
      {"${name} | ${agree}", "{Ana|yes}"},
      {"${agree} | ${name}", "{Ana|yes}"},
      {"count(${name} | ${name})", "1"},
      {"${home}/street", "{Main St}"},
      {"${street}/../number", "{12}"},
      {"${street}/..", "{Main St12}"},
      {"${name}[. = 'Ana']", "{Ana}"},
      {"${name}[. = 'Bia']", "{}"},
      {"count(${person})", "3"},
      {"${called}", "{Ana|Bia|Caio}"},
      {"string(${called})", "'Ana'"},
  };
  expect_all(kCases);
}

TEST(Paths, StepsLeadThroughTheForm) {
  constexpr Case kCases[] = {
      {"/data/name", "{Ana}"},
      {"/data/home/street", "{Main St}"},
      {"/data/home/*", "{Main St|12}"},
      {"count(/data/home/*)", "2"},
      {"//street", "{Main St}"},
      {"//called", "{Ana|Bia|Caio}"},
      {"/data//species", "{dog|cat|bird}"},
      {"/data/home/street/.", "{Main St}"},
      {"/data/home/./street", "{Main St}"},
      {"/data/home/../name", "{Ana}"},
      {"/data/home/street/../../age", "{42}"},
      {"count(/)", "1"},
      {"count(/data)", "1"},
      {".", "{Ana}", "/data/name"},
      {"..", "{Main St12}", "/data/home/street"},
      {"../number", "{12}", "/data/home/street"},
      {"../../age", "{42}", "/data/home/street"},
      {"street", "{Main St}", "/data/home"},
      {"./street", "{Main St}", "/data/home"},
      {"self::node()", "{Ana}", "/data/name"},
      {"parent::home/number", "{12}", "/data/home/street"},
      {"child::street", "{Main St}", "/data/home"},
      {"count(ancestor::*)", "2", "/data/home/street"},
      {"count(ancestor-or-self::*)", "3", "/data/home/street"},
      {"following-sibling::number", "{12}", "/data/home/street"},
      {"preceding-sibling::street", "{Main St}", "/data/home/number"},
      {"descendant::species", "{dog|cat}", "/data/person"},
      {"descendant-or-self::species", "{dog}", "/data/person/pet/species"},
      {"/data/name/text()", "{Ana}"},
      {"count(/data/blank/text())", "0"},
      {"name(.)", "'name'", "/data/name"},
      {"name()", "'name'", "/data/name"},
      {"local-name(..)", "'home'", "/data/home/street"},
      {"name(/data/person[called = 'Nobody'])", "''"},
      {"(/data/name)", "{Ana}"},
      {"(/data/name | /data/age)[2]", "{42}"},
      {"(//called)[last()]", "{Caio}"},
      {"count(//species | //called)", "6"},
  };
  expect_all(kCases);
}

TEST(Paths, PredicatesChoose) {
  constexpr Case kCases[] = {
      {"position()", "1"},
      {"last()", "1"},
      {"if(true(), ${person}, '')[2]/called", "{Bia}"},
      {"if(true(), 'x', ${person})[2]/called",
       "! The expression has a text or a number where it wants a question"},
      {"/data/person[1]/called", "{Ana}"},
      {"/data/person[2]/called", "{Bia}"},
      {"/data/person[4]/called", "{}"},
      {"/data/person[0]/called", "{}"},
      {"/data/person[last()]/called", "{Caio}"},
      {"/data/person[position() = 2]/called", "{Bia}"},
      {"/data/person[position() > 1]/called", "{Bia|Caio}"},
      {"/data/person[position() mod 2 = 1]/called", "{Ana|Caio}"},
      {"/data/person[called = 'Bia']/years", "{7}"},
      {"/data/person[years > 5]/called", "{Ana|Bia}"},
      {"/data/person[years > 5][2]/called", "{Bia}"},
      {"/data/person[years > 5][called = 'Ana']/years", "{30}"},
      {"/data/person[years]/called", "{Ana|Bia}"},
      {"/data/person[not(years)]/called", "{Caio}"},
      {"/data/person[years = '']/called", "{Caio}"},
      {"/data/person[pet]/called", "{Ana|Caio}"},
      {"/data/person[count(pet) = 0]/called", "{Bia}"},
      {"/data/person[pet/species = 'cat']/called", "{Ana}"},
      {"/data/person[called = /data/name]/years", "{30}"},
      {"/data/person[called = ${name}]/years", "{30}"},
      {"/data/person[1]/pet[2]/species", "{cat}"},
      {"/data/person/pet[1]/species", "{dog|bird}"},
      {"/data/person[starts-with(called, 'B')]/called", "{Bia}"},
      {"/data/person[years > 5 and called != 'Ana']/called", "{Bia}"},
      {"/data/person[years > 99 or called = 'Caio']/called", "{Caio}"},
      {"/data/person[true()]/called", "{Ana|Bia|Caio}"},
      {"/data/person[false()]/called", "{}"},
      {"/data/person['']/called", "{}"},
      {"/data/person['x']/called", "{Ana|Bia|Caio}"},
      {"/data/*[. = '42']", "{42}"},
      {"${person}[2]/called", "{Bia}"},
      {"${person}[called = 'Caio']/pet/species", "{bird}"},
      {"sum(/data/person[years > 0]/years)", "37"},
      {"/data/person[years = max(/data/person[years > 0]/years)]/called", "{Ana}"},
  };
  expect_all(kCases);
}

TEST(Paths, InsideOfARepeatTheyMeanTheSameRepetition) {
  constexpr Case kCases[] = {
      {"${called}", "{Ana}", "/data/person[1]/years"},
      {"${called}", "{Bia}", "/data/person[2]/years"},
      {"/data/person/called", "{Caio}", "/data/person[3]/years"},
      {"../called", "{Bia}", "/data/person[2]/years"},
      {"${years} > 18", "true", "/data/person[1]/called"},
      {"${years} > 18", "false", "/data/person[2]/called"},
      {"${name}", "{Ana}", "/data/person[2]/years"},
      {"${species}", "{dog|cat}", "/data/person[1]/years"},
      {"${species}", "{}", "/data/person[2]/years"},
      {"${called}", "{Caio}", "/data/person[3]/pet[1]/species"},
      {"../../called", "{Ana}", "/data/person[1]/pet[2]/species"},
      {"count(${pet})", "2", "/data/person[1]/years"},
      {"count(${pet})", "2", "/data/person[1]/pet[1]/species"},
      {"count(${person})", "3", "/data/person[2]/years"},
      {"count(../../person)", "3", "/data/person[2]/years"},
      {"join(',', ../../person/called)", "'Ana,Bia,Caio'", "/data/person[2]/years"},
      {"position(..)", "2", "/data/person[2]/years"},
      {"position(..)", "1", "/data/person[1]/years"},
      {"position(../..)", "3", "/data/person[3]/pet[1]/species"},
      {"position(..)", "2", "/data/person[1]/pet[2]/species"},
      {"position(/data/person[3])", "3"},
      {"position(/data/name)", "1"},
      {"/data/person[position() = position(current()/..) - 1]/called", "{Ana}", "/data/person[2]/years"},
      {"/data/person[position() < position(current()/..)]/called", "{Ana|Bia}", "/data/person[3]/years"},
      {"../preceding-sibling::person[1]/called", "{Ana}", "/data/person[2]/years"},
      {"../following-sibling::person/called", "{Caio}", "/data/person[2]/years"},
      {"current()/../called", "{Bia}", "/data/person[2]/years"},
      {"current()", "{7}", "/data/person[2]/years"},
  };
  expect_all(kCases);
}

std::string reads_of(Survey& survey, std::string_view expression, std::string_view at) {
  const auto compiled = Expression::compile(expression, survey.scope(at));
  if (!compiled) return compiled.error().message;
  const FormSchema& schema = survey.instance().schema();
  std::string all;
  for (const Read& read : compiled.value().reads())
    all += schema.node(read.node).path + " in " + schema.node(read.anchor).path +
           (read.is_indexed ? " chosen; " : "; ");
  return all;
}

TEST(Paths, AnExpressionKnowsWhatItReads) {
  Survey survey;
  const char* years = "/data/person[1]/years";
  EXPECT_EQ(reads_of(survey, "${age} + ${age}", "/data/total"), "/data/age in /data; ");
  EXPECT_EQ(reads_of(survey, "${called}", years), "/data/person/called in /data/person; ");
  EXPECT_EQ(reads_of(survey, "../called", years), "/data/person/called in /data/person; ");
  EXPECT_EQ(reads_of(survey, ".", years), "/data/person/years in /data/person/years; ");
  EXPECT_EQ(reads_of(survey, "sum(../../person/years)", years), "/data/person/years in /data; ");
  EXPECT_EQ(reads_of(survey, "sum(${years})", "/data/total"), "/data/person/years in /data; ");
  EXPECT_EQ(reads_of(survey, "count(${person})", years), "/data/person in /data; ");
  EXPECT_EQ(reads_of(survey, "/data/person[2]/years", years), "/data/person/years in /data chosen; ");
  EXPECT_EQ(reads_of(survey, "indexed-repeat(${years}, ${person}, 1)", years),
            "/data/person/years in /data chosen; ");
  EXPECT_EQ(reads_of(survey, "sum(/data/person[called = ${name}]/years)", "/data/total"),
            "/data/person/called in /data; /data/name in /data; /data/person/years in /data; ");
  EXPECT_EQ(reads_of(survey, "instance('towns')/root/item[name = ${colour}]/label", "/data/total"),
            "/data/colour in /data; ");
  EXPECT_EQ(reads_of(survey, "1 + today()", "/data/total"), "");
}

}  // namespace
}  // namespace tertulia::formats
