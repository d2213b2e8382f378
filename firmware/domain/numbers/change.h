// SPDX-License-Identifier: Apache-2.0
// Numbers that say more than what these people answered: what others would have, and whether something
// changed. Pure.
#pragma once

#include "firmware/domain/numbers/results.h"

namespace tertulia::numbers {

// Of a whole programme. The people of one session are all there were, so there is nothing to estimate.
struct OverProgramme {
  Share share;
};

// In whole percent, 0 to 100, rounded outwards.
struct Interval {
  int low = 0;
  int high = 100;
  friend bool operator==(const Interval&, const Interval&) = default;
};
// Where the share of all people like these would be, 95 times of 100: the Wilson score interval. Of nobody it
// is 0 to 100.
[[nodiscard]] Interval interval_of(const OverProgramme& share);

enum class Change { kTooFewToTell, kLess, kSame, kMore };
// Of two groups that answered the same scale, whose values are one step apart. Nobody is followed from one
// group to the other. Too few to tell: a difference of one step between the two could be chance, 95 times of
// 100; or one of them has no exact numbers.
[[nodiscard]] Change change_between(const Results& before, const Results& after);

}  // namespace tertulia::numbers
