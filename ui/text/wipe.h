// SPDX-License-Identifier: Apache-2.0
// Overwrites memory that held a respondent's text before it goes back to the heap; strings are wiped by
// firmware/domain/private_text.h.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <string.h>

#include "firmware/domain/private_text.h"

namespace tertulia::ui {

using tertulia::wipe;
using tertulia::WipedAtEnd;

template <class T>
struct WipingAllocator {
  using value_type = T;

  WipingAllocator() = default;
  template <class Other>
  WipingAllocator(const WipingAllocator<Other>&) {}

  [[nodiscard]] T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
  void deallocate(T* memory, std::size_t count) {
    explicit_bzero(memory, count * sizeof(T));
    std::allocator<T>().deallocate(memory, count);
  }
  friend bool operator==(const WipingAllocator&, const WipingAllocator&) { return true; }
};

template <class T>
using PrivateVector = std::vector<T, WipingAllocator<T>>;

}  // namespace tertulia::ui
