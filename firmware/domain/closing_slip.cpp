// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/closing_slip.h"

#include <cstddef>

#include "firmware/domain/digest.h"
#include "firmware/domain/digest_words.h"

namespace tertulia {
namespace {

constexpr int kWords = 6;
constexpr unsigned kBitsOfWord = 11;

std::string_view word(std::size_t number) {
  std::string_view rest = kSlipWords;
  for (; number > 0; --number) rest.remove_prefix(rest.find(' ') + 1);
  return rest.substr(0, rest.find(' '));
}

// Bit 0 is the lowest of the last byte.
unsigned bit(const Hash& sum, std::size_t index) {
  return static_cast<unsigned>(sum[sum.size() - 1 - index / 8]) >> (index % 8) & 1U;
}

}  // namespace

void HashSum::add(const Hash& hash) {
  unsigned carry = 0;
  for (std::size_t index = sum_.size(); index-- > 0;) {
    carry += static_cast<unsigned>(sum_[index]) + hash[index];
    sum_[index] = static_cast<std::uint8_t>(carry & 0xffU);
    carry >>= 8U;
  }
}

void HashSum::add(const HashSum& part) { add(part.sum_); }

void HashSum::subtract(const HashSum& part) {
  unsigned borrow = 0;
  for (std::size_t index = sum_.size(); index-- > 0;) {
    const unsigned less = static_cast<unsigned>(part.sum_[index]) + borrow;
    borrow = less > sum_[index] ? 1 : 0;
    sum_[index] = static_cast<std::uint8_t>((sum_[index] - less) & 0xffU);
  }
}

std::string HashSum::words() const {
  std::string text;
  for (std::size_t place = kWords; place-- > 0;) {
    std::size_t number = 0;
    for (std::size_t index = kBitsOfWord; index-- > 0;)
      number = number << 1U | bit(sum_, place * kBitsOfWord + index);
    text.append(text.empty() ? "" : " ").append(word(number));
  }
  return text;
}

std::string HashSum::hex() const { return to_hex(sum_); }

Result<HashSum> HashSum::parse(std::string_view hex) {
  HashSum sum;
  if (!from_hex(hex, sum.sum_) || sum.hex() != hex)
    return Error{"A sum of hashes has 64 hexadecimal digits in lower case."};
  return sum;
}

}  // namespace tertulia
