// SPDX-License-Identifier: Apache-2.0
// What the people at this device answered to the questions that the room is shown. The keeper counts, since
// it has the answers; what it hands on may be known by anybody. Pure (firmware/docs/privacy.md, "Numbers").
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/numbers/disclosure.h"
#include "firmware/domain/numbers/release.h"
#include "firmware/domain/questionnaire.h"
#include "firmware/domain/room/results_share.h"
#include "firmware/ports/store.h"

namespace tertulia {

struct CountedQuestion {
  Question question;
  bool in_repeat = false;
};
using CountedQuestions = std::vector<CountedQuestion>;

struct ResultsToCount {
  PublicId session;       // an open one
  WallTime begin;         // of the session
  std::string form;       // its id
  std::string form_hash;  // of the version that is asked; answers to another one are counted by the hub alone
  std::shared_ptr<const CountedQuestions> questions;
  numbers::Threshold threshold;
  numbers::Stage stage;
  // False: the hub may have made numbers of what it has, or may do so before it hears of a block here. Then a
  // block holds only answers that it does not have.
  bool hub_waits = true;
  numbers::Watch::Counts hasty = {};  // exact; they are told when nobody is asked any more
};

// The ids that make up the next block, in their order; none: no block is due.
[[nodiscard]] std::vector<SubmissionId> next_block(const AnswersInBlocks& answers,
                                                   const ResultsToCount& what);

// What may be said of all blocks. Answers that are in none are not looked at.
[[nodiscard]] ResultsShare results_of(const AnswersInBlocks& answers, const ResultsToCount& what);

}  // namespace tertulia
