// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/content.h"

#include <array>

#include <sodium.h>

namespace tertulia::wire {

std::string content_hash(std::string_view data) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(data.data()), data.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return text.data();
}

HashSum share_of(const Submission& submission) {
  return HashSum::parse(body_of(event::FeedbackSubmitted{submission}).content).value();
}

Receipt receipt_for(const Envelope& envelope) { return {envelope.id, content_hash(envelope.data)}; }

}  // namespace tertulia::wire
