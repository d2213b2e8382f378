// SPDX-License-Identifier: Apache-2.0
// Counts, for one group of respondents, how many gave which value to each question. Pure. Free text is
// counted and never stored: a text is a value only where the questionnaire lists it as a choice.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/submission.h"

namespace tertulia::hub {

inline constexpr std::string_view kTextValue = "(text)";
inline constexpr std::string_view kOtherValue = "(other)";

// A value as it is printed. `order` sorts: the position of the choice in its list, or the number itself.
struct Value {
  double order = 0;
  std::string text;
  friend auto operator<=>(const Value&, const Value&) = default;
};

struct Tally {
  std::uint64_t n = 0;  // respondents who answered
  std::map<Value, std::uint64_t> counts;
};

class TallySheet {
 public:
  // `form` may be null when the form is unknown. It must outlive the call only.
  void add(const Answers& answers, const Questionnaire* form);
  void add(const std::string& question, const Tally& tally);

  [[nodiscard]] std::uint64_t submissions() const { return submissions_; }
  [[nodiscard]] const std::map<std::string, Tally>& by_question() const { return tallies_; }

 private:
  std::uint64_t submissions_ = 0;
  std::map<std::string, Tally> tallies_;
};

}  // namespace tertulia::hub
