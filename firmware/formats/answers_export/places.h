// SPDX-License-Identifier: Apache-2.0
// What an export may say of where each answer comes from. Session, room, time and language are said together
// only of at least k people (decision 109); else they are withheld. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "firmware/domain/numbers/threshold.h"
#include "firmware/formats/answers_export/exported_answer.h"

namespace tertulia::formats {

class Places {
 public:
  explicit Places(numbers::Threshold threshold) : threshold_(threshold) {}

  // First all submissions of a form are counted, then decide() is called once.
  void count(const StoredSubmission& stored);
  void decide();
  [[nodiscard]] ExportedPlace place_of(const StoredSubmission& stored) const;

 private:
  using Place = std::tuple<std::string, std::string, WallTime>;  // session, room, label
  using Languages = std::map<Language, std::uint64_t>;           // how many people chose each

  [[nodiscard]] static Place key_of(const StoredSubmission& stored);

  numbers::Threshold threshold_;
  std::map<Place, Languages> counted_;
  std::set<Place> told_;
  std::set<std::pair<Place, Language>> told_languages_;  // an empty place: those whose place is withheld
};

}  // namespace tertulia::formats
