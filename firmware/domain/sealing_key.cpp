// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/sealing_key.h"

#include <algorithm>

#include "firmware/domain/digest.h"

namespace tertulia {
namespace {

constexpr std::size_t kCheckBytes = 4;
using Checked = std::array<std::uint8_t, 32 + kCheckBytes>;

Checked with_check(const SealingKey::Bytes& key) {
  Checked checked{};
  std::copy(key.begin(), key.end(), checked.begin());
  const std::string hash = sha256_hex({reinterpret_cast<const char*>(key.data()), key.size()});
  const bool is_hex = from_hex(hash.substr(0, 2 * kCheckBytes), std::span(checked).last<kCheckBytes>());
  return is_hex ? checked : Checked{};
}

}  // namespace

Result<SealingKey> SealingKey::parse(std::string_view text) {
  Checked checked{};
  if (from_base64(text, checked)) {
    Bytes bytes{};
    std::copy_n(checked.begin(), bytes.size(), bytes.begin());
    if (with_check(bytes) == checked) return SealingKey(bytes);
  }
  return Error{"not a key for contacts: copy the 48 characters that `tertulia-hub make-contact-key` printed"};
}

std::string SealingKey::text() const { return to_base64(with_check(bytes_)); }

}  // namespace tertulia
