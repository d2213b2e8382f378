// SPDX-License-Identifier: Apache-2.0
// Answers with several choices, lists of choices, and tables.
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(ChoiceFunctions, AnAnswerMayHaveSeveralChoices) {
  constexpr Case kCases[] = {
      {"selected('red blue', 'red')", "true"},
      {"selected('red blue', 'blue')", "true"},
      {"selected('red blue', 're')", "false"},
      {"selected('red blue', 'red blue')", "false"},
      {"selected('red blue', 'Red')", "false"},
      {"selected('', 'red')", "false"},
      {"selected('', '')", "true"},
      {"selected('red', '')", "false"},
      {"selected('red  blue ', ' blue')", "true"},
      {"selected('1 2 3', 2)", "true"},
      {"selected('1 2 3', '2.0')", "false"},
      {"selected('10 20', 1)", "false"},
      {"selected(${colours}, 'blue')", "true"},
      {"selected(${colours}, 'pink')", "false"},
      {"selected(${colours}, ${colour})", "true"},
      {"selected(${blank}, 'red')", "false"},
      {"selected(${blank}, '')", "true"},
      {"selected(${secret}, 'hidden')", "false"},
      {"selected(., 'green')", "true", "/data/colours"},
      {"not(selected(${colours}, 'pink'))", "true"},
      {"selected-at('red blue', 0)", "'red'"},
      {"selected-at('red blue', 1)", "'blue'"},
      {"selected-at('red blue', 2)", "''"},
      {"selected-at('red blue', -1)", "''"},
      {"selected-at('red blue', 0.9)", "'red'"},
      {"selected-at('red blue', '1')", "'blue'"},
      {"selected-at('red blue', 'x')", "''"},
      {"selected-at('', 0)", "''"},
      {"selected-at(${colours}, 2)", "'green'"},
      {"selected-at(${colours}, count-selected(${colours}) - 1)", "'green'"},
      {"count-selected('red blue')", "2"},
      {"count-selected('red')", "1"},
      {"count-selected('')", "0"},
      {"count-selected('  a  b ')", "2"},
      {"count-selected(${colours})", "3"},
      {"count-selected(${blank})", "0"},
      {"count-selected(${secret})", "0"},
      {"count-selected(.) <= 3", "true", "/data/colours"},
      {"count-selected(.) < 3", "false", "/data/colours"},
  };
  expect_all(kCases);
}

TEST(ChoiceFunctions, ChoicesHaveNames) {
  constexpr Case kCases[] = {
      {"jr:choice-name('red', '${colour}')", "'Rot'"},
      {"jr:choice-name('green', '${colours}')", "'Grün'"},
      {"jr:choice-name(${colour}, '${colour}')", "'Rot'"},
      {"jr:choice-name(${colour}, ' ${colour} ')", "'Rot'"},
      {"jr:choice-name(${colour}, ${colour})", "'Rot'"},
      {"jr:choice-name(${colour}, '/data/colour')", "'Rot'"},
      {"jr:choice-name(selected-at(${colours}, 1), '${colours}')", "'Blau'"},
      {"jr:choice-name('pink', '${colour}')", "''"},
      {"jr:choice-name('', '${colour}')", "''"},
      {"jr:choice-name(${blank}, '${colour}')", "''"},
      {"concat(jr:choice-name('red', '${colour}'), '!')", "'Rot!'"},
      {"jr:choice-name('red', '${name}')", "! 23 'name' has no choices, so they have no names."},
      {"jr:choice-name('red', '${nowhere}')", "! 23 No question is called 'nowhere'."},
      {"jr:choice-name('red', 'colour')", "! 23 Write a question here"},
      {"choice-name('red', '${colour}')", "! 1 choice-name() has a prefix: write jr:choice-name."},
      {"jr:choice-name('red')", "! 1 jr:choice-name() takes 2 arguments, and here it has 1."},
  };
  expect_all(kCases);
}

