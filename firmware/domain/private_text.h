// SPDX-License-Identifier: Apache-2.0
// Texts that a person typed, and how memory forgets them: it is overwritten before it goes back to the heap.
// The next person at a kiosk, or a core file, must find nothing of the last one.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <string.h>

namespace tertulia {

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

// A text that wipes itself when it goes. It is a string, so everything that reads or edits one takes it; a
// plain copy of it is not wiped. Up to kRoom bytes it stays at one place on the heap while it grows: a string
// that moves to a larger place leaves its letters at the old one.
class PrivateText : public std::string {
 public:
  static constexpr std::size_t kRoom = 1'024;

  PrivateText() { reserve(kRoom); }
  PrivateText(std::string_view text) : PrivateText() { append(text); }
  PrivateText(const std::string& text) : PrivateText(std::string_view(text)) {}
  PrivateText(const char* text) : PrivateText(std::string_view(text)) {}
  PrivateText(const PrivateText& other) : PrivateText(std::string_view(other)) {}
  PrivateText(PrivateText&& other) noexcept : std::string(std::move(other)) {}
  PrivateText& operator=(PrivateText other) noexcept {
    swap(other);
    return *this;
  }
  ~PrivateText() { wipe(*this); }
};

}  // namespace tertulia
