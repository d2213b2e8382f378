// SPDX-License-Identifier: Apache-2.0
// What every fuzz target needs: the entry point of libFuzzer, and a check that stays on in any build.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tertulia {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the run as a finding when a promise is broken.
inline void require(const bool promise) {
  if (!promise) std::abort();
}

}  // namespace tertulia