TEST(ChoiceFunctions, TablesAreInstances) {
  constexpr Case kCases[] = {
      {"count(instance('towns')/root/item)", "4"},
      {"${last-saved#name}", "{}"},
      {"if(${last-saved#age} = '' and ${ last-saved#age } != 3, 'x', 'y')", "'x'"},
      {"count(instance('__last-saved')/data/person[years > 1])", "0"},
      {"count(instance('__last-saved')/root/item[name = 'por'])", "0"},
      {"concat('a', instance('__last-saved')/data/name)", "'a'"},
      {"jr:choice-name(${last-saved#colour}, '${last-saved#colour}')", "''"},
      {"instance('towns')/root/item/label", "{Lisboa|Porto|Braga|Faro}"},
      {"instance('towns')/root/item[1]/label", "{Lisboa}"},
      {"instance('towns')/root/item[last()]/name", "{far}"},
      {"instance('towns')/root/item[name = 'por']/label", "{Porto}"},
      {"instance('towns')/root/item[name='por']/people * 2", "464000"},
      {"instance('towns')/root/item['por' = name]/label", "{Porto}"},
      {"instance('towns')/root/item[county = 'north']/label", "{Porto|Braga}"},
      {"instance('towns')/root/item[county = 'north'][2]/label", "{Braga}"},
      {"instance('towns')/root/item[county = 'north' and people > 200000]/label", "{Porto}"},
      {"instance('towns')/root/item[people > 200000 and county = 'north']/label", "{Porto}"},
      {"instance('towns')/root/item[county = 'north'][people < 200000]/label", "{Braga}"},
      {"instance('towns')/root/item[county = 'east']/label", "{}"},
      {"instance('towns')/root/item[county = '']/label", "{}"},
      {"instance('towns')/root/item[county = ${blank}]/label", "{}"},
      {"instance('towns')/root/item[people = 61000]/label", "{Faro}"},
      {"instance('towns')/root/item[people = '61000']/label", "{}"},
      {"instance('towns')/root/item[people > 200000]/label", "{Lisboa|Porto}"},
      {"instance('towns')/root/item[county != 'north']/label", "{Lisboa|Faro}"},
      {"instance('towns')/root/item[starts-with(label, 'B')]/name", "{bra}"},
      {"instance('towns')/root/item[selected('lis far', name)]/label", "{Lisboa|Faro}"},
      {"instance('towns')/root/item[county = 'north' or county = 'south']/name", "{por|bra|far}"},
      {"instance('towns')/root/item[name = concat('f', 'ar')]/label", "{Faro}"},
      {"instance('colours')/root/item[name = ${colour}]/label", "{Rot}"},
      {"instance('colours')/root/item[name = current()/../colour]/label", "{Rot}"},
      {"instance('colours')/root/item[selected(${colours}, name)]/label", "{Rot|Blau|Grün}"},
      {"count(instance('towns')/root/item[county = 'north'])", "2"},
      {"sum(instance('towns')/root/item[county = 'north']/people)", "425000"},
      {"max(instance('towns')/root/item/people)", "545000"},
      {"join(', ', instance('towns')/root/item[county = 'north']/label)", "'Porto, Braga'"},
      {"instance('towns')/root/item[people = max(instance('towns')/root/item/people)]/label", "{Lisboa}"},
      {"instance('towns')/root/item[position() = 2]/label", "{Porto}"},
      {"instance('towns')/root/item[county = 'north' and position() = 3]/label", "{}"},
      {"string-length(join('', randomize(instance('towns')/root/item/name)))", "12"},
      {"instance('towns')/root/item[name = 'lis']/../item[2]/name", "{por}"},
  };
  expect_all(kCases);
}

TEST(ChoiceFunctions, PulldataTakesACellOfATable) {
  constexpr Case kCases[] = {
      {"pulldata('towns', 'label', 'name', 'bra')", "'Braga'"},
      {"pulldata('towns.csv', 'label', 'name', 'bra')", "'Braga'"},
      {"pulldata('towns', 'people', 'name', 'por') * 2", "464000"},
      {"pulldata('towns', 'label', 'name', 'xxx')", "''"},
      {"pulldata('towns', 'label', 'name', '')", "''"},
      {"pulldata('towns', 'label', 'name', ${blank})", "''"},
      {"pulldata('towns', 'label', 'county', 'north')", "'Porto'"},
      {"pulldata('towns', 'label', 'people', 61000)", "'Faro'"},
      {"pulldata('colours', 'label', 'name', ${colour})", "'Rot'"},
      {"pulldata('twons', 'label', 'name', 'x')", "! 10 There is no list or file 'twons'. Is it 'towns'?"},
      {"pulldata('towns', 'lable', 'name', 'x')",
       "! 19 The file 'towns' has no column 'lable'. Is it 'label'?"},
      {"pulldata('towns', 'label', 'nmae', 'x')",
       "! 28 The file 'towns' has no column 'nmae'. Is it 'name'?"},
      {"pulldata(${name}, 'label', 'name', 'x')", "! 10 Write the name of the list in quotes"},
      {"pulldata('towns', ${name}, 'name', 'x')", "! 19 Write the name of the column in quotes."},
      {"pulldata('towns', 'label', 'name')", "! 1 pulldata() takes 4 arguments, and here it has 3."},
      {"instance('villages.xml')/root/item",
       "! 10 There is no list or file 'villages.xml'. Put the file 'villages.xml' beside the form."},
      {"instance('twons')/root/item", "! 10 There is no list or file 'twons'. Is it 'towns'?"},
      {"instance('towns')/root/item[nmae = 'x']",
       "! 29 The list 'towns' has no column 'nmae'. Is it 'name'?"},
      {"instance('towns')/root/item/lable", "! 29 The list 'towns' has no column 'lable'. Is it 'label'?"},
      {"instance('towns')/item", "! 19 Nothing is called 'item' here."},
      {"instance('towns')/root/row", "! 24 Nothing is called 'row' here."},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace tertulia::formats
