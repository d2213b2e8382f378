// SPDX-License-Identifier: Apache-2.0
// A set of sequence numbers, stored as disjoint inclusive ranges. It says which rows of one (device, epoch)
// the hub holds. A pure value. Sequence numbers are 1 to 2^53-1, which every JSON parser holds exactly (RFC
// 8259, section 6).
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

namespace tertulia::hub {

inline constexpr std::uint64_t kHighestSequence = 9'007'199'254'740'991;

struct Range {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  friend auto operator<=>(const Range&, const Range&) = default;
};

class Ranges {
 public:
  Ranges() = default;
  explicit Ranges(const std::vector<Range>& ranges);

  // Ranges that touch or overlap become one.
  void add(std::uint64_t sequence) { add(Range{sequence, sequence}); }
  void add(Range range);

  [[nodiscard]] bool contains(std::uint64_t sequence) const;
  [[nodiscard]] std::uint64_t count() const;
  [[nodiscard]] std::uint64_t highest() const;     // 0 when empty
  [[nodiscard]] std::vector<Range> all() const;    // ascending, never touching
  [[nodiscard]] std::vector<Range> holes() const;  // the numbers of 1..highest() that are missing, ascending
  [[nodiscard]] std::uint64_t missing() const;     // how many numbers holes() covers

  friend bool operator==(const Ranges&, const Ranges&) = default;

 private:
  std::map<std::uint64_t, std::uint64_t> last_by_first_;
};

}  // namespace tertulia::hub
