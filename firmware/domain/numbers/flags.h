// SPDX-License-Identifier: Apache-2.0
// Signs that answers may not be what people think: somebody pressed the same place through the whole form,
// faster than it can be read, or sent form after form. Flagged answers are never deleted; numbers can be seen
// with and without them. Pure (decision 103).
//
// A run is seen in the answer itself, so whoever holds the answers finds it. Speed and bursts are seen only
// while somebody answers, and an answer carries no time. They are counted on the device and told as a count
// of the room: nothing links them to an answer.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "firmware/domain/numbers/threshold.h"
#include "firmware/domain/questionnaire.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"

namespace tertulia::numbers {

inline constexpr std::size_t kLeastRun = 6;         // equal answers
inline constexpr Milliseconds kFastestAnswer{700};  // to read a question and press
inline constexpr std::size_t kLeastForSpeed = 3;    // answers
inline constexpr std::size_t kMostInBurst = 5;      // forms at one kiosk in kBurstTime; the next is flagged
inline constexpr Milliseconds kBurstTime{60'000};

// All questions with a scale (at least three choices or steps) have the answer at the same place, and there
// are at least kLeastRun of them.
[[nodiscard]] bool is_run(const Answers& answers, const Questionnaire& form);

// `length`: from the first touch to "Send".
[[nodiscard]] bool is_too_fast(Milliseconds length, std::size_t answered);

// How forms came to one kiosk in one session. Kept in memory; times go no further.
class Watch {
 public:
  struct Counts {
    std::uint64_t forms = 0;
    std::uint64_t too_fast = 0;
    std::uint64_t in_bursts = 0;
    Counts& operator+=(const Counts& more);
    friend auto operator<=>(const Counts&, const Counts&) = default;
  };

  // A form was sent at this boot time, `length` after its first touch.
  void sent(BootTime now, Milliseconds length, std::size_t answered);

  [[nodiscard]] const Counts& counts() const { return counts_; }
  // For the end of the session, with its release: the multiples of k below. A counter that is looked at while
  // people answer would flag a person before everybody.
  [[nodiscard]] static Counts told(const Counts& counts, Threshold threshold);

 private:
  Counts counts_;
  std::vector<BootTime> recent_;  // of the last kMostInBurst forms
};

}  // namespace tertulia::numbers
