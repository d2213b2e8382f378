// SPDX-License-Identifier: Apache-2.0
// What the people at one device answered to the questions that its room is shown. Each device owns a share
// and puts the next one in place of the last. It holds only what anybody may know: sums of disclosures. A
// value.
#pragma once

#include <compare>
#include <map>
#include <string>

#include "firmware/domain/numbers/flags.h"
#include "firmware/domain/numbers/results.h"
#include "firmware/domain/public.h"

namespace tertulia {

struct ResultsShare {
  PublicId session;       // that the answers are about
  std::string form;       // id of the questionnaire
  std::string form_hash;  // its version: the names of questions and choices are those of this one
  bool is_over = false;   // nobody is asked about it there any more, so exact numbers are shown
  std::map<std::string, numbers::Results> questions;  // by name
  // Of the forms that were sent there, as Watch::told(). All 0 while people are asked.
  numbers::Watch::Counts hasty = {};

  friend auto operator<=>(const ResultsShare&, const ResultsShare&) = default;
};

// Of one question at most so many values: more are no picture, and the list of a room is one message.
inline constexpr std::size_t kMostResultValues = 200;

}  // namespace tertulia
