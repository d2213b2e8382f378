// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/luck.h"

#include <algorithm>

namespace tertulia::powercut {
namespace {

constexpr std::size_t kFewPieces = 12;

std::vector<bool> bits_of(std::uint64_t number, std::size_t pieces) {
  std::vector<bool> bits(pieces);
  for (std::size_t index = 0; index < pieces; ++index) bits[index] = (number >> index & 1U) != 0;
  return bits;
}

}  // namespace

std::uint64_t Dice::next() {
  std::uint64_t value = (state_ += 0x9e3779b97f4a7c15U);
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

Luck::Luck(std::uint64_t seed, std::uint64_t visit)
    : dice_(seed), visit_(visit), sector_(dice_.below(2) == 0 ? 512 : 4096) {}

std::vector<bool> Luck::survivors(std::size_t pieces) {
  if (pieces <= kFewPieces && visit_ < (std::uint64_t{1} << pieces)) return bits_of(visit_, pieces);
  std::vector<bool> survive(pieces);
  const std::size_t chosen = dice_.below(pieces + 1);
  switch (dice_.below(6)) {
    case 0:  // nothing
      break;
    case 1:  // in order, up to a point
      std::fill_n(survive.begin(), chosen, true);
      break;
    case 2:  // the last ones only
      std::fill(survive.begin() + static_cast<std::ptrdiff_t>(chosen), survive.end(), true);
      break;
    case 3:  // all but one, or all
      for (std::size_t index = 0; index < pieces; ++index) survive[index] = index != chosen;
      break;
    case 4:  // only one, or none
      for (std::size_t index = 0; index < pieces; ++index) survive[index] = index == chosen;
      break;
    default: {  // some
      const std::size_t percent = 1 + dice_.below(99);
      for (std::size_t index = 0; index < pieces; ++index) survive[index] = dice_.below(100) < percent;
    }
  }
  return survive;
}

std::string Luck::filling(std::size_t size) {
  std::string bytes(size, '\0');
  if (dice_.below(2) == 0) return bytes;
  for (char& byte : bytes) byte = static_cast<char>(dice_.next());
  return bytes;
}

}  // namespace tertulia::powercut
