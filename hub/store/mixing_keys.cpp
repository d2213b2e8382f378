// SPDX-License-Identifier: Apache-2.0
#include "hub/store/mixing_keys.h"

#include <algorithm>

#include <sodium.h>

#include "firmware/domain/digest.h"

namespace tertulia::hub {
namespace {

constexpr const char* kContext = "tertumix";  // crypto_kdf_CONTEXTBYTES
constexpr std::size_t kNameBytes = 8;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kAdded = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;

static_assert(sizeof(MixingKey::secret) == crypto_kdf_KEYBYTES);
static_assert(sizeof(MixingKey::sealing) == crypto_secretbox_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void derive(MixingKey& key) {
  crypto_kdf_derive_from_key(key.sealing.data(), key.sealing.size(), 1, kContext, key.secret.data());
  crypto_kdf_derive_from_key(key.tagging.data(), key.tagging.size(), 2, kContext, key.secret.data());
}

// "NAME SECRET", in hexadecimal digits.
std::optional<MixingKey> key_from(std::string_view line) {
  constexpr std::size_t kName = 2 * kNameBytes;
  MixingKey key;
  if (line.size() <= kName || line[kName] != ' ') return std::nullopt;
  if (!from_hex(line.substr(kName + 1), key.secret)) return std::nullopt;
  key.name = line.substr(0, kName);
  derive(key);
  return key;
}

std::string tag_under(const MixingKey& key, std::string_view id) {
  std::array<std::uint8_t, kTagBytes> tag{};
  crypto_generichash(tag.data(), tag.size(), bytes_of(id), id.size(), key.tagging.data(), key.tagging.size());
  return to_hex(tag);
}

}  // namespace

MixingKey::~MixingKey() {
  for (auto* bytes : {&secret, &sealing, &tagging}) sodium_memzero(bytes->data(), bytes->size());
}

Result<MixingKeys> MixingKeys::parse(std::string_view text) {
  if (sodium_init() < 0) return Error{"libsodium cannot start: without it no answer can be kept sealed"};
  MixingKeys keys;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (auto key = key_from(text.substr(0, end))) keys.keys_.push_back(std::move(*key));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return keys;
}

std::string MixingKeys::text() const {
  std::string text;
  for (const MixingKey& key : keys_) text += key.name + " " + to_hex(key.secret) + "\n";
  return text;
}

void MixingKeys::add_random() {
  std::array<std::uint8_t, kNameBytes> name{};
  randombytes_buf(name.data(), name.size());
  MixingKey key;
  key.name = to_hex(name);
  randombytes_buf(key.secret.data(), key.secret.size());
  derive(key);
  keys_.push_back(std::move(key));
}

void MixingKeys::keep(const std::set<std::string>& names) {
  std::erase_if(keys_, [&](const MixingKey& key) { return !names.contains(key.name); });
}

std::string MixingKeys::seal(std::string_view plain) const {
  std::string sealed(kAdded + plain.size(), '\0');
  unsigned char* const nonce = bytes_of(sealed);
  randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), nonce,
                        keys_.back().sealing.data());
  return to_base64(sealed);
}

std::string MixingKeys::tag(std::string_view id) const { return tag_under(keys_.back(), id); }

std::vector<std::string> MixingKeys::tags(std::string_view id) const {
  std::vector<std::string> all;
  for (const MixingKey& key : keys_) all.push_back(tag_under(key, id));
  return all;
}

std::optional<std::string> MixingKeys::open(std::string_view name, std::string_view sealed) const {
  const auto key =
      std::find_if(keys_.begin(), keys_.end(), [&](const auto& one) { return one.name == name; });
  if (key == keys_.end()) return std::nullopt;
  const auto bytes = from_base64(sealed);
  if (!bytes || bytes->size() < kAdded) return std::nullopt;
  const unsigned char* const nonce = bytes_of(std::string_view(*bytes));
  std::string plain(bytes->size() - kAdded, '\0');
  if (crypto_secretbox_open_easy(bytes_of(plain), nonce + crypto_secretbox_NONCEBYTES,
                                 bytes->size() - crypto_secretbox_NONCEBYTES, nonce,
                                 key->sealing.data()) != 0)
    return std::nullopt;
  return plain;
}

}  // namespace tertulia::hub
