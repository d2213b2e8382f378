// SPDX-License-Identifier: Apache-2.0
// PINs hashed with Argon2id (RFC 9106) by libsodium.
#pragma once

#include "firmware/domain/result.h"
#include "firmware/ports/pin_checker.h"

namespace tertulia {

class ArgonPins : public PinChecker {
 public:
  // Errors: libsodium cannot start.
  [[nodiscard]] static Result<ArgonPins> open();
  ArgonPins(ArgonPins&&) noexcept {}

  [[nodiscard]] bool matches(const Pin& pin, std::string_view typed) override;

  // For `tertulia pin`. Errors: not 4 to 8 digits; not enough memory.
  [[nodiscard]] static Result<Pin> hashed(std::string_view digits);

 private:
  ArgonPins() = default;
};

}  // namespace tertulia
