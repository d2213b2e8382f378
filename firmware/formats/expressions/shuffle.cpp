// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/shuffle.h"

#include <array>
#include <cmath>

#include "firmware/domain/digest.h"

namespace tertulia::formats {
namespace {

constexpr std::int64_t kModulus = 2'147'483'647;

}  // namespace

ParkMiller::ParkMiller(std::int64_t seed) : state_(seed % kModulus) {
  if (state_ <= 0) state_ += kModulus - 1;
}

double ParkMiller::fraction() {
  state_ = state_ * 16'807 % kModulus;
  return static_cast<double>(state_ - 1) / static_cast<double>(kModulus - 1);
}

std::int64_t seed_of(const Value& value) {
  const double number = number_of(value);
  if (std::isfinite(number) && std::fabs(number) < 9e18) return static_cast<std::int64_t>(number);
  std::array<std::uint8_t, 32> bytes{};
  if (!from_hex(sha256_hex(text_of(value)), bytes)) return 0;
  std::uint64_t first = 0;
  for (std::size_t at = 0; at < 8; ++at) first = first << 8U | bytes[at];
  return static_cast<std::int64_t>(first);
}

}  // namespace tertulia::formats
