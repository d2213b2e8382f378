// SPDX-License-Identifier: Apache-2.0
// The hub signs its messages to devices with Ed25519 (RFC 8032). Pure; any thread.
//
// The signature is the MQTT 5 user property `signature`: 64 bytes as base64 (RFC 4648, section 4). It covers
// exactly these bytes:
//
//   "tertulia-signed-message-v1" LF  topic  LF  payload
//
// A topic has no line feed. It names programme, device and kind of message. So a message that was signed for
// one device is not valid for another, and an acknowledgement is not valid as a command. The body has a
// number that shows whether the message is new.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/message.h"
#include "firmware/domain/result.h"

namespace tertulia::wire {

inline constexpr const char* kSignatureProperty = "signature";

class PublicKey {
 public:
  // 32 bytes as base64: 44 characters.
  [[nodiscard]] static Result<PublicKey> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  // False too when the message has no signature, or several.
  [[nodiscard]] bool has_signed(const Message& message) const;
  friend bool operator==(const PublicKey&, const PublicKey&) = default;

 private:
  friend class SigningKey;
  std::array<std::uint8_t, 32> bytes_{};
};

// The hub's secret. Never logged, never part of a message; wiped when it goes.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey random();
  // What text() gave: the seed of RFC 8032 as base64. The error repeats nothing of it.
  [[nodiscard]] static Result<SigningKey> parse(std::string_view text);
  ~SigningKey();
  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] PublicKey public_key() const;
  // A name for `purpose` that only who holds this key can know: 32 hexadecimal digits, the first 128 bits
  // that BLAKE2b (RFC 7693) makes of the purpose under the seed. The same in every program; tells nothing of
  // the key.
  [[nodiscard]] std::string secret_name(std::string_view purpose) const;
  // The message as it is, with its signature; one that it had is replaced.
  [[nodiscard]] Message sign(Message message) const;

 private:
  explicit SigningKey(const std::array<std::uint8_t, 32>& seed);
  std::array<std::uint8_t, 64> bytes_{};  // seed and public key, as libsodium has it
};

}  // namespace tertulia::wire
