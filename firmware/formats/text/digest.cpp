// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/digest.h"

#include <array>

#include <sodium.h>

namespace tertulia::formats {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(hash.size() * 2);
  for (const unsigned char byte : hash) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

}  // namespace tertulia::formats
