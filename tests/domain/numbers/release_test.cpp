// SPDX-License-Identifier: Apache-2.0
// When a block is cut, and what is made of several.
#include "firmware/domain/numbers/release.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/numbers/partition.h"
#include "firmware/domain/numbers/results.h"

namespace tertulia::numbers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Threshold kFive(5);
constexpr Stage kHidden{false, false, true};
constexpr Stage kRevealed{true, false, true};
constexpr Stage kOver{false, true, true};
constexpr Release kNone{};

TEST(release, of_a_closed_session_needs_k_people) {
  EXPECT_EQ(next_release(kNone, 4, kFive, kOver), kNone);
  EXPECT_EQ(next_release(kNone, 5, kFive, kOver), (Release{1, 5}));
  EXPECT_EQ(next_release(kNone, 6, kFive, kOver), (Release{1, 6}));
}

TEST(release, waits_until_the_session_is_closed_and_nothing_is_missing) {
  EXPECT_EQ(next_release(kNone, 99, kFive, kHidden), kNone);
  EXPECT_EQ(next_release(kNone, 99, kFive, {false, true, false}), kNone);
  EXPECT_EQ(next_release(kNone, 99, kFive, {true, true, false}), kNone);
}

TEST(release, changes_by_late_answers_only_when_k_of_them_have_come) {
  const Release first{1, 20};
  for (std::uint64_t late = 0; late < 5; ++late)
    EXPECT_EQ(next_release(first, 20 + late, kFive, kOver), first) << late;
  EXPECT_EQ(next_release(first, 25, kFive, kOver), (Release{2, 25}));
}

TEST(release, of_an_open_session_needs_the_moderator_and_twice_k_people) {
  EXPECT_EQ(next_release(kNone, 9, kFive, kRevealed), kNone);
  EXPECT_EQ(next_release(kNone, 10, kFive, kRevealed), (Release{1, 10}));
  EXPECT_EQ(next_release(kNone, 10, kFive, kHidden), kNone);
  EXPECT_EQ(next_release({1, 10}, 19, kFive, kRevealed), (Release{1, 10}));
  EXPECT_EQ(next_release({1, 10}, 20, kFive, kRevealed), (Release{2, 20}));
}

TEST(release, says_the_same_for_ever_when_nothing_new_comes) {
  const Release first = next_release(kNone, 12, kFive, kOver);
  EXPECT_EQ(next_release(first, 12, kFive, kOver), first);
  EXPECT_EQ(next_release(first, 3, kFive, kOver), first);
}

TEST(steps, are_multiples_of_k_rounded_down) {
  EXPECT_EQ(in_steps(4, kFive), 0U);
  EXPECT_EQ(in_steps(5, kFive), 5U);
  EXPECT_EQ(in_steps(6, kFive), 5U);
  EXPECT_EQ(in_steps(13, Threshold(7)), 7U);
}

const Value kA{0, "a"};
const Value kB{1, "b"};

Disclosure exact(std::uint64_t a, std::uint64_t b) {
  return {a + b, OfThose::kAnswered, {{kA, Bound::kExactly, a, a + b}, {kB, Bound::kExactly, b, a + b}}};
}

TEST(results, add_up_exact_blocks_and_keep_bounds_apart) {
  const Disclosure bound{9, OfThose::kTookPart, {{kA, Bound::kAtLeast, 5, 9}}};
  const Results results =
      results_of({exact(5, 6), exact(7, 5), bound, {6, OfThose::kTookPart, {}}}, Counting::kOneOf);
  EXPECT_EQ(results.took_part, 38U);
  EXPECT_THAT(results.exact, ElementsAre(testing::Pair(kA, Share{12, 23}), testing::Pair(kB, Share{11, 23})));
  EXPECT_THAT(results.at_least, ElementsAre(testing::Pair(kA, Share{5, 9})));
  EXPECT_EQ(results.hidden, 6U);
}

TEST(results, a_value_that_a_block_of_exact_numbers_does_not_name_was_given_by_nobody_there) {
  const Disclosure only_b{5, OfThose::kAnswered, {{kB, Bound::kExactly, 5, 5}}};
  EXPECT_EQ(results_of({exact(5, 6), only_b}, Counting::kOneOf).exact.at(kA), (Share{5, 16}));
  EXPECT_EQ(results_of({exact(5, 6), only_b}, Counting::kEach).exact.at(kA), (Share{5, 11}));
}

