// SPDX-License-Identifier: Apache-2.0
// When the answers of a group become numbers. Answers are released in blocks. What may be said of a block
// (disclose()) is said once and for ever, and everything that is shown is made of what was said of whole
// blocks. So nobody's answer moves a number by itself. Pure.
//
// When a block is cut depends on how many people answered and on what everybody can see: that the moderator
// reveals the results, that the session is closed, that nothing is missing. It never depends on what they
// answered, and a block that could not be shown is never tried again: both would tell something of a single
// answer.
#pragma once

#include <chrono>
#include <cstdint>

#include "firmware/domain/numbers/threshold.h"

namespace tertulia::numbers {

struct Release {
  std::uint64_t blocks = 0;
  std::uint64_t counted = 0;  // people in them
  friend bool operator==(const Release&, const Release&) = default;
};

// When the hub may make numbers of a session, and until when a device puts into a block what the hub has
// already. The difference is for the way of the word. People are asked for 20 minutes after the end (decision
// 093), and some take their time. Without a word of its end a session is over a day after its begin.
inline constexpr std::chrono::minutes kToldAfterEnd{30};
inline constexpr std::chrono::minutes kSharedAfterEnd{20};
inline constexpr std::chrono::hours kLongestSession{24};
inline constexpr std::chrono::hours kSharedAfterBegin{23};

struct Stage {
  bool revealed = false;  // the moderator shows results while people answer
  bool closed = false;    // nobody is asked any more
  bool complete = false;  // no answer is on its way: the ranges of all devices have no gap
};

// A table of releases is a fold of this: `answered` is how many people have sent the form so far. If the
// result has one block more, it is made of everybody who is in no block yet.
// - Closed and complete: of at least k people. The first block is the one exact release; later ones are of
//   answers that came late.
// - Before that: of at least 2k people, and only when revealed. Fewer hardly ever differ enough to be shown.
[[nodiscard]] Release next_release(const Release& previous, std::uint64_t answered, Threshold threshold,
                                   const Stage& stage);

// While a session is open only this much is said of a number of people: the multiple of k below it.
[[nodiscard]] std::uint64_t in_steps(std::uint64_t count, Threshold threshold);

}  // namespace tertulia::numbers
