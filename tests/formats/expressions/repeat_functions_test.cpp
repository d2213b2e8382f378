// SPDX-License-Identifier: Apache-2.0
// indexed-repeat(), once(), if() and randomize() of ODK XForms.
#include "firmware/formats/expressions/shuffle.h"
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(RepeatFunctions, IndexedRepeatTakesOneRepetition) {
  constexpr Case kCases[] = {
      {"indexed-repeat(${called}, ${person}, 1)", "{Ana}"},
      {"indexed-repeat(${called}, ${person}, 3)", "{Caio}"},
      {"indexed-repeat(${called}, ${person}, 4)", "{}"},
      {"indexed-repeat(${called}, ${person}, 0)", "{}"},
      {"indexed-repeat(${called}, ${person}, -1)", "{}"},
      {"indexed-repeat(${called}, ${person}, 1.5)", "{}"},
      {"indexed-repeat(${called}, ${person}, '2')", "{Bia}"},
      {"indexed-repeat(${called}, ${person}, 1 + 1)", "{Bia}"},
      {"indexed-repeat(/data/person/called, /data/person, 2)", "{Bia}"},
      {"indexed-repeat(${called}, ${person}, count(${person}))", "{Caio}"},
      {"indexed-repeat(${called}, ${person}, 4) = ''", "true"},
      {"concat(indexed-repeat(${called}, ${person}, 2), '!')", "'Bia!'"},
      {"indexed-repeat(${species}, ${person}, 1, ${pet}, 2)", "{cat}"},
      {"indexed-repeat(${species}, ${person}, 3, ${pet}, 1)", "{bird}"},
      {"indexed-repeat(${species}, ${person}, 2, ${pet}, 1)", "{}"},
      {"indexed-repeat(${called}, ${person}, position(..) - 1)", "{Ana}", "/data/person[2]/years"},
      {"indexed-repeat(${called}, ${person}, position(..) - 1)", "{}", "/data/person[1]/years"},
      {"indexed-repeat(${called}, ${person}, position(..) + 1)", "{Caio}", "/data/person[2]/years"},
      {"indexed-repeat(${called}, ${home}, 1)", "! 27 'home' is no repeat that has 'called' inside."},
      {"indexed-repeat(${name}, ${person}, 1)", "! 25 'person' is no repeat that has 'name' inside."},
      {"indexed-repeat('called', ${person}, 1)", "! 16 Write a question here"},
      {"indexed-repeat(${called}, ${person})",
       "! 1 indexed-repeat() takes 3 to 7 arguments, and here it has 2."},
      {"indexed-repeat(${called}, ${person}, 1, ${pet})",
       "! 1 indexed-repeat() takes a number behind each repeat"},
  };
  expect_all(kCases);
}

TEST(RepeatFunctions, IfGivesOneOfTwoAsItIs) {
  constexpr Case kCases[] = {
      {"if(true(), 1, 2)", "1"},
      {"if(false(), 1, 2)", "2"},
      {"if(1 = 1, 'yes', 'no')", "'yes'"},
      {"if('', 'yes', 'no')", "'no'"},
      {"if('x', 'yes', 'no')", "'yes'"},
      {"if(0, 'yes', 'no')", "'no'"},
      {"if(${blank}, 'yes', 'no')", "'no'"},
      {"if(${name}, 'yes', 'no')", "'yes'"},
      {"if(${age} >= 18, 'adult', 'child')", "'adult'"},
      {"if(${age} < 18, 'child', if(${age} < 65, 'adult', 'senior'))", "'adult'"},
      {"if(true(), 5, 'x') + 1", "6"},
      {"if(true(), ${name}, '')", "{Ana}"},
      {"if(selected(${colours}, 'red'), 1, 0) + if(selected(${colours}, 'pink'), 1, 0)", "1"},
      {"if(true(), true(), false()) = true()", "true"},
      {"if(${blank} = '', 0, ${blank}) * 2", "0"},
      {"if(true(), 1)", "! 1 if() takes 3 arguments, and here it has 2."},
      {"if(true())", "! 1 if() takes 3 arguments, and here it has 1."},
      {"once('new')", "'new'", "/data/blank"},
      {"once('new')", "'Ana'", "/data/name"},
      {"once(random()) != ''", "true", "/data/blank"},
      {"once(1 + 1)", "'2'", "/data/total"},
  };
  expect_all(kCases);
}

TEST(RepeatFunctions, ASeedGivesTheSameOrderOnEachDevice) {
  constexpr Case kCases[] = {
      {"count(randomize(${called}))", "3"},
      {"count(randomize(${called}, 1))", "3"},
      {"string-length(join('', randomize(${called}, 5)))", "10"},
      {"join(',', randomize(${called}, 9)) = join(',', randomize(${called}, 9))", "true"},
      {"join(',', randomize(${called}, 9)) = join(',', randomize(${called}, '9.7'))", "true"},
      {"count(randomize(/data/person[called = 'Nobody'], 9))", "0"},
      {"randomize('abc')", "! 11 randomize() wants a question"},
      {"join(',', randomize())", "! 11 randomize() takes 1 to 2 arguments"},
  };
  expect_all(kCases);
}

// The generator of Park and Miller (1988): its 10,000th number from the seed 1 is 1,043,618,065.
TEST(RepeatFunctions, TheGeneratorIsThatOfItsPaper) {
  ParkMiller generator(1);
  double last = 0;
  for (int at = 0; at < 10'000; ++at) last = generator.fraction();
  EXPECT_EQ(last, 1'043'618'064.0 / 2'147'483'646.0);
}

TEST(RepeatFunctions, AShuffleLosesNothing) {
  std::vector<int> items(100);
  for (int at = 0; at < 100; ++at) items[static_cast<std::size_t>(at)] = at;
  for (const std::int64_t seed : {0L, 1L, 42L, -42L, 11'111'111L, 2'147'483'647L}) {
    ParkMiller generator(seed);
    std::vector<int> order = shuffled(items, generator);
    EXPECT_NE(order, items);
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, items);
  }
  ParkMiller generator(42);
  EXPECT_EQ(shuffled(std::vector<char>{'A', 'B', 'C', 'D', 'E', 'F'}, generator),
            (std::vector<char>{'A', 'F', 'C', 'B', 'D', 'E'}));
}

}  // namespace
}  // namespace tertulia::formats
