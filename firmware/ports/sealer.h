// SPDX-License-Identifier: Apache-2.0
// Port: seals a text, so that only who has the private half of the key can read it. Who has sealed it cannot.
// Any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/sealing_key.h"

namespace tertulia {

class Sealer {
 public:
  virtual ~Sealer() = default;
  // Another result each time, always by the same number of bytes longer than the text. Errors: the key is
  // none to which anything can be sealed.
  [[nodiscard]] virtual Result<std::vector<std::uint8_t>> seal(const SealingKey& key,
                                                               std::string_view text) = 0;
};

}  // namespace tertulia
