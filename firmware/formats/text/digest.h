// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), as lower-case hexadecimal digits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct crypto_hash_sha256_state;  // of libsodium

namespace tertulia::formats {

// Of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  ~Sha256();

  void add(std::string_view bytes);
  [[nodiscard]] std::string hex();  // the last call

 private:
  std::unique_ptr<crypto_hash_sha256_state> state_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace tertulia::formats
