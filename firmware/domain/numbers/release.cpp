// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/release.h"

namespace tertulia::numbers {

Release next_release(const Release& previous, std::uint64_t answered, Threshold threshold,
                     const Stage& stage) {
  if (answered <= previous.counted) return previous;
  const std::uint64_t fresh = answered - previous.counted;
  const bool is_final = stage.closed && stage.complete;
  const bool is_cut =
      (is_final && fresh >= threshold.k()) || (!stage.closed && stage.revealed && fresh >= 2 * threshold.k());
  return is_cut ? Release{previous.blocks + 1, answered} : previous;
}

std::uint64_t in_steps(std::uint64_t count, Threshold threshold) {
  return count / threshold.k() * threshold.k();
}

}  // namespace tertulia::numbers
