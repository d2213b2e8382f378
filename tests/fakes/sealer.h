// SPDX-License-Identifier: Apache-2.0
// A sealer that tests can look through: it turns each bit over, behind 48 bytes that count. Its unusable key
// has zeros alone, as that of the real one.
#pragma once

#include <algorithm>
#include <string>

#include "firmware/domain/contact.h"
#include "firmware/ports/sealer.h"

namespace tertulia {

class FakeSealer final : public Sealer {
 public:
  [[nodiscard]] Result<std::vector<std::uint8_t>> seal(const SealingKey& key,
                                                       std::string_view text) override {
    if (key.bytes() == SealingKey::Bytes{}) return Error{"nothing can be sealed to this key"};
    std::vector<std::uint8_t> sealed(kSealedBytes - kContactBytes, ++count_);
    for (const char each : text) sealed.push_back(static_cast<std::uint8_t>(~each));
    return sealed;
  }

  [[nodiscard]] static std::string opened(const std::vector<std::uint8_t>& sealed) {
    std::string text;
    for (std::size_t i = kSealedBytes - kContactBytes; i < sealed.size(); ++i)
      text.push_back(static_cast<char>(~sealed[i]));
    return text;
  }

 private:
  std::uint8_t count_ = 0;
};

}  // namespace tertulia
