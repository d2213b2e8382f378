// SPDX-License-Identifier: Apache-2.0
#include "drivers/pins/argon_pins.h"

#include <algorithm>
#include <array>

#include <sodium.h>

namespace tertulia {
namespace {

// Three passes over 16 MiB: a few tens of milliseconds on a desktop, a tenth of a second on a Raspberry Pi.
// More would protect four digits no better (decision 089).
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = 16U << 20U;

bool is_pin(std::string_view digits) {
  const auto count = static_cast<int>(digits.size());
  return count >= kLeastPinDigits && count <= kMostPinDigits &&
         std::all_of(digits.begin(), digits.end(), [](char each) { return each >= '0' && each <= '9'; });
}

bool has_started() { return sodium_init() >= 0; }

}  // namespace

Result<ArgonPins> ArgonPins::open() {
  if (!has_started()) return Error{"libsodium cannot start: without it no PIN can be checked"};
  return ArgonPins();
}

bool ArgonPins::matches(const Pin& pin, std::string_view typed) {
  return crypto_pwhash_str_verify(pin.hash.c_str(), typed.data(), typed.size()) == 0;
}

Result<Pin> ArgonPins::hashed(std::string_view digits) {
  if (!is_pin(digits)) return Error{"A PIN has 4 to 8 digits and nothing else: type another one"};
  if (!has_started()) return Error{"libsodium cannot start: without it no PIN can be set"};
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), digits.data(), digits.size(), kPasses, kMemory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    return Error{"There is not enough memory to hash the PIN (16 MiB): close another program"};
  return Pin{hash.data(), static_cast<int>(digits.size())};
}

}  // namespace tertulia
