// SPDX-License-Identifier: Apache-2.0
// Sealed boxes of libsodium: X25519, XSalsa20, Poly1305, and a key pair for each that is wiped at once.
#pragma once

#include "firmware/ports/sealer.h"

namespace tertulia {

class SodiumSealer : public Sealer {
 public:
  // Errors: libsodium cannot start.
  [[nodiscard]] static Result<SodiumSealer> open();
  SodiumSealer(SodiumSealer&&) noexcept {}

  [[nodiscard]] Result<std::vector<std::uint8_t>> seal(const SealingKey& key, std::string_view text) override;

 private:
  SodiumSealer() = default;
};

}  // namespace tertulia
