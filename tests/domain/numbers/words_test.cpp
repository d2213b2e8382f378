// SPDX-License-Identifier: Apache-2.0
// Statements, percentages, medians, intervals, changes.
#include "firmware/domain/numbers/words.h"

#include <optional>

#include <gtest/gtest.h>

#include "firmware/domain/numbers/change.h"

namespace tertulia::numbers {
namespace {

const Value kChoice{0, "a"};

TEST(words, fourteen_of_eighteen_of_twenty_three_is_between_fourteen_and_nineteen_of_all) {
  const Disclosure said{23, OfThose::kAnswered, {{kChoice, Bound::kExactly, 14, 18}}};
  EXPECT_EQ(statement_of(said.lines[0], said), Statement(OfAnsweredAndAll{14, 18, 23, 14, 19}));
}

TEST(words, where_all_answered_nobody_is_left_to_guess_about) {
  const Disclosure said{18, OfThose::kAnswered, {{kChoice, Bound::kExactly, 13, 18}}};
  EXPECT_EQ(statement_of(said.lines[0], said), Statement(OfAnswered{13, 18}));
}

TEST(words, say_nearly_all_only_when_the_bound_is_nine_of_ten) {
  const auto said = [](std::uint64_t least, std::uint64_t of) {
    const Disclosure bound{of, OfThose::kTookPart, {{kChoice, Bound::kAtLeast, least, of}}};
    return std::get<MostOrAll>(statement_of(bound.lines[0], bound));
  };
  EXPECT_FALSE(said(35, 39).nearly_all);
  EXPECT_TRUE(said(36, 40).nearly_all);
  EXPECT_EQ(said(14, 18), (MostOrAll{false, 14, 18}));
}

TEST(percent, is_said_of_twenty_people_and_not_of_nineteen) {
  EXPECT_EQ(percent_of({10, 19}), std::nullopt);
  EXPECT_EQ(percent_of({10, 20}), 50);
  EXPECT_EQ(percent_of({11, 21}), 52);
}

TEST(percent, is_a_whole_number_and_nobody_and_all_are_nobody_and_all) {
  EXPECT_EQ(percent_of({1, 1000}), 1);
  EXPECT_EQ(percent_of({999, 1000}), 99);
  EXPECT_EQ(percent_of({0, 1000}), 0);
  EXPECT_EQ(percent_of({1000, 1000}), 100);
  EXPECT_EQ(percent_of({1, 40}), 3);
}

Results results_with(const std::vector<std::uint64_t>& counts) {
  Results made;
  std::uint64_t of = 0;
  for (const std::uint64_t count : counts) of += count;
  for (std::size_t place = 0; place < counts.size(); ++place)
    if (counts[place] > 0)
      made.exact[{static_cast<double>(place), std::to_string(place)}] = {counts[place], of};
  return made;
}

TEST(median, is_a_value_that_people_gave_or_two_neighbours) {
  EXPECT_EQ(median_of(results_with({3, 4, 4}))->low.text, "1");
  EXPECT_EQ(median_of(results_with({3, 4, 4}))->high.text, "1");
  EXPECT_EQ(median_of(results_with({5, 0, 5}))->low.text, "0");
  EXPECT_EQ(median_of(results_with({5, 0, 5}))->high.text, "2");
  EXPECT_EQ(median_of(results_with({})), std::nullopt);
}

TEST(median, is_not_said_when_an_answer_has_no_place_on_the_scale) {
  Results with_other = results_with({5, 6});
  with_other.exact[other_value()] = {1, 12};
  EXPECT_EQ(median_of(with_other), std::nullopt);
}

TEST(interval, is_that_of_wilson) {
  EXPECT_EQ(interval_of({{50, 100}}), (Interval{40, 60}));
  EXPECT_EQ(interval_of({{0, 10}}), (Interval{0, 28}));
  EXPECT_EQ(interval_of({{10, 10}}), (Interval{72, 100}));
  EXPECT_EQ(interval_of({{222, 312}}), (Interval{65, 76}));
  EXPECT_EQ(interval_of({{0, 0}}), (Interval{0, 100}));
}

TEST(change, is_told_only_when_a_step_would_be_noticed) {
  EXPECT_EQ(change_between(results_with({3, 0, 0, 0, 3}), results_with({0, 0, 3, 3})), Change::kTooFewToTell);
  EXPECT_EQ(change_between(results_with({2, 20, 20, 2}), results_with({2, 2, 20, 20})), Change::kMore);
  EXPECT_EQ(change_between(results_with({2, 2, 20, 20}), results_with({2, 20, 20, 2})), Change::kLess);
  EXPECT_EQ(change_between(results_with({5, 20, 20, 5}), results_with({5, 21, 20, 5})), Change::kSame);
  EXPECT_EQ(change_between(results_with({}), results_with({5, 21, 20, 5})), Change::kTooFewToTell);
}

}  // namespace
}  // namespace tertulia::numbers
