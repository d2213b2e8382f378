// SPDX-License-Identifier: Apache-2.0
// The texts of the sample views, by language: short ones from the catalogues, questions as long as real ones.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/text.h"

namespace tertulia::test {

struct SampleTexts {
  Language language;
  std::string session, room, useful;
  std::vector<std::string> faces;
  std::string privacy, begin;
  std::string obstacles, up_to_three;
  std::vector<std::string> choices;
  std::string group;
  std::vector<std::string> groups;
  std::string choose, not_saved;
  std::string agree, agree_hint;
  std::vector<std::string> statements;
  std::string take_home, no_names, typed;
  std::string skip, next, send, space, done, thanks, saved, there, soon, here, again;
  std::string of;  // "2 of 5" without the numbers
  std::string which_day, date_pattern, decimal_mark;
  std::string rank_hint;
  std::string search, more, before;
};

// In the order en, fr, ar, am.
[[nodiscard]] std::vector<SampleTexts> sample_texts();

}  // namespace tertulia::test
