// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/digest.h"

#include <sodium.h>

namespace tertulia::formats {

Hash sha256(std::string_view bytes) {
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

std::string sha256_hex(std::string_view bytes) {
  const Hash hash = sha256(bytes);
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
