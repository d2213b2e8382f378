// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/digest.h"

#include <array>

#include <sodium.h>

namespace tertulia {
namespace {

constexpr int kBase64 = sodium_base64_VARIANT_ORIGINAL;

// How many there are. None: the text is no base64, or they are more than find room.
std::optional<std::size_t> decoded(std::string_view text, std::span<std::uint8_t> bytes) {
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                        kBase64) != 0 ||
      end != text.data() + text.size())
    return std::nullopt;
  return size;
}

}  // namespace

std::string to_hex(std::span<const std::uint8_t> bytes) {
  std::string text(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();  // the end that C wants
  return text;
}

bool from_hex(std::string_view text, std::span<std::uint8_t> bytes) {
  const char* end = nullptr;
  return text.size() == 2 * bytes.size() &&
         sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, nullptr, &end) == 0 &&
         end == text.data() + text.size();
}

std::string to_base64(std::span<const std::uint8_t> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
  text.pop_back();  // the end that C wants
  return text;
}

std::string to_base64(std::string_view bytes) {
  return to_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

bool from_base64(std::string_view text, std::span<std::uint8_t> bytes) {
  return decoded(text, bytes) == bytes.size();
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3, '\0');
  const auto size = decoded(text, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  if (!size) return std::nullopt;
  bytes.resize(*size);
  return bytes;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

Sha256::Sha256() : state_(std::make_unique<crypto_hash_sha256_state>()) {
  crypto_hash_sha256_init(state_.get());
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(state_.get(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Sha256::hex() {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256_final(state_.get(), hash.data());
  return to_hex(hash);
}

}  // namespace tertulia
