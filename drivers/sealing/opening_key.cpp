// SPDX-License-Identifier: Apache-2.0
#include "drivers/sealing/opening_key.h"

#include <algorithm>

#include <sodium.h>

#include "drivers/sealing/secret.h"
#include "firmware/domain/digest.h"

namespace tertulia {
namespace {

constexpr std::string_view kLocked = "argon2id:";
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = 64U << 20U;  // a small computer has it

// A locked key as it lies in the file.
struct Box {
  static constexpr std::size_t kKey = 32 + crypto_secretbox_MACBYTES;
  std::array<std::uint8_t, crypto_pwhash_SALTBYTES + crypto_secretbox_NONCEBYTES + kKey> bytes{};

  [[nodiscard]] std::span<std::uint8_t> salt() { return std::span(bytes).first(crypto_pwhash_SALTBYTES); }
  [[nodiscard]] std::span<std::uint8_t> nonce() {
    return std::span(bytes).subspan(crypto_pwhash_SALTBYTES, crypto_secretbox_NONCEBYTES);
  }
  [[nodiscard]] std::span<std::uint8_t> key() { return std::span(bytes).last(kKey); }
};

using Lock = Secret<std::array<std::uint8_t, crypto_secretbox_KEYBYTES>>;

// Of a passphrase. False: there is not enough memory.
[[nodiscard]] bool make_lock(Lock& lock, std::string_view passphrase, std::span<const std::uint8_t> salt) {
  return crypto_pwhash(lock.value.data(), lock.value.size(), passphrase.data(), passphrase.size(),
                       salt.data(), kPasses, kMemory, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Error no_memory() {
  return Error{"There is not enough memory for the passphrase (64 MiB): close another program"};
}

}  // namespace

OpeningKey::~OpeningKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

Result<OpeningKey> OpeningKey::random() {
  if (sodium_init() < 0) return Error{"libsodium cannot start: without it no key can be made"};
  OpeningKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

Result<OpeningKey> OpeningKey::parse(std::string_view text, std::string_view passphrase) {
  if (sodium_init() < 0) return Error{"libsodium cannot start: without it nothing can be opened"};
  OpeningKey key;
  if (!text.starts_with(kLocked)) {
    if (!from_base64(text, key.bytes_))
      return Error{"no key that opens contacts; `tertulia-hub make-contact-key` makes one"};
    if (!passphrase.empty()) return Error{"not locked: leave out --passphrase-file"};
    return key;
  }
  Box box;
  if (!from_base64(text.substr(kLocked.size()), box.bytes)) return Error{"damaged: bring its copy"};
  if (passphrase.empty()) return Error{"locked: give its passphrase with --passphrase-file"};
  Lock lock;
  if (!make_lock(lock, passphrase, box.salt())) return no_memory();
  if (crypto_secretbox_open_easy(key.bytes_.data(), box.key().data(), box.key().size(), box.nonce().data(),
                                 lock.value.data()) != 0)
    return Error{"locked with another passphrase, or damaged"};
  return key;
}

Result<std::string> OpeningKey::text(std::string_view passphrase) const {
  if (passphrase.empty()) return to_base64(bytes_);
  Box box;
  randombytes_buf(box.bytes.data(), box.bytes.size());
  Lock lock;
  if (!make_lock(lock, passphrase, box.salt())) return no_memory();
  crypto_secretbox_easy(box.key().data(), bytes_.data(), bytes_.size(), box.nonce().data(),
                        lock.value.data());
  return std::string(kLocked) + to_base64(box.bytes);
}

SealingKey OpeningKey::public_key() const {
  SealingKey::Bytes bytes{};
  crypto_scalarmult_base(bytes.data(), bytes_.data());
  return SealingKey(bytes);
}

Result<std::string> OpeningKey::open(std::span<const std::uint8_t> sealed) const {
  if (sealed.size() < crypto_box_SEALBYTES) return Error{"it is too short: it is damaged"};
  std::string text(sealed.size() - crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(text.data()), sealed.data(), sealed.size(),
                           public_key().bytes().data(), bytes_.data()) != 0)
    return Error{"it was sealed to another key, or is damaged"};
  return text;
}

}  // namespace tertulia
