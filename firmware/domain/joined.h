// SPDX-License-Identifier: Apache-2.0
// Texts in one line. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// "a, b" of the texts a and b. `texts` is any range of them.
template <class Texts>
[[nodiscard]] std::string joined(const Texts& texts, std::string_view between = ", ") {
  std::string line;
  bool is_first = true;
  for (const std::string_view text : texts) {
    if (!is_first) line += between;
    is_first = false;
    line += text;
  }
  return line;
}

}  // namespace tertulia
