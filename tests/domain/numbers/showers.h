// SPDX-License-Identifier: Apache-2.0
// What is seen of one session: people answer one after the other, the moderator reveals, the session is
// closed, and some answers come late. Somebody looks after every one of these steps. The same session is also
// shown with single rules switched off, to prove that the attacker finds that.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "firmware/domain/numbers/disclosure.h"
#include "firmware/domain/numbers/release.h"
#include "tests/domain/numbers/attacker.h"

namespace tertulia::numbers {

struct Course {
  std::size_t revealed_at = 99;  // after so many answers; 99: never
  std::size_t closed_at = 99;    // after so many answers; those after them are late
  Threshold threshold;
  Counting counting = Counting::kOneOf;
  std::size_t no_answer = 99;  // the choice that stands for "did not answer"; 99: none
};

// What a test may switch off.
enum class Without {
  kNothing,
  kUnanimity,    // k people are enough for exact numbers
  kBlocks,       // bars in steps of k, but after every answer
  kOwnBlocks,    // a block that is hidden is tried again together with the next answers
  kLateAnswers,  // a late answer changes the numbers by itself
  kSameBlocks,   // when the session is closed, all answers are cut anew, whatever was shown live
  kFixedBound,   // the most frequent answer with how many really gave it, in words
};

[[nodiscard]] Shower shower_of(const Course& course, Without without = Without::kNothing);

// The tally of the people from `begin` to `end`.
[[nodiscard]] Tally tally_of(const World& world, std::size_t begin, std::size_t end, const Course& course);
[[nodiscard]] std::string text_of(const Disclosure& disclosure);

}  // namespace tertulia::numbers
