// SPDX-License-Identifier: Apache-2.0
// A key or another secret of libsodium that is wiped when it goes. For the sources of this folder.
#pragma once

#include <sodium.h>

namespace tertulia {

template <class T>
struct Secret {
  T value{};
  Secret() = default;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { sodium_memzero(&value, sizeof value); }
};

}  // namespace tertulia