TEST(bars, hold_no_exact_number_while_a_session_is_open) {
  const Bars bars = in_steps(bars_of(results_of({exact(9, 5)}, Counting::kOneOf), Counting::kOneOf), kFive);
  EXPECT_EQ(bars.people, 10U);
  EXPECT_THAT(bars.bars, ElementsAre(Bar{kA, 5, Bound::kAtLeast}, Bar{kB, 5, Bound::kAtLeast}));
}

TEST(bars, of_one_answer_each_count_the_blocks_with_exact_numbers) {
  const Disclosure bound{9, OfThose::kTookPart, {{kA, Bound::kAtLeast, 5, 9}}};
  const Bars bars = bars_of(results_of({exact(9, 5), bound}, Counting::kOneOf), Counting::kOneOf);
  EXPECT_EQ(bars.people, 14U);
  EXPECT_THAT(bars.bars, ElementsAre(Bar{kA, 9}, Bar{kB, 5}));
  EXPECT_THAT(bars_of(results_of({{8, OfThose::kTookPart, {}}}, Counting::kOneOf), Counting::kOneOf).bars,
              IsEmpty());
}

TEST(bars, of_several_answers_each_are_a_least_number_where_a_block_hides_one) {
  const Disclosure one{20, OfThose::kTookPart, {{kA, Bound::kExactly, 12, 20}, {kB, Bound::kExactly, 6, 20}}};
  const Disclosure other{10, OfThose::kTookPart, {{kA, Bound::kAtLeast, 6, 10}}};
  const Bars bars = bars_of(results_of({one, other}, Counting::kEach), Counting::kEach);
  EXPECT_EQ(bars.people, 30U);
  EXPECT_THAT(bars.bars, ElementsAre(Bar{kA, 18, Bound::kAtLeast}, Bar{kB, 6, Bound::kAtLeast}));
  EXPECT_THAT(bars_of(results_of({one}, Counting::kEach), Counting::kEach).bars,
              ElementsAre(Bar{kA, 12}, Bar{kB, 6}));
}

TEST(results, of_two_kiosks_add_up_as_their_blocks_do) {
  const Disclosure only_b{5, OfThose::kAnswered, {{kB, Bound::kExactly, 5, 5}}};
  const Disclosure bound{9, OfThose::kTookPart, {{kA, Bound::kAtLeast, 5, 9}}};
  for (const Counting counting : {Counting::kOneOf, Counting::kNumber, Counting::kEach})
    EXPECT_EQ(
        sum_of(results_of({exact(5, 6), bound}, counting), results_of({only_b, bound}, counting), counting),
        results_of({exact(5, 6), bound, only_b, bound}, counting));
}

TEST(partition, puts_small_parts_together_the_smallest_first) {
  EXPECT_THAT(groups_of({20, 3, 30, 7, 0}, kFive),
              ElementsAre(ElementsAre(1U, 3U), ElementsAre(0U), ElementsAre(2U)));
}

TEST(partition, takes_a_second_part_to_a_small_one_that_would_be_betrayed_by_the_total) {
  EXPECT_THAT(groups_of({20, 3, 12}, kFive), ElementsAre(ElementsAre(1U, 2U), ElementsAre(0U)));
  EXPECT_THAT(groups_of({9, 20}, kFive), ElementsAre(ElementsAre(0U), ElementsAre(1U)));
  EXPECT_THAT(groups_of({8, 20}, kFive), ElementsAre(ElementsAre(0U, 1U)));
}

TEST(partition, of_a_small_whole_is_one_group) {
  EXPECT_THAT(groups_of({1, 2, 1}, kFive), ElementsAre(ElementsAre(0U, 2U, 1U)));
  EXPECT_THAT(groups_of({0, 0}, kFive), IsEmpty());
}

TEST(partition, tells_a_session_or_a_language_but_never_both_of_the_same_answers) {
  const Scope session = OneSession{"opening"};
  const Scope language = WholeVisitBy{Trait::kLanguage, "fr"};
  const Scope kind = WholeVisitBy{Trait::kKindOfOrganisation, "ministry"};
  for (const Partition each :
       {Partition::kBySession, Partition::kByLanguage, Partition::kByKindOfOrganisation}) {
    EXPECT_EQ(is_told_by(session, each) + is_told_by(language, each) + is_told_by(kind, each), 1);
    EXPECT_TRUE(is_told_by(WholeVisit{}, each));
  }
  EXPECT_TRUE(is_told_by(session, Partition::kBySession));
  EXPECT_TRUE(is_told_by(kind, Partition::kByKindOfOrganisation));
}

}  // namespace
}  // namespace tertulia::numbers
