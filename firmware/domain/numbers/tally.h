// SPDX-License-Identifier: Apache-2.0
// Counts of one group of people: how many gave which value to each question. The kind of the question decides
// how its answers are counted, never the shape of an answer. A tally is exact, so it is never shown:
// disclose() says what may be said of it. Pure.
//
// What a form calculates is no answer of anybody and is not counted. Of a question in a repeat each value
// counts a person once, in however many repetitions the person gave it: it is people who are protected by a
// threshold, and five repetitions of one person are one person (decision 107).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "firmware/domain/numbers/values.h"
#include "firmware/domain/questionnaire.h"
#include "firmware/domain/submission.h"

namespace tertulia::numbers {

struct Tally {                  // of one question
  std::uint64_t took_part = 0;  // people who sent the form
  std::uint64_t answered = 0;   // of those, people who answered this question
  Counting counting = Counting::kOneOf;
  std::map<Value, std::uint64_t> counts;  // people per value; no value has 0
};

// Counts what one more person said to the question. `in_repeat`: it is asked in a repeat, so its answers
// stand under "name[1]", "name[2]"...
void add(Tally& tally, const Question& question, bool in_repeat, const Answers& answers);

class TallySheet {
 public:
  // `form` is the one that asked; null when it is not known here. It must outlive the call only.
  void add(const Answers& answers, const Questionnaire* form);

  [[nodiscard]] std::uint64_t took_part() const { return took_part_; }
  [[nodiscard]] std::map<std::string, Tally> by_question() const;

 private:
  std::uint64_t took_part_ = 0;
  std::map<std::string, Tally> tallies_;
};

}  // namespace tertulia::numbers
