// SPDX-License-Identifier: Apache-2.0
// What may be said of one block, at the boundaries of each rule.
#include "firmware/domain/numbers/disclosure.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia::numbers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Value value(std::size_t place) {
  return {static_cast<double>(place), std::string(1, static_cast<char>('a' + place))};
}

// So many people for a, b, c...; `left_out` did not answer.
Tally tally(const std::vector<std::uint64_t>& counts, std::uint64_t left_out = 0,
            Counting counting = Counting::kOneOf) {
  Tally made{left_out, 0, counting, {}};
  for (std::size_t place = 0; place < counts.size(); ++place) {
    made.answered += counts[place];
    if (counts[place] > 0) made.counts[value(place)] = counts[place];
  }
  made.took_part += made.answered;
  return made;
}

Disclosure five(const Tally& of) { return disclose(of, Threshold(5)); }

TEST(threshold, is_never_below_five_and_never_above_a_hundred_whatever_is_said) {
  for (const std::uint64_t said : {0U, 1U, 4U, 5U}) EXPECT_EQ(Threshold(said).k(), 5U) << said;
  EXPECT_EQ(Threshold(6).k(), 6U);
  EXPECT_EQ(Threshold(100).k(), 100U);
  EXPECT_EQ(Threshold(~std::uint64_t{0}).k(), 100U);
  EXPECT_EQ(Threshold().k(), 5U);
  for (const auto& [said, k] : {std::pair{-1, 5U}, {5, 5U}, {7, 7U}, {101, 100U}}) {
    Privacy privacy;
    privacy.threshold = said;
    EXPECT_EQ(Threshold(privacy).k(), k) << said;
  }
}

TEST(disclosure, is_exact_when_k_people_gave_another_answer_and_not_when_one_less_did) {
  EXPECT_THAT(five(tally({9, 5})).lines,
              ElementsAre(Line{value(0), Bound::kExactly, 9, 14}, Line{value(1), Bound::kExactly, 5, 14}));
  EXPECT_THAT(five(tally({9, 6})).lines, SizeIs(2));
  EXPECT_THAT(five(tally({10, 4})).lines, ElementsAre(Line{value(0), Bound::kAtLeast, 10, 14}));
  EXPECT_THAT(disclose(tally({9, 5}), Threshold(6)).lines,
              ElementsAre(Line{value(0), Bound::kAtLeast, 9, 14}));
}

TEST(disclosure, counts_all_other_answers_together_so_small_ones_may_stand_beside_each_other) {
  EXPECT_THAT(five(tally({9, 2, 2, 1})).lines, SizeIs(4));
  EXPECT_THAT(five(tally({9, 2, 1, 1})).lines, ElementsAre(Line{value(0), Bound::kAtLeast, 9, 13}));
}

TEST(disclosure, says_the_same_bound_whether_all_agree_or_all_but_fewer_than_k) {
  const Disclosure all = five(tally({18}));
  EXPECT_THAT(all.lines, ElementsAre(Line{value(0), Bound::kAtLeast, 14, 18}));
  for (std::uint64_t others = 1; others < 5; ++others) EXPECT_EQ(five(tally({18 - others, others})), all);
  EXPECT_NE(five(tally({13, 5})), all);
}

TEST(disclosure, says_nothing_of_so_few_people_that_k_less_one_of_them_may_be_the_half) {
  EXPECT_THAT(five(tally({8})).lines, IsEmpty());
  EXPECT_THAT(five(tally({9})).lines, ElementsAre(Line{value(0), Bound::kAtLeast, 5, 9}));
  EXPECT_EQ(five(tally({8, 0})), five(tally({4, 4})));
  EXPECT_EQ(five(tally({0, 5})), five(tally({5, 0})));
  EXPECT_THAT(five(tally({})).lines, IsEmpty());
}

TEST(disclosure, of_few_people_who_differ_enough_is_exact) {
  EXPECT_THAT(five(tally({1, 1, 1, 1, 1})).lines, IsEmpty());
  EXPECT_THAT(five(tally({1, 1, 1, 1, 1, 1})).lines, SizeIs(6));
}

TEST(disclosure, tells_how_many_left_a_question_out_only_when_that_are_k) {
  const Disclosure four = five(tally({14}, 4));
  EXPECT_EQ(four.of_those, OfThose::kTookPart);
  EXPECT_THAT(four.lines, ElementsAre(Line{value(0), Bound::kAtLeast, 14, 18}));
  const Disclosure with_five = five(tally({14}, 5));
  EXPECT_EQ(with_five.of_those, OfThose::kAnswered);
  EXPECT_THAT(with_five.lines, ElementsAre(Line{value(0), Bound::kAtLeast, 10, 14}));
}

TEST(disclosure, is_nothing_when_those_who_left_it_out_and_those_who_differ_are_k_only_together) {
  EXPECT_THAT(five(tally({13, 2}, 3)).lines, IsEmpty());
  EXPECT_THAT(five(tally({13, 2}, 2)).lines, SizeIs(1));
}

TEST(disclosure, of_a_question_with_a_condition_is_exact_only_when_k_were_asked_and_k_were_not) {
  EXPECT_THAT(disclose(tally({6, 5}, 4), Threshold(5), Asked::kSome).lines, IsEmpty());
  EXPECT_THAT(disclose(tally({6, 5}, 5), Threshold(5), Asked::kSome).lines, SizeIs(2));
  EXPECT_THAT(disclose(tally({6, 5}, 0), Threshold(5), Asked::kSome).lines, IsEmpty());
  EXPECT_THAT(disclose(tally({6, 5}, 4), Threshold(5), Asked::kEverybody).lines, SizeIs(2));
}

TEST(disclosure, of_several_choices_takes_each_as_a_question_of_its_own) {
  // Of 18 people: all chose a, 13 chose b, 14 chose c, 5 chose d, 4 chose e.
  Tally several{18, 18, Counting::kEach, {}};
  several.counts = {{value(0), 18}, {value(1), 13}, {value(2), 14}, {value(3), 5}, {value(4), 4}};
  EXPECT_THAT(five(several).lines,
              ElementsAre(Line{value(0), Bound::kAtLeast, 14, 18}, Line{value(1), Bound::kExactly, 13, 18},
                          Line{value(2), Bound::kAtLeast, 14, 18}, Line{value(3), Bound::kExactly, 5, 18}));
}

TEST(disclosure, of_a_choice_that_few_took_looks_like_that_of_one_that_nobody_took) {
  EXPECT_EQ(five(tally({9, 4}, 5, Counting::kEach)), five(tally({9, 0}, 9, Counting::kEach)));
}

TEST(disclosure, of_numbers_puts_rare_ones_together_for_they_may_say_whose_they_are) {
  EXPECT_THAT(five(tally({5, 1, 4, 6}, 0, Counting::kNumber)).lines,
              ElementsAre(Line{value(0), Bound::kExactly, 5, 16}, Line{value(3), Bound::kExactly, 6, 16},
                          Line{rare_value(), Bound::kExactly, 5, 16}));
}

}  // namespace
}  // namespace tertulia::numbers
