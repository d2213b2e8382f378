// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/signature.h"

#include <algorithm>
#include <optional>

#include <sodium.h>

#include "firmware/domain/digest.h"

namespace tertulia::wire {
namespace {

constexpr std::string_view kPurpose = "tertulia-signed-message-v1\n";

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> bytes_in(std::string_view text) {
  std::array<std::uint8_t, N> bytes{};
  return from_base64(text, bytes) ? std::optional(bytes) : std::nullopt;
}

std::string signed_bytes(const Message& message) {
  std::string bytes(kPurpose);
  return bytes.append(message.topic).append("\n").append(message.payload);
}

bool is_signature(const std::pair<std::string, std::string>& property) {
  return property.first == kSignatureProperty;
}

}  // namespace

Result<PublicKey> PublicKey::parse(std::string_view text) {
  const auto bytes = bytes_in<crypto_sign_PUBLICKEYBYTES>(text);
  if (!bytes)
    return Error{"not a public key: expected 44 characters, as `tertulia-hub make-key` prints them"};
  PublicKey key;
  key.bytes_ = *bytes;
  return key;
}

std::string PublicKey::text() const { return to_base64(bytes_); }

bool PublicKey::has_signed(const Message& message) const {
  const auto& all = message.properties;
  if (std::count_if(all.begin(), all.end(), is_signature) != 1) return false;
  const auto signature = bytes_in<crypto_sign_BYTES>(message.property(kSignatureProperty));
  if (!signature) return false;
  const std::string bytes = signed_bytes(message);
  return crypto_sign_verify_detached(signature->data(), octets(bytes), bytes.size(), bytes_.data()) == 0;
}

SigningKey::SigningKey(const std::array<std::uint8_t, 32>& seed) {
  std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> public_half{};
  crypto_sign_seed_keypair(public_half.data(), bytes_.data(), seed.data());
}

SigningKey::~SigningKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

SigningKey SigningKey::random() {
  std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
  randombytes_buf(seed.data(), seed.size());
  return SigningKey(seed);
}

Result<SigningKey> SigningKey::parse(std::string_view text) {
  const auto seed = bytes_in<crypto_sign_SEEDBYTES>(text);
  if (!seed) return Error{"not a signing key: make one with `tertulia-hub make-key FILE`"};
  return SigningKey(*seed);
}

std::string SigningKey::text() const {
  std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
  crypto_sign_ed25519_sk_to_seed(seed.data(), bytes_.data());
  return to_base64(seed);
}

PublicKey SigningKey::public_key() const {
  PublicKey key;
  crypto_sign_ed25519_sk_to_pk(key.bytes_.data(), bytes_.data());
  return key;
}

std::string SigningKey::secret_name(std::string_view purpose) const {
  std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
  crypto_sign_ed25519_sk_to_seed(seed.data(), bytes_.data());
  std::array<std::uint8_t, crypto_generichash_BYTES_MIN> name{};
  crypto_generichash(name.data(), name.size(), octets(purpose), purpose.size(), seed.data(), seed.size());
  sodium_memzero(seed.data(), seed.size());
  return to_hex(name);
}

Message SigningKey::sign(Message message) const {
  std::erase_if(message.properties, is_signature);
  const std::string bytes = signed_bytes(message);
  std::array<std::uint8_t, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, octets(bytes), bytes.size(), bytes_.data());
  message.properties.emplace_back(kSignatureProperty, to_base64(signature));
  return message;
}

}  // namespace tertulia::wire
