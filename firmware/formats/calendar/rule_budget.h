// SPDX-License-Identifier: Apache-2.0
// Bounds the work that the recurrence rules of a calendar may cost: a few valid lines can ask for millions of
// days. Counts steps and not time, so the same calendar is read in the same way on every machine. Pure.
#pragma once

#include <algorithm>
#include <cstddef>

namespace tertulia::formats {

// A step is a day or hour that a rule looks at, or a time that it gives.
class RuleBudget {
 public:
  static constexpr std::size_t kFreeOfEntry = 1'500;   // less work than to read the lines of the entry
  static constexpr std::size_t kMostOfEntry = 50'000;  // counts daily for a century, hourly for five years
  static constexpr std::size_t kMostOfFile = 500'000;
  static constexpr std::size_t kOfOccurrence = 8;  // one that is kept: its instant, and later its entry

  void begin_entry() {
    free_ = kFreeOfEntry;
    of_entry_ = kMostOfEntry;
  }

  // False when they are more than what is left, and so they stay for the rest of the entry. The first steps
  // of an entry are not taken from the file: costly entries leave the others their rules.
  [[nodiscard]] bool take(std::size_t steps) {
    const std::size_t free = std::min(free_, steps);
    free_ -= free;
    const std::size_t paid = steps - free;
    if (paid > std::min(of_entry_, of_file_)) {
      of_entry_ = 0;
      return false;
    }
    of_entry_ -= paid;
    of_file_ -= paid;
    return true;
  }

 private:
  std::size_t free_ = 0;
  std::size_t of_entry_ = 0;
  std::size_t of_file_ = kMostOfFile;
};

}  // namespace tertulia::formats
