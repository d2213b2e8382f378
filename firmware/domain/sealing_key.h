// SPDX-License-Identifier: Apache-2.0
// The programme's public key, to which contacts are sealed. Its text carries a check, so that a slip of the
// pen, or a key of another kind, is found before something is sealed that nobody can open. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

class SealingKey {
 public:
  using Bytes = std::array<std::uint8_t, 32>;  // of X25519 (RFC 7748)

  explicit SealingKey(const Bytes& bytes) : bytes_(bytes) {}
  // 48 characters: base64 of the key and of the first four bytes of its SHA-256.
  [[nodiscard]] static Result<SealingKey> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

}  // namespace tertulia
