// SPDX-License-Identifier: Apache-2.0
// Overwrites memory that held a respondent's text before it goes back to the heap. The next person at a
// kiosk, or a core file, must find nothing of the last one.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <string.h>

namespace tertulia::ui {

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

// Overwrites everything that the string holds, its spare capacity too, and empties it.
inline void wipe(std::string& text) {
  text.resize(text.capacity());
  explicit_bzero(text.data(), text.size());
  text.clear();
}

// Wipes the string at the end of the scope.
struct WipedAtEnd {
  std::string& text;
  ~WipedAtEnd() { wipe(text); }
};

}  // namespace tertulia::ui
