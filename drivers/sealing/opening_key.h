// SPDX-License-Identifier: Apache-2.0
// The programme's private key, which opens contacts. No program of a device has it; it lies in a file apart
// from the hub, as it is or locked with a passphrase (Argon2id, RFC 9106; XSalsa20-Poly1305). Wiped when it
// goes. No error repeats anything of it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/sealing_key.h"

namespace tertulia {

class OpeningKey {
 public:
  // Errors: libsodium cannot start.
  [[nodiscard]] static Result<OpeningKey> random();
  // What text() gave; `passphrase` empty: it has none. Errors: no such text; a passphrase is missing, wrong,
  // or given where there is none.
  [[nodiscard]] static Result<OpeningKey> parse(std::string_view text, std::string_view passphrase);
  ~OpeningKey();
  OpeningKey(const OpeningKey&) = default;
  OpeningKey& operator=(const OpeningKey&) = default;

  // One line; `passphrase` empty: as it is. Errors: not enough memory to lock it.
  [[nodiscard]] Result<std::string> text(std::string_view passphrase) const;
  [[nodiscard]] SealingKey public_key() const;
  // Errors: it was sealed to another key, or is damaged.
  [[nodiscard]] Result<std::string> open(std::span<const std::uint8_t> sealed) const;

 private:
  OpeningKey() = default;
  std::array<std::uint8_t, 32> bytes_{};
};

}  // namespace tertulia
