// SPDX-License-Identifier: Apache-2.0
// The attacker against the honest numbers: it must win nothing. And against the same numbers with one rule
// switched off: it must win there, or it proves nothing.
#include "tests/domain/numbers/attacker.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "firmware/domain/numbers/partition.h"
#include "firmware/domain/numbers/results.h"
#include "tests/domain/numbers/showers.h"

namespace tertulia::numbers {
namespace {

void expect_safe(const Verdict& verdict) { EXPECT_TRUE(verdict.is_safe) << to_text(verdict); }
void expect_betrayed(const Verdict& verdict) { EXPECT_FALSE(verdict.is_safe) << to_text(verdict); }

Course closed_at(std::size_t answered, std::uint64_t k = 5) {
  Course course;
  course.closed_at = answered;
  course.threshold = Threshold(k);
  return course;
}

// Any course of a session of so many people.
Course random_course(std::size_t people, std::mt19937& random) {
  const auto up_to = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
  };
  Course course = closed_at(people - up_to(5), 5 + up_to(1));
  if (up_to(1) == 1) course.revealed_at = up_to(people);
  if (up_to(3) == 0) course.no_answer = 0;
  if (up_to(3) == 0) course.counting = Counting::kEach;
  return course;
}

class an_attacker : public testing::TestWithParam<std::size_t> {};

TEST_P(an_attacker, who_knows_the_answers_of_k_less_two_people_learns_no_other_in_any_course_of_a_session) {
  const std::size_t seed = GetParam();
  std::mt19937 random(static_cast<unsigned>(seed));
  const std::size_t choices = 2 + seed % 2;
  const std::size_t people = (choices == 2 ? 10 : 7) + seed / 2 % 3;
  const Course course = random_course(people, random);
  const Shower shower = shower_of(course);
  for (const std::size_t knows : {std::size_t{0}, std::size_t{1}, std::size_t{course.threshold.k() - 2}}) {
    const Verdict verdict = attack({people, choices}, knows, shower);
    EXPECT_TRUE(verdict.is_safe) << to_text(verdict) << " closed at " << course.closed_at << " revealed at "
                                 << course.revealed_at << " k " << course.threshold.k();
  }
}

INSTANTIATE_TEST_SUITE_P(seeds, an_attacker, testing::Range(std::size_t{0}, std::size_t{40}));

TEST(an_attacker_of_one_session, learns_nothing_from_blocks_that_follow_each_other) {
  expect_safe(attack({13, 2}, 3, shower_of(closed_at(9))));
  Course live = closed_at(13);
  live.revealed_at = 3;
  expect_safe(attack({13, 2}, 3, shower_of(live)));
}

// More cannot be promised: with k - 1 known answers it depends on who they are, and whoever knows all but one
// reads the last from anything that this one answer can change.
TEST(an_attacker_of_one_session, who_knows_one_answer_more_may_win) {
  expect_betrayed(attack({12, 2}, 4, shower_of(closed_at(12))));
  expect_safe(attack({12, 2}, 3, shower_of(closed_at(12))));
}

TEST(an_attacker_of_one_session, who_knows_all_answers_but_one_reads_the_last_from_any_number) {
  expect_betrayed(attack({12, 2}, 11, shower_of(closed_at(12))));
  const Shower rounded = [](const World& world) {  // whatever is shown: here whether most said yes
    return std::to_string(std::count(world.begin(), world.end(), 1U) > 6);
  };
  expect_betrayed(attack({12, 2}, 11, rounded));
  expect_safe(attack({12, 2}, 11, [](const World&) { return std::string("12 people answered"); }));
}

TEST(without_the_rule, that_k_people_must_differ_it_wins) {
  expect_betrayed(attack({12, 2}, 0, shower_of(closed_at(12), Without::kUnanimity)));
  expect_betrayed(attack({12, 2}, 1, shower_of(closed_at(12), Without::kUnanimity)));
}

TEST(without_the_rule, that_bars_move_with_whole_blocks_it_wins_although_they_stand_in_steps_of_k) {
  Course live = closed_at(12);
  live.revealed_at = 0;
  expect_betrayed(attack({12, 2}, 0, shower_of(live, Without::kBlocks)));
}

// The room saw a block of ten in steps of k; then twelve are told as one.
TEST(without_the_rule, that_what_was_shown_live_stays_a_block_it_wins) {
  Course live = closed_at(12);
  live.revealed_at = 0;
  expect_betrayed(attack({12, 2}, 0, shower_of(live, Without::kSameBlocks)));
  expect_safe(attack({12, 2}, 3, shower_of(live)));
}

TEST(without_the_rule, that_a_hidden_block_is_not_tried_again_it_wins) {
  expect_betrayed(attack({9, 3}, 2, shower_of(closed_at(8), Without::kOwnBlocks)));
  expect_safe(attack({9, 3}, 3, shower_of(closed_at(8))));
}

TEST(without_the_rule, that_late_answers_wait_for_k_of_them_it_wins) {
  expect_betrayed(attack({12, 2}, 0, shower_of(closed_at(10), Without::kLateAnswers)));
}

TEST(without_the_rule, that_the_bound_is_made_of_n_and_k_alone_it_wins) {
  expect_betrayed(attack({12, 2}, 0, shower_of(closed_at(12), Without::kFixedBound)));
}

// "What was good?" is asked only of those who said that something was. World: 0 said no; 1 and 2 said yes and
// answered the second question.
Shower with_condition(Asked asked) {
  return [asked](const World& world) {
    World first;
    for (const std::size_t answer : world) first.push_back(answer == 0 ? 0 : 1);
    Course second;
    second.no_answer = 0;
    return text_of(disclose(tally_of(first, 0, first.size(), {}), {})) +
           text_of(disclose(tally_of(world, 0, world.size(), second), {}, asked));
  };
}

TEST(without_the_rule, that_a_condition_is_not_told_by_its_question_it_wins) {
  const Layout layout{10, 3, {0, 1, 1}};
  expect_betrayed(attack(layout, 0, with_condition(Asked::kEverybody)));
  expect_safe(attack(layout, 2, with_condition(Asked::kSome)));
}

TEST(several_choices, betray_nobody_not_by_one_choice_and_not_by_the_other) {
  const Shower shower = [](const World& world) {  // 0: chose nothing, 1: a, 2: a and b
    Tally tally{world.size(), world.size(), Counting::kEach, {}};
    for (const std::size_t answer : world) {
      if (answer >= 1) ++tally.counts[{0, "a"}];
      if (answer == 2) ++tally.counts[{1, "b"}];
    }
    return text_of(disclose(tally, {}));
  };
  expect_safe(attack({10, 3, {0, 1, 1}}, 3, shower));
  expect_safe(attack({10, 3, {0, 0, 1}}, 3, shower));
}

// Of several cells together: so many chose the first.
Disclosure said_of(const Cells& sizes, const Cells& world, const std::vector<std::size_t>& cells) {
  Tally tally;
  for (const std::size_t cell : cells) {
    tally.took_part += sizes[cell];
    if (world[cell] > 0) tally.counts[{0, "a"}] += world[cell];
    if (world[cell] < sizes[cell]) tally.counts[{1, "b"}] += sizes[cell] - world[cell];
  }
  tally.answered = tally.took_part;
  return disclose(tally, {});
}

// Each group of cells, and the sum of what was said of them.
CellShower by_groups(const Cells& sizes) {
  return [sizes](const Cells& world) {
    std::string seen;
    std::vector<Disclosure> all;
    for (const auto& group : groups_of({sizes.begin(), sizes.end()}, {})) {
      all.push_back(said_of(sizes, world, group));
      seen += text_of(all.back()) + "|";
    }
    for (const auto& [value, share] : results_of(all, Counting::kOneOf).exact)
      seen += value.text + std::to_string(share.count);
    return seen;
  };
}

TEST(parts_of_a_whole, betray_nobody_by_their_sizes_and_their_sum) {
  for (const Cells& sizes :
       {Cells{3, 12, 20}, Cells{9, 10, 11}, Cells{1, 2, 3, 14}, Cells{8, 8, 8}, Cells{4, 9}})
    for (const std::size_t knows : {1U, 3U}) expect_safe(attack_cells(sizes, knows, by_groups(sizes)));
}

TEST(without_the_rule, that_a_small_part_takes_another_with_it_it_wins) {
  const Cells sizes{3, 12, 20};
  expect_betrayed(
      attack_cells(sizes, 0, [&](const Cells& world) {  // the part of 3 is hidden, the total is not
        return text_of(said_of(sizes, world, {1})) + text_of(said_of(sizes, world, {2})) +
               text_of(said_of(sizes, world, {0, 1, 2}));
      }));
}

TEST(without_the_rule, that_answers_are_cut_in_one_way_only_it_wins) {
  const Cells sizes{10, 10, 10, 10};  // two sessions, two languages
  const auto shown = [&](bool by_language_too) {
    return [&sizes, by_language_too](const Cells& world) {
      std::string seen = text_of(said_of(sizes, world, {0, 1})) + text_of(said_of(sizes, world, {2, 3}));
      if (by_language_too)
        seen += text_of(said_of(sizes, world, {0, 2})) + text_of(said_of(sizes, world, {1, 3}));
      return seen;
    };
  };
  expect_betrayed(attack_cells(sizes, 0, shown(true)));
  expect_safe(attack_cells(sizes, 3, shown(false)));
}

TEST(flagged_answers, are_shown_apart_only_where_that_betrays_nobody) {
  for (const std::size_t flagged : {1U, 4U, 8U, 9U, 10U}) {
    const Cells sizes{12, flagged};
    expect_safe(attack_cells(sizes, 3, by_groups(sizes)));
  }
  const Cells sizes{12, 1};
  expect_betrayed(attack_cells(sizes, 0, [&](const Cells& world) {  // with and without the one
    return text_of(said_of(sizes, world, {0, 1})) + text_of(said_of(sizes, world, {0}));
  }));
}

}  // namespace
}  // namespace tertulia::numbers
