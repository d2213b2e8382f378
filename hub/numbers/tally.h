// SPDX-License-Identifier: Apache-2.0
// Counts of one group of respondents: how many gave which value to each question. The kind of the question
// decides how its answers are counted, never the shape of an answer. Free text is counted and never shown.
// Pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/submission.h"
#include "hub/numbers/question_kinds.h"

namespace tertulia::hub {

struct Tally {
  std::uint64_t n = 0;  // respondents who answered
  std::map<Value, std::uint64_t> counts;
};

class TallySheet {
 public:
  // `form` is the one that asked; null when it is not known here. It must outlive the call only.
  void add(const Answers& answers, const Questionnaire* form);
  void add(const std::string& question, const Tally& tally);

  [[nodiscard]] std::uint64_t submissions() const { return submissions_; }
  [[nodiscard]] const std::map<std::string, Tally>& by_question() const { return tallies_; }

 private:
  std::uint64_t submissions_ = 0;
  std::map<std::string, Tally> tallies_;
};

}  // namespace tertulia::hub
