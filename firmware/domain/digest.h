// SPDX-License-Identifier: Apache-2.0
// Bytes as hexadecimal digits and as base64, and SHA-256 (FIPS 180-4). With libsodium. Pure.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct crypto_hash_sha256_state;  // of libsodium

namespace tertulia {

// Two lower-case digits for each byte.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
// Fills `bytes` from two digits for each, in either case. False when `text` is anything else; `bytes` is then
// undefined.
[[nodiscard]] bool from_hex(std::string_view text, std::span<std::uint8_t> bytes);

// Base64 (RFC 4648, section 4), with its padding.
[[nodiscard]] std::string to_base64(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::string to_base64(std::string_view bytes);
// Fills `bytes`. False when `text` is not the base64 of exactly so many; `bytes` is then undefined.
[[nodiscard]] bool from_base64(std::string_view text, std::span<std::uint8_t> bytes);
// However many they are. None when `text` is no base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

// SHA-256 of `bytes`, as to_hex() writes it.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same for bytes that come in pieces.
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

}  // namespace tertulia
