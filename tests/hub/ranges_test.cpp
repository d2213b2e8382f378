// SPDX-License-Identifier: Apache-2.0
#include "hub/arrival/ranges.h"

#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia::hub {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ranges, an_empty_set_holds_nothing_and_misses_nothing) {
  const Ranges ranges;
  EXPECT_EQ(ranges.highest(), 0u);
  EXPECT_EQ(ranges.count(), 0u);
  EXPECT_FALSE(ranges.contains(1));
  EXPECT_THAT(ranges.holes(), IsEmpty());
}

TEST(ranges, neighbours_melt_into_one) {
  Ranges ranges;
  ranges.add(1);
  ranges.add(3);
  ranges.add(2);
  EXPECT_THAT(ranges.all(), ElementsAre(Range{1, 3}));
}

TEST(ranges, adding_again_changes_nothing) {
  Ranges ranges({{1, 5}});
  ranges.add(3);
  ranges.add({1, 5});
  EXPECT_EQ(ranges, Ranges({{1, 5}}));
}

TEST(ranges, a_wide_range_swallows_those_inside) {
  Ranges ranges({{2, 3}, {6, 7}, {12, 12}});
  ranges.add({1, 9});
  EXPECT_THAT(ranges.all(), ElementsAre(Range{1, 9}, Range{12, 12}));
}

TEST(ranges, holes_begin_at_one) {
  const Ranges ranges({{3, 4}, {8, 8}});
  EXPECT_THAT(ranges.holes(), ElementsAre(Range{1, 2}, Range{5, 7}));
  EXPECT_EQ(ranges.missing(), 5u);
  EXPECT_EQ(ranges.count(), 3u);
}

TEST(ranges, zero_and_reversed_ranges_are_not_numbers_of_rows) {
  Ranges ranges;
  ranges.add(0);
  ranges.add({7, 6});
  EXPECT_THAT(ranges.all(), IsEmpty());
}

TEST(ranges, agrees_with_a_plain_set_for_any_order_of_arrival) {
  std::mt19937 random(7);
  Ranges ranges;
  std::set<std::uint64_t> plain;
  for (int i = 0; i < 2000; ++i) {
    const std::uint64_t first = random() % 300 + 1;
    const std::uint64_t last = first + random() % 3;
    ranges.add({first, last});
    for (std::uint64_t n = first; n <= last; ++n) plain.insert(n);
    ASSERT_EQ(ranges.count(), plain.size());
    ASSERT_EQ(ranges.highest(), *plain.rbegin());
  }
  for (std::uint64_t n = 1; n < 310; ++n) EXPECT_EQ(ranges.contains(n), plain.contains(n)) << n;
}

}  // namespace
}  // namespace tertulia::hub
