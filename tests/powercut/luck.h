// SPDX-License-Identifier: Apache-2.0
// How one power cut went: which pieces reached the disk. The same seed is the same luck.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertulia::powercut {

// splitmix64: numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next();
  [[nodiscard]] std::size_t below(std::size_t limit) { return limit == 0 ? 0 : next() % limit; }

 private:
  std::uint64_t state_;
};

class Luck {
 public:
  // `visit`: how often this cut was tried before. While there are few pieces, each visit is another
  // combination, until all were seen; then, and with many pieces, chance decides.
  Luck(std::uint64_t seed, std::uint64_t visit);

  [[nodiscard]] std::size_t sector() const { return sector_; }
  // One answer for each piece, in the order in which they were written.
  [[nodiscard]] std::vector<bool> survivors(std::size_t pieces);
  // What lies where a file grew and its data did not arrive: zeros, or what was there before.
  [[nodiscard]] std::string filling(std::size_t size);

 private:
  Dice dice_;
  std::uint64_t visit_;
  std::size_t sector_;
};

}  // namespace tertulia::powercut
