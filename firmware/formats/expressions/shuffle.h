// SPDX-License-Identifier: Apache-2.0
// The order that randomize() gives, the same on every device for the same seed (ODK XForms, "randomize"): the
// inside-out variant of the shuffle of Fisher and Yates, with the generator of Park and Miller (1988). Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/formats/expressions/values.h"

namespace tertulia::formats {

class ParkMiller {
 public:
  explicit ParkMiller(std::int64_t seed);
  double fraction();  // from 0 to below 1

 private:
  std::int64_t state_;  // 1 to 2,147,483,646
};

// A number without its decimals. A text that is none counts as the first eight bytes of its SHA-256.
[[nodiscard]] std::int64_t seed_of(const Value& value);

template <class T>
[[nodiscard]] std::vector<T> shuffled(const std::vector<T>& items, ParkMiller& generator) {
  std::vector<T> result;
  result.reserve(items.size());
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto place = static_cast<std::size_t>(generator.fraction() * static_cast<double>(at + 1));
    if (place < at) {
      result.push_back(result[place]);
      result[place] = items[at];
    } else {
      result.push_back(items[at]);
    }
  }
  return result;
}

}  // namespace tertulia::formats
